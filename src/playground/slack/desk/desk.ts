import type { Channel, Desk, Message } from '../../protocol.ts';
import type { Cloud } from '../cloud.ts';
import { conversationOf, personAt } from '../people.ts';
import type { Conversation } from '../workspace.ts';
import { deskEphemeral, deskMessage } from './desk-message.ts';

/** All that the page needs to draw itself for a person. */
export function deskOf(cloud: Cloud, as: string): Desk {
  const { team, bot, people, conversations } = cloud.workspace;
  const me = personAt(cloud, as);
  return {
    workspace: team.name,
    me,
    cast: [...people.values()],
    bot: { id: bot.userId, name: bot.name },
    channels: [...conversations.values()]
      .filter((conversation) => conversation.members.includes(as))
      .map((conversation) => deskChannel(cloud, conversation, as)),
    commands: cloud.manifest.commands.map(({ command, description, usage }) => ({ command, description, usage })),
    shortcuts: cloud.manifest.shortcuts,
    clock: { now: cloud.options.now().toISOString() },
  };
}

function deskChannel(cloud: Cloud, conversation: Conversation, as: string): Channel {
  const { bot, people } = cloud.workspace;
  const shared = { id: conversation.id, unread: conversation.unread.get(as) ?? 0 };
  if (conversation.kind !== 'direct') {
    return { ...shared, kind: 'channel', name: conversation.name, topic: conversation.topic };
  }
  const other = conversation.members.find((member) => member !== as) ?? as;
  if (other === bot.userId) return { ...shared, kind: 'direct', name: bot.name, bot: true };
  return { ...shared, kind: 'direct', name: people.get(other)?.name ?? other };
}

/** More would only slow the page down; Slack's client loads older ones while scrolling. */
const SHOWN = 500;

/** Oldest first: a conversation without its threads, or one thread. The person's ephemeral messages are among them. */
export function deskMessages(cloud: Cloud, as: string, channel: string, thread: string | undefined): Message[] {
  const conversation = conversationOf(cloud, personAt(cloud, as).id, channel);
  const isShown = (message: { readonly ts: string; readonly thread?: string | undefined }) =>
    thread === undefined
      ? message.thread === undefined || message.thread === message.ts
      : message.ts === thread || message.thread === thread;
  const messages = conversation.messages
    .filter(isShown)
    .slice(-SHOWN)
    .map((message) => deskMessage(cloud.workspace, conversation, message));
  const ephemerals = conversation.ephemerals
    .filter((message) => message.to === as && isShown(message))
    .map((message) => deskEphemeral(cloud.workspace, conversation, message));
  return [...messages, ...ephemerals].sort((left, right) => left.ts.localeCompare(right.ts));
}
