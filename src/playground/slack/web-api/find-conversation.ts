import type { Cloud } from '../cloud.ts';
import type { Conversation } from '../workspace.ts';
import { SlackError } from './slack-error.ts';

/** A conversation the bot can see. Private channels without the bot and direct messages of others do not exist for it. */
export function seenConversation(cloud: Cloud, id: string): Conversation {
  const conversation = cloud.workspace.conversations.get(id);
  if (!conversation) throw new SlackError('channel_not_found');
  if (conversation.kind !== 'channel' && !isMember(cloud, conversation)) throw new SlackError('channel_not_found');
  return conversation;
}

/** A conversation the bot is in. */
export function joinedConversation(cloud: Cloud, id: string): Conversation {
  const conversation = seenConversation(cloud, id);
  if (!isMember(cloud, conversation)) throw new SlackError('not_in_channel');
  return conversation;
}

/** Where a message may go: a conversation the bot is in, or a person's id, which means the direct conversation. */
export function postableConversation(cloud: Cloud, target: string): Conversation {
  if (target === '') throw new SlackError('channel_not_found');
  const person = cloud.workspace.people.get(target);
  if (person) {
    if (cloud.workspace.gone.has(target)) throw new SlackError('channel_not_found');
    return joinedConversation(cloud, person.direct);
  }
  const byName = target.startsWith('#') ? byChannelName(cloud, target.slice(1)) : undefined;
  const conversation = byName ?? seenConversation(cloud, target);
  if (!isMember(cloud, conversation) && !cloud.workspace.bot.scopes.includes('chat:write.public')) {
    throw new SlackError('not_in_channel');
  }
  return conversation;
}

export function isMember(cloud: Cloud, conversation: Conversation): boolean {
  return conversation.members.includes(cloud.workspace.bot.userId);
}

function byChannelName(cloud: Cloud, name: string): Conversation | undefined {
  return [...cloud.workspace.conversations.values()].find(
    (conversation) => conversation.kind !== 'direct' && conversation.name === name,
  );
}
