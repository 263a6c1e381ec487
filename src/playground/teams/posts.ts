import type { TeamsCloud } from './cloud.ts';
import type { CardJson, Post } from './protocol.ts';
import type { Room, StoredPost } from './room.ts';
import { botUser } from './tenant.ts';

/** A post as one person's page draws it. */
export function deskPost(room: Room, post: StoredPost, as: string): Post {
  const view = post.views?.[as];
  const cards = view ? [view] : post.cards;
  return {
    place: room.id,
    id: post.id,
    ...(post.root === undefined ? {} : { root: post.root }),
    from: post.from,
    text: post.text,
    ...(cards === undefined ? {} : { cards }),
    ...(post.edited ? { edited: true } : {}),
    ...(post.file ? { file: { name: post.file.name, size: post.file.size } } : {}),
  };
}

function show(cloud: TeamsCloud, room: Room, post: StoredPost, kind: 'post' | 'changed', to = room.members): void {
  for (const person of to) cloud.desks.tell(person, { kind, post: deskPost(room, post, person) });
}

export type PostDraft = Pick<StoredPost, 'from' | 'text' | 'root' | 'cards' | 'file'>;

/** Keeps a post and shows it at the desks. Whether the bot hears of it is the caller's business. */
export function addPost(cloud: TeamsCloud, room: Room, { from, text, root, cards, file }: PostDraft): StoredPost {
  const post: StoredPost = {
    id: cloud.nextId(),
    ...(root === undefined ? {} : { root }),
    from,
    text,
    ...(cards === undefined ? {} : { cards }),
    ...(file === undefined ? {} : { file }),
    views: {},
  };
  room.posts.push(post);
  show(cloud, room, post, 'post');
  for (const person of room.members) if (person !== from) countUnread(cloud, room, person);
  cloud.save();
  return post;
}

/** New content from the bot: whatever somebody made of the old card is gone. */
export function changePost(
  cloud: TeamsCloud,
  room: Room,
  post: StoredPost,
  to: { readonly text: string; readonly cards: readonly CardJson[] | undefined },
): void {
  post.text = to.text;
  if (to.cards) post.cards = to.cards;
  else delete post.cards;
  for (const person of Object.keys(post.views ?? {})) delete post.views?.[person];
  if (!to.cards) post.edited = true;
  show(cloud, room, post, 'changed');
  cloud.save();
}

/** An action's answer stands in place of the card, for who used it. */
export function viewPost(cloud: TeamsCloud, room: Room, post: StoredPost, person: string, card: CardJson): void {
  if (post.views) post.views[person] = card;
  show(cloud, room, post, 'changed', [person]);
  cloud.save();
}

export function removePost(cloud: TeamsCloud, room: Room, post: StoredPost): void {
  room.posts.splice(room.posts.indexOf(post), 1);
  for (const person of room.members) cloud.desks.tell(person, { kind: 'deleted', place: room.id, id: post.id });
  cloud.save();
}

function countUnread(cloud: TeamsCloud, room: Room, person: string): void {
  const unread = (room.unread.get(person) ?? 0) + 1;
  room.unread.set(person, unread);
  cloud.desks.tell(person, { kind: 'unread', place: room.id, unread });
}

export function markRead(cloud: TeamsCloud, room: Room, person: string): void {
  if ((room.unread.get(person) ?? 0) === 0) return;
  room.unread.set(person, 0);
  cloud.desks.tell(person, { kind: 'unread', place: room.id, unread: 0 });
  cloud.save();
}

export const isBots = (cloud: TeamsCloud, post: StoredPost): boolean => post.from === botUser(cloud.tenant);
