import type { Source } from '../../protocol.ts';
import type { Cloud } from '../cloud.ts';
import { isJson, type Json, listOf, parseJson } from '../json.ts';
import { optionsAnswerSchema } from '../limits/text-schemas.ts';
import { messageJson } from '../message-json.ts';
import { conversationOf } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { viewJson } from '../views.ts';
import { sendPayload } from './ask-bot.ts';
import { payloadBase, payloadChannel } from './payload.ts';

/** Options of a menu that the bot fills while somebody types. Groups come flat. */
export async function suggestOptions(
  cloud: Cloud,
  asked: {
    readonly as: string;
    readonly source: Source;
    readonly actionId: string;
    readonly blockId: string;
    readonly query: string;
  },
): Promise<readonly Json[]> {
  const { trigger_id: _, ...base } = payloadBase(cloud, { person: asked.as });
  const body = await sendPayload(cloud, {
    type: 'block_suggestion',
    ...base,
    ...place(cloud, asked.as, asked.source),
    action_id: asked.actionId,
    block_id: asked.blockId,
    value: asked.query,
  });
  const answer = parseJson(body);
  if (!optionsAnswerSchema.safeParse(answer).success || !isJson(answer)) throw new Refusal('invalid_response', 502);
  const groups = listOf(answer.option_groups).filter(isJson);
  return [...listOf(answer.options), ...groups.flatMap((group) => listOf(group.options))].filter(isJson);
}

function place(cloud: Cloud, as: string, source: Source): Json {
  if (source.kind === 'message') {
    const conversation = conversationOf(cloud, as, source.channel);
    const message = conversation.byTs.get(source.ts);
    return {
      container: {
        type: 'message',
        message_ts: source.ts,
        channel_id: source.channel,
        is_ephemeral: source.ephemeral === true,
      },
      channel: payloadChannel(conversation),
      ...(message && { message: messageJson(cloud, message) }),
    };
  }
  const stored = source.kind === 'home' ? cloud.workspace.homes.get(as) : cloud.modals.byId.get(source.view);
  if (!stored || stored.user !== as) throw new Refusal('view_not_found', 404);
  return { container: { type: 'view', view_id: stored.id }, view: viewJson(cloud, stored) };
}
