import type { Cloud } from '../cloud.ts';
import type { Json } from '../json.ts';
import type { Conversation } from '../workspace.ts';
import { isMember } from './find-conversation.ts';

/** Conversations of the playground have no birthday of their own. */
const CREATED = 1_700_000_000;

export function conversationJson(cloud: Cloud, conversation: Conversation): Json {
  const { team, bot } = cloud.workspace;
  const shared = {
    id: conversation.id,
    created: CREATED,
    is_archived: false,
    is_org_shared: false,
    context_team_id: team.id,
    updated: CREATED * 1000,
  };
  if (conversation.kind === 'direct') {
    const user = conversation.members.find((member) => member !== bot.userId) ?? '';
    return { ...shared, is_im: true, user, is_user_deleted: cloud.workspace.gone.has(user), is_open: true, priority: 0 };
  }
  const isPrivate = conversation.kind === 'private';
  const strangers = conversation.members.flatMap((member) => cloud.workspace.people.get(member)?.stranger?.team ?? []);
  return {
    ...shared,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: !isPrivate,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_general: conversation.name === 'general',
    is_shared: strangers.length > 0,
    is_ext_shared: strangers.length > 0,
    is_pending_ext_shared: false,
    unlinked: 0,
    pending_shared: [],
    shared_team_ids: [team.id, ...new Set(strangers)],
    parent_conversation: null,
    creator: conversation.members[0] ?? '',
    is_member: isMember(cloud, conversation),
    topic: { value: conversation.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  };
}
