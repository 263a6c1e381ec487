import type { Source, UsedAction, ViewValues } from '../../protocol.ts';
import type { Cloud } from '../cloud.ts';
import { isJson, type Json, textOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import { conversationOf, personAt } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { mergeAction, viewState } from '../view-state.ts';
import { viewJson } from '../views.ts';
import type { StoredView } from '../workspace.ts';
import { sendPayload } from './ask-bot.ts';
import { findElement } from './find-element.ts';
import { payloadBase, payloadChannel } from './payload.ts';

interface Used {
  readonly as: string;
  readonly source: Source;
  readonly action: UsedAction;
  /** Everything entered in the view so far, where the page sends it along. */
  readonly values?: ViewValues | undefined;
}

/** A button, menu or picker was used. Throws `Refusal` where the bot did not acknowledge it. */
export async function useElement(cloud: Cloud, { as, source, action, values }: Used): Promise<void> {
  const payload =
    source.kind === 'message' ? messageAction(cloud, as, source, action) : viewAction(cloud, as, source, action, values);
  await sendPayload(cloud, payload);
}

function messageAction(cloud: Cloud, as: string, source: Extract<Source, { kind: 'message' }>, action: UsedAction): Json {
  const conversation = conversationOf(cloud, as, source.channel);
  const ephemeral = source.ephemeral
    ? conversation.ephemerals.find((candidate) => candidate.ts === source.ts && candidate.to === as)
    : undefined;
  const message = source.ephemeral ? undefined : conversation.byTs.get(source.ts);
  const shown = ephemeral ?? message;
  if (!shown) throw new Refusal('message_not_found', 404);
  const used = completeAction(cloud, shown.blocks, action);
  const target = {
    channel: conversation.id,
    person: as,
    message: { ts: shown.ts, ephemeral: ephemeral !== undefined },
    ...(shown.thread && shown.thread !== shown.ts && { thread: shown.thread }),
  };
  return {
    type: 'block_actions',
    ...payloadBase(cloud, { person: as }),
    container: {
      type: 'message',
      message_ts: shown.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral !== undefined,
      ...(shown.thread && { thread_ts: shown.thread }),
    },
    channel: payloadChannel(conversation),
    ...(message && { message: messageJson(cloud, message, { metadata: true }) }),
    state: { values: viewState({ blocks: shown.blocks }, mergeAction({}, used)) },
    response_url: `${cloud.publicUrl()}${cloud.responseUrls.create(target, 'actions')}`,
    actions: [used],
  };
}

function viewAction(
  cloud: Cloud,
  as: string,
  source: Exclude<Source, { kind: 'message' }>,
  action: UsedAction,
  values: ViewValues | undefined,
): Json {
  const stored = source.kind === 'home' ? cloud.workspace.homes.get(as) : cloud.modals.byId.get(source.view);
  if (!stored || stored.user !== personAt(cloud, as).id) throw new Refusal('view_not_found', 404);
  const used = completeAction(cloud, stored.view.blocks, action);
  keepEntered(stored, used, values);
  return {
    type: 'block_actions',
    ...payloadBase(cloud, { person: as, ...(source.kind === 'view' && { view: stored.id }) }),
    container: { type: 'view', view_id: stored.id },
    view: viewJson(cloud, stored),
    actions: [used],
  };
}

function keepEntered(stored: StoredView, used: Json, values: ViewValues | undefined): void {
  stored.values = viewState(stored.view, mergeAction(values ?? stored.values, used));
}

/** The action as Slack sends it: what the person chose, and what the bot itself put on the element. */
function completeAction(cloud: Cloud, blocks: unknown, action: UsedAction): Json {
  const found = findElement(blocks, action.action_id, action.block_id);
  if (!found || found.element.type !== action.type) throw new Refusal('element_not_found', 404);
  const { element, block } = found;
  return {
    ...action,
    block_id: textOf(block.block_id),
    ...(element.type === 'button' && {
      text: element.text,
      ...(typeof element.value === 'string' && { value: element.value }),
      ...(typeof element.style === 'string' && { style: element.style }),
    }),
    ...(isJson(element.placeholder) && { placeholder: element.placeholder }),
    action_ts: cloud.stamps.next(),
  };
}
