import type { SubmitResult, ViewValues } from '../../protocol.ts';
import type { Cloud } from '../cloud.ts';
import { isJson, listOf, parseJson, textOf } from '../json.ts';
import { personAt } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { missingInputs, viewState } from '../view-state.ts';
import { deskView, parseView, pushModal, replaceModal, viewJson } from '../views.ts';
import { SlackError } from '../web-api/slack-error.ts';
import type { StoredView } from '../workspace.ts';
import { sendPayload } from './ask-bot.ts';
import { payloadBase } from './payload.ts';

/** The form is sent in. Slack's own checks come first; the bot's answer closes, changes or tops the modal, or shows errors. */
export async function submitView(
  cloud: Cloud,
  { as, view: id, values }: { readonly as: string; readonly view: string; readonly values: ViewValues },
): Promise<SubmitResult> {
  const modal = openModalOf(cloud, as, id);
  modal.values = viewState(modal.view, values);
  const missing = missingInputs(modal.view, modal.values);
  if (Object.keys(missing).length > 0) return { kind: 'errors', errors: missing };
  const payload = {
    type: 'view_submission',
    ...payloadBase(cloud, { person: as, view: modal.id }),
    view: viewJson(cloud, modal),
    response_urls: [],
  };
  const body = await sendPayload(cloud, payload).catch((error) => {
    if (error instanceof Refusal && error.code === 'operation_timeout') return undefined;
    throw error;
  });
  if (body === undefined) return { kind: 'timeout' };
  try {
    return followAnswer(cloud, modal, body.trim() === '' ? {} : parseJson(body));
  } catch (error) {
    if (error instanceof SlackError) throw new Refusal(error.code, 502);
    throw error;
  }
}

/** Closed by its button or by Escape. */
export async function cancelView(cloud: Cloud, { as, view: id }: { readonly as: string; readonly view: string }): Promise<void> {
  const modal = openModalOf(cloud, as, id);
  const cleared = modal.view.clear_on_close === true;
  const payload = {
    type: 'view_closed',
    ...payloadBase(cloud, { person: as }),
    view: viewJson(cloud, modal),
    is_cleared: cleared,
  };
  if (cleared) closeAll(cloud, as);
  else closeTop(cloud, modal);
  if (modal.view.notify_on_close === true) await sendPayload(cloud, payload);
}

function followAnswer(cloud: Cloud, modal: StoredView, answer: unknown): SubmitResult {
  if (!isJson(answer)) throw new Refusal('invalid_response', 502);
  switch (answer.response_action) {
    case undefined:
      return closeTop(cloud, modal);
    case 'clear':
      closeAll(cloud, modal.user);
      return { kind: 'closed' };
    case 'errors':
      return { kind: 'errors', errors: fieldErrors(modal, answer.errors) };
    case 'update':
      replaceModal(cloud, modal, parseView(answer.view, 'modal'));
      return { kind: 'view', view: deskView(modal) };
    case 'push':
      return { kind: 'view', view: deskView(pushModal(cloud, modal.user, parseView(answer.view, 'modal'))) };
    default:
      throw new Refusal('invalid_response', 502);
  }
}

/** Slack ignores the whole answer, with a general complaint, where an error names no input of the view. */
function fieldErrors(modal: StoredView, errors: unknown): Record<string, string> {
  const inputs = new Set(
    listOf(modal.view.blocks).map((block) => (isJson(block) && block.type === 'input' ? textOf(block.block_id) : '')),
  );
  const entries = isJson(errors) ? Object.entries(errors) : [];
  if (entries.length === 0) throw new Refusal('invalid_response', 502);
  return Object.fromEntries(
    entries.map(([block, message]) => {
      if (!inputs.has(block) || typeof message !== 'string') throw new Refusal('invalid_response', 502);
      return [block, message];
    }),
  );
}

function closeTop(cloud: Cloud, modal: StoredView): SubmitResult {
  // While it was away the bot may have opened another one in its place, which then stays.
  if (!cloud.modals.byId.has(modal.id)) return currentView(cloud, modal.user);
  const below = cloud.modals.pop(modal.user);
  cloud.desks.tell(modal.user, { kind: 'view-closed', view: modal.id });
  if (!below) return { kind: 'closed' };
  const view = deskView(below);
  cloud.desks.tell(modal.user, { kind: 'view', view });
  return { kind: 'view', view };
}

function currentView(cloud: Cloud, person: string): SubmitResult {
  const top = cloud.modals.stack(person).at(-1);
  return top ? { kind: 'view', view: deskView(top) } : { kind: 'closed' };
}

function closeAll(cloud: Cloud, person: string): void {
  for (const view of cloud.modals.clear(person)) cloud.desks.tell(person, { kind: 'view-closed', view: view.id });
}

function openModalOf(cloud: Cloud, as: string, id: string): StoredView {
  const modal = cloud.modals.byId.get(id);
  if (!modal || modal.user !== personAt(cloud, as).id) throw new Refusal('view_not_found', 404);
  return modal;
}
