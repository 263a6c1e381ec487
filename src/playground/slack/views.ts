import type { View } from '../protocol.ts';
import { withIds } from './block-ids.ts';
import type { Cloud } from './cloud.ts';
import { newId } from './ids.ts';
import { isJson, type Json, listOf, textOf } from './json.ts';
import { viewProblems } from './limits/check-view.ts';
import { MODAL_STACK_DEPTH } from './modals.ts';
import { realNow } from './real-time.ts';
import { viewState } from './view-state.ts';
import { SlackError } from './web-api/slack-error.ts';
import type { StoredView } from './workspace.ts';

/** Slack refuses views of more than 250 kB. */
const MAX_VIEW_BYTES = 250_000;

/** Throws Slack's error where the view would be refused. */
export function parseView(view: unknown, type: 'modal' | 'home'): Json {
  if (!isJson(view))
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] must provide an object [json-pointer:/view]'] },
    });
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES) throw new SlackError('view_too_large');
  const problems = viewProblems(view, type);
  if (problems.length > 0) throw new SlackError('invalid_arguments', { response_metadata: { messages: problems } });
  return { ...view, blocks: withIds(listOf(view.blocks).filter(isJson)) };
}

/** Opens a modal in place of whatever the person has open. */
export function openModal(cloud: Cloud, person: string, view: Json): StoredView {
  requireFreeExternalId(cloud, view);
  for (const closed of cloud.modals.clear(person)) cloud.desks.tell(person, { kind: 'view-closed', view: closed.id });
  return show(cloud, stored(person, view, undefined));
}

/** Puts a modal on top of the open ones. */
export function pushModal(cloud: Cloud, person: string, view: Json): StoredView {
  requireFreeExternalId(cloud, view);
  const stack = cloud.modals.stack(person);
  const below = stack.at(-1);
  if (!below) throw new SlackError('view_not_found');
  if (stack.length >= MODAL_STACK_DEPTH) throw new SlackError('push_limit_reached');
  return show(cloud, stored(person, view, below));
}

/** What people have entered stays where block, action and kind of input stay the same. */
export function replaceModal(cloud: Cloud, modal: StoredView, view: Json): void {
  requireFreeExternalId(cloud, view, modal);
  modal.view = view;
  modal.hash = newHash();
  modal.values = viewState(view, modal.values);
  if (cloud.modals.stack(modal.user).at(-1) === modal) cloud.desks.tell(modal.user, { kind: 'view', view: deskView(modal) });
}

export function publishHome(cloud: Cloud, person: string, view: Json): StoredView {
  const known = cloud.workspace.homes.get(person);
  const home = known ? { ...known, view, hash: newHash(), values: viewState(view, {}) } : stored(person, view, undefined);
  cloud.workspace.homes.set(person, home);
  cloud.desks.tell(person, { kind: 'home', view: deskView(home) });
  cloud.save();
  return home;
}

/** A view as Slack sends it in answers and payloads. */
export function viewJson(cloud: Cloud, { id, view, hash, root, previous, values }: StoredView): Json {
  const { team, bot } = cloud.workspace;
  return {
    id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: textOf(view.private_metadata),
    callback_id: textOf(view.callback_id),
    state: { values },
    hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: previous ?? null,
    root_view_id: root,
    app_id: bot.appId,
    external_id: textOf(view.external_id),
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}

/** A view as the page draws it. */
export function deskView({ id, view }: StoredView): View {
  const submit = plainText(view.submit);
  const close = plainText(view.close);
  return {
    id,
    title: plainText(view.title) ?? '',
    ...(submit !== undefined && { submit }),
    ...(close !== undefined && { close }),
    blocks: listOf(view.blocks),
  };
}

function plainText(value: unknown): string | undefined {
  return isJson(value) ? textOf(value.text) : undefined;
}

function stored(person: string, view: Json, below: StoredView | undefined): StoredView {
  const id = newId('V');
  return { id, user: person, root: below?.root ?? id, previous: below?.id, view, hash: newHash(), values: viewState(view, {}) };
}

function show(cloud: Cloud, modal: StoredView): StoredView {
  cloud.modals.push(modal);
  cloud.desks.tell(modal.user, { kind: 'view', view: deskView(modal) });
  return modal;
}

function requireFreeExternalId(cloud: Cloud, view: Json, self?: StoredView): void {
  const externalId = textOf(view.external_id);
  if (externalId === '') return;
  const holder = cloud.modals.byExternalId(externalId);
  if (holder && holder !== self) throw new SlackError('duplicate_external_id');
}

function newHash(): string {
  return `${Math.floor(realNow() / 1000)}.${newId('').toLowerCase().slice(0, 8)}`;
}
