import { afterEach, beforeEach, expect, test } from 'vitest';
import { BOT } from '../../../../src/playground/cast.ts';
import { AFTER_SALES, actions, button, modal, type Rig, SEOUL, startRig, textInput } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ manifest: { settings: { event_subscriptions: { bot_events: [] } } } });
});
afterEach(() => rig.stop());

const payload = () => rig.received.at(-1)?.fields;

test('a button of a message', async () => {
  const blocks = [actions(button('go', { value: 'v', style: 'primary' }), { type: 'datepicker', action_id: 'when' })];
  const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x', blocks });
  await rig.cloud.press({ as: SEOUL, on: { channel: AFTER_SALES, ts }, action: 'go' });
  expect(payload()).toMatchObject({
    type: 'block_actions',
    api_app_id: BOT.appId,
    container: { type: 'message', message_ts: ts, channel_id: AFTER_SALES, is_ephemeral: false },
    channel: { id: AFTER_SALES, name: 'after-sales' },
    message: { ts, blocks, bot_id: BOT.botId },
    state: { values: { acts: { when: { type: 'datepicker', selected_date: null } } } },
    response_url: expect.stringContaining('/respond/actions/'),
    actions: [
      {
        type: 'button',
        block_id: 'acts',
        action_id: 'go',
        value: 'v',
        style: 'primary',
        text: { type: 'plain_text', text: 'go' },
        action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      },
    ],
  });
});

test('a choice stands in the action and in the state', async () => {
  await rig.call('chat.postMessage', { channel: SEOUL, text: 'x', blocks: [actions({ type: 'datepicker', action_id: 'when' })] });
  const chosen = { selected_date: '2026-11-25' };
  await rig.cloud.press({ as: SEOUL, on: { channel: rig.cloud.direct(SEOUL) }, action: 'when', chosen });
  expect(payload()).toMatchObject({
    channel: { name: 'directmessage' },
    actions: [{ type: 'datepicker', ...chosen }],
    state: { values: { acts: { when: { type: 'datepicker', ...chosen } } } },
  });
});

test('a person cannot press what is not there, or give a button another value', async () => {
  const { ts } = await rig.call('chat.postMessage', {
    channel: AFTER_SALES,
    text: 'x',
    blocks: [actions(button('go', { value: 'v' }))],
  });
  const on = { channel: AFTER_SALES, ts };
  await expect(rig.cloud.press({ as: SEOUL, on, action: 'other' })).rejects.toThrow('element_not_found');
  await rig.cloud.press({ as: SEOUL, on, action: 'go', chosen: { value: 'forged' } });
  expect(payload().actions[0].value).toBe('v');
});

test('in a modal the view comes along with what is entered, and no response URL', async () => {
  await rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log' });
  const view = modal([textInput('note', {}, { initial_value: 'hm' }), actions(button('more'))]);
  await rig.call('views.open', { trigger_id: payload().trigger_id, view });
  await rig.cloud.press({ as: SEOUL, on: 'view', action: 'more' });
  expect(payload()).toMatchObject({
    container: { type: 'view' },
    view: { callback_id: 'form', hash: expect.any(String), state: { values: { note: { value: { value: 'hm' } } } } },
  });
  expect(payload()).not.toHaveProperty('response_url');
  const answer = await rig.call('views.push', { trigger_id: payload().trigger_id, view: modal([]) });
  expect(answer.view.previous_view_id).toBe(answer.view.root_view_id);
});

test('the Home tab', async () => {
  await rig.call('views.publish', { user_id: SEOUL, view: { type: 'home', blocks: [actions(button('start'))] } });
  await rig.cloud.press({ as: SEOUL, on: 'home', action: 'start' });
  expect(payload()).toMatchObject({ container: { type: 'view' }, view: { type: 'home' }, actions: [{ action_id: 'start' }] });
});

test.each([
  [404, 'dispatch_failed'],
  [201, 'dispatch_failed'],
])('an answer of %s is an error', async (status, error) => {
  await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x', blocks: [actions(button('go'))] });
  rig.onRequest(() => ({ status }));
  await expect(rig.cloud.press({ as: SEOUL, on: { channel: AFTER_SALES }, action: 'go' })).rejects.toThrow(error);
  expect(rig.received).toHaveLength(1);
});
