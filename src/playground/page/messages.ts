import type { Message } from '../protocol.ts';

const sameMessage = (a: Message, b: Message) => a.ts === b.ts && Boolean(a.ephemeral) === Boolean(b.ephemeral);

/** The list with this message in its place by time; an older state of it is replaced. Pure. */
export function withMessage(list: readonly Message[], message: Message): Message[] {
  const others = list.filter((other) => !sameMessage(other, message));
  const at = others.findLastIndex((other) => Number(other.ts) <= Number(message.ts));
  return others.toSpliced(at + 1, 0, message);
}

export function withoutMessage(list: readonly Message[], ts: string, ephemeral: boolean): Message[] {
  return list.filter((message) => message.ts !== ts || Boolean(message.ephemeral) !== ephemeral);
}

/** What the server has, and what only this page knows: notes of its own, and messages that came while it was asked. */
export function merged(fetched: readonly Message[], known: readonly Message[]): Message[] {
  const newest = Number(fetched.at(-1)?.ts ?? 0);
  const extra = known.filter(
    (message) => !fetched.some((other) => sameMessage(other, message)) && (message.ephemeral || Number(message.ts) > newest),
  );
  return extra.reduce<Message[]>((list, message) => withMessage(list, message), [...fetched]);
}

/** The first message that was unread, given how many are; one's own are never unread. */
export function firstUnread(list: readonly Message[], unread: number, me: string): string | undefined {
  const others = list.filter((message) => message.user !== me);
  return unread > 0 ? others.at(-Math.min(unread, others.length))?.ts : undefined;
}

export const isReply = (message: Message) => message.thread !== undefined && message.thread !== message.ts;
