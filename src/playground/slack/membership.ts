import type { Cloud } from './cloud.ts';
import { postMessage } from './conversations.ts';
import { Refusal } from './refusal.ts';
import { sendEvent } from './to-bot/events.ts';

/** A person or the bot comes into a channel; the bot hears of it where it is a member. */
export function joinConversation(cloud: Cloud, channel: string, who: string, inviter?: string): Promise<void> {
  const { conversations, people, bot, team } = cloud.workspace;
  const conversation = conversations.get(channel);
  if (!conversation || conversation.kind === 'direct') throw new Refusal('channel_not_found', 404);
  if (who !== bot.userId && !people.has(who)) throw new Refusal('user_not_found', 404);
  if (conversation.members.includes(who)) return Promise.resolve();
  conversation.members.push(who);
  const subtype = conversation.kind === 'private' ? 'group_join' : 'channel_join';
  const message = postMessage(cloud, conversation, { user: who, text: `<@${who}> has joined the channel`, subtype });
  if (!conversation.members.includes(bot.userId)) return Promise.resolve();
  return sendEvent(cloud, 'member_joined_channel', {
    type: 'member_joined_channel',
    user: who,
    channel,
    channel_type: conversation.kind === 'private' ? 'G' : 'C',
    team: people.get(who)?.stranger?.team ?? team.id,
    ...(inviter && { inviter }),
    event_ts: message.ts,
  });
}
