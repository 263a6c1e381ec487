import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AFTER_SALES, modal, type Rig, SEOUL, startRig, textInput } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

async function trigger(): Promise<string> {
  await rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log' });
  return rig.received.at(-1)?.fields.trigger_id;
}
const open = async (view: object = modal([textInput('note')])) => rig.call('views.open', { trigger_id: await trigger(), view });

describe('trigger ids', () => {
  test('open one view', async () => {
    const id = await trigger();
    expect(await rig.call('views.open', { trigger_id: id, view: modal([]) })).toMatchObject({ ok: true });
    expect(await rig.call('views.open', { trigger_id: id, view: modal([]) })).toMatchObject({ error: 'exchanged_trigger_id' });
  });

  test('are known, and no older than three seconds', async () => {
    expect(await rig.call('views.open', { trigger_id: '1.2.3', view: modal([]) })).toMatchObject({ error: 'invalid_trigger_id' });
    const id = await trigger();
    vi.setSystemTime(Date.now() + 3_001);
    expect(await rig.call('views.open', { trigger_id: id, view: modal([]) })).toMatchObject({ error: 'expired_trigger_id' });
    vi.useRealTimers();
  });
});

describe('views.update', () => {
  test('keeps what is entered in inputs that stay, and changes the hash', async () => {
    const { view } = await open(modal([textInput('a'), textInput('b', {}, { initial_value: 'first' })]));
    const next = modal([textInput('b', {}, { initial_value: 'second' })]);
    const answer = await rig.call('views.update', { view_id: view.id, hash: view.hash, view: next });
    expect(answer.view.hash).not.toBe(view.hash);
    expect(answer.view.state.values).toEqual({ b: { value: { type: 'plain_text_input', value: 'first' } } });
    expect(await rig.call('views.update', { view_id: view.id, hash: view.hash, view: next })).toMatchObject({
      error: 'hash_conflict',
    });
  });

  test('finds a view by its external id, which nobody else may use meanwhile', async () => {
    await open(modal([], { external_id: 'one' }));
    expect(await rig.call('views.update', { external_id: 'one', view: modal([]) })).toMatchObject({ ok: true });
    expect(await rig.call('views.update', { external_id: 'one', view: modal([]) })).toMatchObject({ error: 'not_found' });
    expect(await rig.call('views.update', { view_id: 'V0NOWHERE1', view: modal([]) })).toMatchObject({ error: 'not_found' });
  });
});

test('up to three modals stand on each other', async () => {
  await open();
  const push = async () => rig.call('views.push', { trigger_id: await trigger(), view: modal([]) });
  const [second, third, fourth] = [await push(), await push(), await push()];
  expect(third.view).toMatchObject({ previous_view_id: second.view.id, root_view_id: second.view.root_view_id });
  expect(fourth).toMatchObject({ error: 'push_limit_reached' });
});

describe('refused views', () => {
  test.each<[string, object, object]>([
    [
      'a long title',
      modal([], { title: { type: 'plain_text', text: 'x'.repeat(25) } }),
      {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
      },
    ],
    ['a home tab as a modal', { type: 'home', blocks: [] }, { error: 'invalid_arguments' }],
    [
      'a bad block',
      modal([{ type: 'nonsense' }]),
      { response_metadata: { messages: ['[ERROR] unsupported type: nonsense [json-pointer:/view/blocks/0/type]'] } },
    ],
    [
      'more than 250 kB',
      modal(Array.from({ length: 90 }, () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3000) } }))),
      { error: 'view_too_large' },
    ],
  ])('%s', async (_name, view, answer) => {
    expect(await open(view)).toMatchObject({ ok: false, ...answer });
    expect(rig.cloud.view(SEOUL)).toBeUndefined();
  });
});

test('a home tab is published for a person and replaced', async () => {
  const view = { type: 'home', blocks: [{ type: 'divider' }] };
  const first = await rig.call('views.publish', { user_id: SEOUL, view });
  const second = await rig.call('views.publish', { user_id: SEOUL, view, hash: first.view.hash });
  expect(second.view.id).toBe(first.view.id);
  expect(await rig.call('views.publish', { user_id: SEOUL, view, hash: first.view.hash })).toMatchObject({
    error: 'hash_conflict',
  });
  expect(await rig.call('views.publish', { user_id: 'U0NOBODY01', view })).toMatchObject({ error: 'user_not_found' });
});
