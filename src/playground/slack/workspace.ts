import type { BotSeed, CastPerson, ChannelSeed, TeamSeed } from '../cast.ts';
import type { Json } from './json.ts';

export interface StoredMessage {
  readonly ts: string;
  /** Id of the person or the bot's user id. */
  readonly user: string;
  readonly subtype?: string;
  text: string;
  blocks?: readonly Json[];
  metadata?: Json;
  /** `ts` of the thread's first message; equal to `ts` on that message once it has replies. */
  thread?: string;
  replies?: number;
  replyUsers?: string[];
  latestReply?: string;
  edited?: { readonly user: string; readonly ts: string };
  files?: readonly string[];
}

export interface Ephemeral {
  readonly ts: string;
  readonly to: string;
  text: string;
  blocks?: readonly Json[];
  readonly thread?: string;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'private' | 'direct';
  readonly name: string;
  readonly topic: string;
  readonly members: string[];
  /** Ascending by `ts`. */
  readonly messages: StoredMessage[];
  readonly byTs: Map<string, StoredMessage>;
  /** Messages not yet seen, by person. */
  readonly unread: Map<string, number>;
  /** Lives in memory only, as in Slack. */
  readonly ephemerals: Ephemeral[];
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly user: string;
  readonly size: number;
  readonly created: number;
  readonly channels: string[];
  title: string;
}

export interface StoredView {
  readonly id: string;
  readonly user: string;
  readonly root: string;
  readonly previous: string | undefined;
  /** As the bot sent it, with ids for blocks and actions filled in. */
  view: Json;
  hash: string;
  values: Record<string, Json>;
}

export interface Workspace {
  readonly team: TeamSeed;
  readonly bot: BotSeed;
  readonly people: Map<string, CastPerson>;
  /** Ids of people who have left. */
  readonly gone: Set<string>;
  readonly conversations: Map<string, Conversation>;
  readonly files: Map<string, StoredFile>;
  readonly homes: Map<string, StoredView>;
}

export function createWorkspace(seed: {
  readonly cast: readonly CastPerson[];
  readonly channels: readonly ChannelSeed[];
  readonly team: TeamSeed;
  readonly bot: BotSeed;
}): Workspace {
  const conversations = new Map<string, Conversation>();
  for (const channel of seed.channels) {
    const kind = channel.private ? 'private' : 'channel';
    conversations.set(channel.id, emptyConversation(channel.id, kind, channel.name, channel.topic, channel.members));
  }
  for (const person of seed.cast) {
    conversations.set(person.direct, emptyConversation(person.direct, 'direct', '', '', [person.id, seed.bot.userId]));
  }
  return {
    team: seed.team,
    bot: seed.bot,
    people: new Map(seed.cast.map((person) => [person.id, person])),
    gone: new Set(),
    conversations,
    files: new Map(),
    homes: new Map(),
  };
}

function emptyConversation(
  id: string,
  kind: Conversation['kind'],
  name: string,
  topic: string,
  members: readonly string[],
): Conversation {
  return {
    id,
    kind,
    name,
    topic,
    members: [...members],
    messages: [],
    byTs: new Map(),
    unread: new Map(),
    ephemerals: [],
  };
}
