import type { Cloud } from '../cloud.ts';
import { messageJson } from '../message-json.ts';
import type { Conversation, StoredMessage } from '../workspace.ts';
import { sendEvent } from './events.ts';

const SUBSCRIPTION = { direct: 'message.im', channel: 'message.channels', private: 'message.groups' } as const;
const CHANNEL_TYPE = { direct: 'im', channel: 'channel', private: 'group' } as const;

/** Tells the bot of a message in a conversation it is in, its own messages included, as Slack does. */
export function sendMessageEvents(cloud: Cloud, conversation: Conversation, message: StoredMessage): void {
  const { bot } = cloud.workspace;
  if (!conversation.members.includes(bot.userId)) return;
  const { events } = cloud.manifest;
  const mentioned = message.user !== bot.userId && message.text.includes(`<@${bot.userId}>`);
  const subscription = SUBSCRIPTION[conversation.kind];
  const wanted = !events || events.has(subscription) || (mentioned && events.has('app_mention'));
  if (!wanted) return;
  const event = {
    ...messageJson(cloud, message),
    channel: conversation.id,
    event_ts: message.ts,
    channel_type: CHANNEL_TYPE[conversation.kind],
  };
  void sendEvent(cloud, subscription, event);
  if (mentioned && conversation.kind !== 'direct') {
    const { channel_type: _, ...mention } = event;
    void sendEvent(cloud, 'app_mention', { ...mention, type: 'app_mention' });
  }
}

type Change =
  | {
      readonly kind: 'message_changed';
      readonly ts: string;
      readonly message: StoredMessage;
      readonly previous: StoredMessage;
    }
  | { readonly kind: 'message_deleted'; readonly ts: string; readonly previous: StoredMessage };

/** Slack reports changes and deletions under the same subscription as messages. */
export function sendChangeEvent(cloud: Cloud, conversation: Conversation, change: Change): void {
  const subscription = SUBSCRIPTION[conversation.kind];
  if (!conversation.members.includes(cloud.workspace.bot.userId)) return;
  if (cloud.manifest.events && !cloud.manifest.events.has(subscription)) return;
  void sendEvent(cloud, subscription, {
    type: 'message',
    subtype: change.kind,
    ...(change.kind === 'message_changed' ? { message: messageJson(cloud, change.message) } : { deleted_ts: change.previous.ts }),
    previous_message: messageJson(cloud, change.previous),
    channel: conversation.id,
    hidden: true,
    ts: change.ts,
    event_ts: change.ts,
    channel_type: CHANNEL_TYPE[conversation.kind],
  });
}
