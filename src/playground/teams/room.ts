import type { CardJson } from './protocol.ts';
import type { Account, TenantSeed } from './tenant.ts';
import { botUser } from './tenant.ts';

export interface StoredPost {
  readonly id: string;
  readonly root?: string;
  /** Cast id, or the bot's. */
  readonly from: string;
  text: string;
  /** As the bot sent it. */
  cards?: readonly CardJson[];
  /** What an action answered in place of the card, by who used it: the others keep the card as it was sent. */
  readonly views?: Record<string, CardJson>;
  edited?: boolean;
  readonly file?: { readonly id: string; readonly name: string; readonly size: number };
}

/** A conversation: somebody's chat with the bot, or a channel with its threads. */
export interface Room {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly name: string;
  readonly topic: string;
  readonly bot: boolean;
  /** Cast ids. */
  readonly members: readonly string[];
  /** In order of their ids. */
  readonly posts: StoredPost[];
  readonly unread: Map<string, number>;
}

export function createRooms(tenant: TenantSeed): Map<string, Room> {
  const everybody = tenant.accounts.map(({ person }) => person.id);
  const empty = () => ({ posts: [], unread: new Map<string, number>() });
  const chats = tenant.accounts.map(
    ({ person, chat }): Room => ({
      id: chat,
      kind: 'personal',
      name: tenant.app.name,
      topic: '',
      bot: true,
      members: [person.id],
      ...empty(),
    }),
  );
  const channels = tenant.channels.map(
    ({ id, name, topic, bot }): Room => ({ id, kind: 'channel', name, topic, bot, members: everybody, ...empty() }),
  );
  return new Map([...chats, ...channels].map((room) => [room.id, room]));
}

/** A thread of a channel is named by the channel and the post that began it. */
export const threadId = (room: Room, root: string | undefined): string =>
  root === undefined ? room.id : `${room.id};messageid=${root}`;

export function parseThreadId(conversation: string): { readonly room: string; readonly root: string | undefined } {
  const [room = '', root] = conversation.split(';messageid=');
  return { room, root };
}

/** Somebody by the bot's own id of them or by the directory's. */
export const accountBy = (tenant: TenantSeed, id: string): Account | undefined =>
  tenant.accounts.find(({ user, directory }) => user === id || directory === id);

export const accountOf = (tenant: TenantSeed, person: string): Account | undefined =>
  tenant.accounts.find((account) => account.person.id === person);

export const isBot = (tenant: TenantSeed, id: string): boolean => id === botUser(tenant);
