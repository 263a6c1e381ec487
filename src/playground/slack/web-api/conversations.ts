import type { Cloud } from '../cloud.ts';
import type { Conversation } from '../workspace.ts';
import { conversationJson } from './conversation-json.ts';
import { isMember, seenConversation } from './find-conversation.ts';
import { flagArg, type Method, pageOf, requireScope, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

const FAMILY = { channel: 'channels', private: 'groups', direct: 'im' } as const;
const LIST_TYPES: Readonly<Record<string, Conversation['kind'] | undefined>> = {
  public_channel: 'channel',
  private_channel: 'private',
  im: 'direct',
};

export function requireFamilyScope(cloud: Cloud, conversation: Conversation, right: 'read' | 'history'): void {
  requireScope(cloud, [`${FAMILY[conversation.kind]}:${right}`]);
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.open': {
    scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
    run(cloud, args) {
      const conversation = openedConversation(cloud, textArg(args, 'channel'), textArg(args, 'users'));
      const channel = flagArg(args, 'return_im') ? conversationJson(cloud, conversation) : { id: conversation.id };
      return { no_op: true, already_open: true, channel };
    },
  },
  'conversations.info': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    run(cloud, args) {
      const conversation = seenConversation(cloud, textArg(args, 'channel'));
      requireFamilyScope(cloud, conversation, 'read');
      const channel = conversationJson(cloud, conversation);
      return {
        channel: flagArg(args, 'include_num_members') ? { ...channel, num_members: conversation.members.length } : channel,
      };
    },
  },
  'conversations.list': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    run(cloud, args) {
      const types = (textArg(args, 'types') || 'public_channel').split(',').map((type) => type.trim());
      if (types.some((type) => !(type in LIST_TYPES) && type !== 'mpim')) throw new SlackError('invalid_types');
      const kinds = new Set(types.map((type) => LIST_TYPES[type]));
      for (const kind of kinds) if (kind) requireScope(cloud, [`${FAMILY[kind]}:read`]);
      const seen = [...cloud.workspace.conversations.values()].filter(
        (conversation) => kinds.has(conversation.kind) && (conversation.kind === 'channel' || isMember(cloud, conversation)),
      );
      const { page, next } = pageOf(seen, args, 100, 1000);
      const channels = page.map((conversation) => ({
        ...conversationJson(cloud, conversation),
        ...(conversation.kind !== 'direct' && { num_members: conversation.members.length }),
      }));
      return { channels, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.members': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    run(cloud, args) {
      const conversation = seenConversation(cloud, textArg(args, 'channel'));
      requireFamilyScope(cloud, conversation, 'read');
      const { page, next } = pageOf(conversation.members, args, 100, 1000);
      return { members: page, response_metadata: { next_cursor: next } };
    },
  },
};

function openedConversation(cloud: Cloud, channel: string, users: string): Conversation {
  if (channel !== '') {
    const conversation = seenConversation(cloud, channel);
    if (conversation.kind !== 'direct') throw new SlackError('method_not_supported_for_channel_type');
    return conversation;
  }
  const ids = users.split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new SlackError('users_list_not_supplied');
  const { bot, people, gone } = cloud.workspace;
  if (ids.includes(bot.userId)) throw new SlackError('cannot_dm_bot');
  // Conversations of several people are not part of the playground.
  if (ids.length > 1) throw new SlackError('not_enough_users');
  const person = people.get(ids[0] ?? '');
  if (!person) throw new SlackError('user_not_found');
  if (gone.has(person.id)) throw new SlackError('user_disabled');
  return seenConversation(cloud, person.direct);
}
