import type { Cloud } from '../cloud.ts';
import { messageJson } from '../message-json.ts';
import { conversationOf } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { sendPayload } from './ask-bot.ts';
import { payloadBase, payloadChannel } from './payload.ts';

/** An entry of a message's menu was chosen. */
export async function useShortcut(
  cloud: Cloud,
  {
    as,
    channel,
    message: ts,
    callback,
  }: { readonly as: string; readonly channel: string; readonly message: string; readonly callback: string },
): Promise<void> {
  const conversation = conversationOf(cloud, as, channel);
  const message = conversation.byTs.get(ts);
  if (!message) throw new Refusal('message_not_found', 404);
  const { shortcuts } = cloud.manifest;
  if (shortcuts.length > 0 && !shortcuts.some((shortcut) => shortcut.callback === callback))
    throw new Refusal('shortcut_not_found', 404);
  const thread = message.thread && message.thread !== message.ts ? { thread: message.thread } : {};
  const path = cloud.responseUrls.create({ channel, person: as, message: { ts, ephemeral: false }, ...thread }, 'actions');
  await sendPayload(cloud, {
    type: 'message_action',
    ...payloadBase(cloud, { person: as }),
    callback_id: callback,
    action_ts: cloud.stamps.next(),
    channel: payloadChannel(conversation),
    message_ts: ts,
    message: messageJson(cloud, message),
    response_url: `${cloud.publicUrl()}${path}`,
  });
}
