import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { MessageRef, Profile } from '../../chat/platform.ts';

export interface Said {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** What the bot asks of Slack, without the SDK: the transport carries it out and throws `PlatformError`. */
export interface SlackCalls {
  /** `channel` may be a person's id: their conversation with the bot. */
  post(team: string, channel: string, said: Said, key?: string): Promise<MessageRef>;
  postEphemeral(team: string, channel: string, person: string, said: Said): Promise<void>;
  update(team: string, channel: string, message: string, said: Said): Promise<void>;
  /** Gives the view's id. */
  openView(team: string, trigger: string, view: ModalView): Promise<string>;
  updateView(team: string, which: { readonly id: string } | { readonly externalId: string }, view: ModalView): Promise<void>;
  publishHome(team: string, person: string, view: HomeView): Promise<void>;
  profile(team: string, person: string): Promise<Profile>;
  download(team: string, url: string): Promise<Uint8Array>;
  /** The message the bot left with this key since then. */
  findSent(team: string, channel: string, key: string, since: Date): Promise<MessageRef | undefined>;
  /** Answers through the address that came with a command or click. */
  respond(url: string, said: Said, how: { readonly replace: boolean; readonly visible: boolean }): Promise<void>;
}
