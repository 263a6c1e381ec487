import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AFTER_SALES, modal, type Rig, SEOUL, silence, startRig, textInput } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const select = (id: string, more: object = {}) => ({
  ...textInput(id, more),
  element: { type: 'static_select', action_id: 'value', options: [option('x'), option('y')] },
});
async function open(view: object): Promise<void> {
  await rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log' });
  const answer = await rig.call('views.open', { trigger_id: rig.received.at(-1)?.fields.trigger_id, view });
  expect(answer).toMatchObject({ ok: true });
}
const submit = (fill: Record<string, unknown> = {}) => rig.cloud.submit({ as: SEOUL, fill });

test('the payload carries the view with what was entered and what was hidden in it', async () => {
  await open(modal([textInput('note'), select('how'), select('also', { optional: true })], { private_metadata: '{"id":7}' }));
  await submit({ note: 'called', how: 'y' });
  const { fields } = rig.received.at(-1) ?? {};
  expect(fields).toMatchObject({
    type: 'view_submission',
    user: { id: SEOUL, username: 'minseo.kim' },
    trigger_id: expect.any(String),
    view: { callback_id: 'form', private_metadata: '{"id":7}', type: 'modal', hash: expect.any(String) },
  });
  expect(fields.view.state.values).toEqual({
    note: { value: { type: 'plain_text_input', value: 'called' } },
    how: { value: { type: 'static_select', selected_option: option('y') } },
    also: { value: { type: 'static_select', selected_option: null } },
  });
});

test.each<[string, object, unknown, boolean]>([
  ['an empty required field', textInput('a'), '  ', false],
  ['an empty optional field', textInput('a', { optional: true }), '', true],
  ['too short a text', textInput('a', {}, { min_length: 3 }), 'ab', false],
  ['too long a text', textInput('a', {}, { max_length: 3 }), 'abcd', false],
  ['a fitting text', textInput('a', {}, { min_length: 3, max_length: 3 }), 'abc', true],
  ['no number', textInput('a', {}, { type: 'number_input', is_decimal_allowed: false }), 'x', false],
  ['a fraction', textInput('a', {}, { type: 'number_input', is_decimal_allowed: false }), '1.5', false],
  ['too small a number', textInput('a', {}, { type: 'number_input', is_decimal_allowed: true, min_value: '2' }), '1.5', false],
  ['no address', textInput('a', {}, { type: 'email_text_input' }), 'x', false],
])('Slack itself looks at %s', async (_name, block, value, taken) => {
  await open(modal([block]));
  const before = rig.received.length;
  expect((await submit({ a: value })).kind).toBe(taken ? 'closed' : 'errors');
  expect(rig.received.length).toBe(taken ? before + 1 : before);
});

describe('the answer', () => {
  const answer = (body: unknown) => rig.onRequest(() => ({ body: body as object }));

  test('errors stand at their fields, and the modal stays', async () => {
    await open(modal([textInput('a')]));
    answer({ response_action: 'errors', errors: { a: 'Not so' } });
    expect(await submit({ a: 'x' })).toEqual({ kind: 'errors', errors: { a: 'Not so' } });
    expect(rig.cloud.view(SEOUL)).toBeDefined();
  });

  test('update shows another view in its place', async () => {
    await open(modal([textInput('a')]));
    answer({ response_action: 'update', view: modal([], { title: { type: 'plain_text', text: 'Next' } }) });
    expect(await submit({ a: 'x' })).toMatchObject({ kind: 'view', view: { title: 'Next', id: rig.cloud.view(SEOUL)?.id } });
  });

  test('push puts one on top; closing it shows the one below; clear closes all', async () => {
    await open(modal([textInput('a')]));
    const below = rig.cloud.view(SEOUL)?.id;
    answer({ response_action: 'push', view: modal([]) });
    expect((await submit({ a: 'x' })).kind).toBe('view');
    answer('');
    expect(await submit()).toMatchObject({ kind: 'view', view: { id: below } });
    answer({ response_action: 'clear' });
    expect(await submit({ a: 'x' })).toEqual({ kind: 'closed' });
    expect(rig.cloud.view(SEOUL)).toBeUndefined();
  });

  test.each<[string, unknown, string]>([
    ['an unknown action', { response_action: 'dance' }, 'invalid_response'],
    ['an error at no field', { response_action: 'errors', errors: { b: 'x' } }, 'invalid_response'],
    ['no errors at all', { response_action: 'errors', errors: {} }, 'invalid_response'],
    ['a text', 'thanks', 'invalid_response'],
    ['a view that Slack refuses', { response_action: 'update', view: modal([{ type: 'nonsense' }]) }, 'invalid_arguments'],
  ])('%s is an error', async (_name, body, error) => {
    await open(modal([textInput('a')]));
    answer(body);
    await expect(submit({ a: 'x' })).rejects.toThrow(error);
    expect(rig.cloud.view(SEOUL)).toBeDefined();
  });

  test('too late is a timeout, and the form is not sent again', async () => {
    await open(modal([textInput('a')]));
    rig.onRequest(silence);
    const before = rig.received.length;
    expect(await submit({ a: 'x' })).toEqual({ kind: 'timeout' });
    expect(rig.received).toHaveLength(before + 1);
  });
});

test('closing tells the bot only where it asked for that', async () => {
  await open(modal([]));
  const before = rig.received.length;
  await rig.cloud.cancel(SEOUL);
  expect(rig.received).toHaveLength(before);
  await open(modal([], { notify_on_close: true }));
  await rig.cloud.cancel(SEOUL);
  expect(rig.received.at(-1)?.fields).toMatchObject({ type: 'view_closed', is_cleared: false, view: { callback_id: 'form' } });
});
