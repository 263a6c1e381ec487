import { withIds } from './block-ids.ts';
import type { Cloud } from './cloud.ts';
import { deskEphemeral, deskMessage } from './desk/desk-message.ts';
import type { Json } from './json.ts';
import { sendChangeEvent, sendMessageEvents } from './to-bot/message-events.ts';
import type { Conversation, Ephemeral, StoredMessage } from './workspace.ts';

export interface MessageDraft {
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Json[] | undefined;
  readonly metadata?: Json | undefined;
  readonly thread?: string | undefined;
  readonly subtype?: string;
  readonly files?: readonly string[];
}

/** Stores a message, shows it at the desks and tells the bot, as far as it is subscribed. */
export function postMessage(cloud: Cloud, conversation: Conversation, draft: MessageDraft): StoredMessage {
  const message: StoredMessage = {
    ts: cloud.stamps.next(),
    user: draft.user,
    ...(draft.subtype && { subtype: draft.subtype }),
    text: draft.text,
    ...(draft.blocks && draft.blocks.length > 0 && { blocks: withIds(draft.blocks) }),
    ...(draft.metadata && { metadata: draft.metadata }),
    ...(draft.thread && { thread: draft.thread }),
    ...(draft.files && { files: draft.files }),
  };
  conversation.messages.push(message);
  conversation.byTs.set(message.ts, message);
  if (message.thread) countReply(cloud, conversation, message, message.thread);
  else countUnread(cloud, conversation, message);
  showAll(cloud, conversation, message, 'message');
  sendMessageEvents(cloud, conversation, message);
  cloud.save();
  return message;
}

/** New content for a message. As in Slack, only a change of plain text leaves the mark 'edited'. */
export function changeMessage(
  cloud: Cloud,
  conversation: Conversation,
  message: StoredMessage,
  change: {
    readonly by: string;
    readonly text: string;
    readonly blocks: readonly Json[] | undefined;
    readonly metadata?: Json | undefined;
  },
): void {
  const previous = { ...message };
  const ts = cloud.stamps.next();
  message.text = change.text;
  if (change.blocks && change.blocks.length > 0) {
    message.blocks = withIds(change.blocks);
  } else {
    delete message.blocks;
    message.edited = { user: change.by, ts };
  }
  if (change.metadata) message.metadata = change.metadata;
  showAll(cloud, conversation, message, 'changed');
  sendChangeEvent(cloud, conversation, { kind: 'message_changed', ts, message, previous });
  cloud.save();
}

export function deleteMessage(cloud: Cloud, conversation: Conversation, message: StoredMessage): void {
  conversation.messages.splice(conversation.messages.indexOf(message), 1);
  conversation.byTs.delete(message.ts);
  uncountReply(cloud, conversation, message);
  for (const person of conversation.members)
    cloud.desks.tell(person, { kind: 'deleted', channel: conversation.id, ts: message.ts });
  sendChangeEvent(cloud, conversation, { kind: 'message_deleted', ts: cloud.stamps.next(), previous: message });
  cloud.save();
}

export function postEphemeral(
  cloud: Cloud,
  conversation: Conversation,
  draft: {
    readonly to: string;
    readonly text: string;
    readonly blocks?: readonly Json[] | undefined;
    readonly thread?: string | undefined;
  },
): Ephemeral {
  const message: Ephemeral = {
    ts: cloud.stamps.next(),
    to: draft.to,
    text: draft.text,
    ...(draft.blocks && draft.blocks.length > 0 && { blocks: withIds(draft.blocks) }),
    ...(draft.thread && { thread: draft.thread }),
  };
  conversation.ephemerals.push(message);
  if (conversation.ephemerals.length > 500) conversation.ephemerals.splice(0, 100);
  cloud.desks.tell(draft.to, { kind: 'message', message: deskEphemeral(cloud.workspace, conversation, message) });
  return message;
}

export function changeEphemeral(
  cloud: Cloud,
  conversation: Conversation,
  message: Ephemeral,
  change: { readonly text: string; readonly blocks: readonly Json[] | undefined },
): void {
  message.text = change.text;
  if (change.blocks && change.blocks.length > 0) message.blocks = withIds(change.blocks);
  else delete message.blocks;
  cloud.desks.tell(message.to, { kind: 'changed', message: deskEphemeral(cloud.workspace, conversation, message) });
}

export function deleteEphemeral(cloud: Cloud, conversation: Conversation, message: Ephemeral): void {
  conversation.ephemerals.splice(conversation.ephemerals.indexOf(message), 1);
  cloud.desks.tell(message.to, { kind: 'deleted', channel: conversation.id, ts: message.ts, ephemeral: true });
}

export function markRead(cloud: Cloud, conversation: Conversation, person: string): void {
  if ((conversation.unread.get(person) ?? 0) === 0) return;
  conversation.unread.set(person, 0);
  cloud.desks.tell(person, { kind: 'unread', channel: conversation.id, unread: 0 });
  cloud.save();
}

function countUnread(cloud: Cloud, conversation: Conversation, message: StoredMessage): void {
  for (const person of conversation.members) {
    if (person === message.user || person === cloud.workspace.bot.userId) continue;
    const unread = (conversation.unread.get(person) ?? 0) + 1;
    conversation.unread.set(person, unread);
    cloud.desks.tell(person, { kind: 'unread', channel: conversation.id, unread });
  }
}

function countReply(cloud: Cloud, conversation: Conversation, reply: StoredMessage, thread: string): void {
  const parent = conversation.byTs.get(thread);
  if (!parent) return;
  parent.thread = parent.ts;
  parent.replies = (parent.replies ?? 0) + 1;
  parent.latestReply = reply.ts;
  const users = parent.replyUsers ?? [];
  if (!users.includes(reply.user)) users.push(reply.user);
  parent.replyUsers = users;
  showAll(cloud, conversation, parent, 'changed');
}

function uncountReply(cloud: Cloud, conversation: Conversation, reply: StoredMessage): void {
  const parent = reply.thread === undefined || reply.thread === reply.ts ? undefined : conversation.byTs.get(reply.thread);
  if (!parent) return;
  parent.replies = Math.max(0, (parent.replies ?? 0) - 1);
  showAll(cloud, conversation, parent, 'changed');
}

function showAll(cloud: Cloud, conversation: Conversation, message: StoredMessage, kind: 'message' | 'changed'): void {
  const watching = conversation.members.filter((person) => cloud.desks.watched(person));
  if (watching.length === 0) return;
  const shown = deskMessage(cloud.workspace, conversation, message);
  for (const person of watching) cloud.desks.tell(person, { kind, message: shown });
}
