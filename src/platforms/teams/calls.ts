import type { Seen, Sighting } from '../../chat/sighting.ts';
import type { AdaptiveCard, TeamsMessage } from './render.ts';

/** What has to outlive the process. Teams cannot be asked who is where. */
export interface TeamsMemory {
  see(sighting: Sighting): Promise<void>;
  find(team: string, person: string): Promise<Seen | undefined>;
  /** Where a tenant is spoken to, as anybody of it was last seen. */
  service(team: string): Promise<string | undefined>;
  /** The conversation is not there any more, and nobody said why. */
  lose(team: string, person: string): Promise<void>;
  /** The person removed the bot: nothing is sent there until they are heard of again. */
  remove(sighting: Sighting): Promise<void>;
  /** True once for each time that somebody adds the bot. */
  greet(team: string, person: string): Promise<boolean>;
  /** Whether the person may be asked now, where others see it, to add the bot. */
  invite(team: string, person: string): Promise<boolean>;
}

export interface Member {
  readonly name: string;
  readonly email: string | undefined;
  readonly tenant: string | undefined;
  readonly role: string | undefined;
  readonly account: string | undefined;
}

/** The Bot Connector's own calls. Each throws `PlatformError`. */
export interface Connector {
  send(serviceUrl: string, conversation: string, message: TeamsMessage): Promise<string>;
  update(serviceUrl: string, conversation: string, message: string, to: TeamsMessage): Promise<void>;
  /** Opens somebody's own conversation with the bot. */
  open(serviceUrl: string, team: string, user: string): Promise<string>;
  member(serviceUrl: string, conversation: string, user: string): Promise<Member>;
}

/** The answer to an invoke. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Leads to adding the bot for oneself. */
export const installUrl = (app: { readonly id: string } | undefined): string | undefined =>
  app && `https://teams.microsoft.com/l/app/${encodeURIComponent(app.id)}`;

export const cardType = 'application/vnd.microsoft.card.adaptive';
export const attachmentOf = (card: AdaptiveCard) => ({ contentType: cardType, content: card });
