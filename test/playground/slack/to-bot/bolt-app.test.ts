import * as bolt from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT } from '../../../../src/playground/cast.ts';
import { API_PATH } from '../../../../src/playground/slack/slack-cloud.ts';
import {
  AFTER_SALES,
  actions,
  button,
  eventually,
  FRISCO,
  modal,
  type Rig,
  SECRET,
  SEOUL,
  startRig,
  textInput,
} from '../start-rig.ts';

/** A real Bolt app with its own verification answers; nothing here knows how requests are signed. */
async function startBolt(rig: Rig, signingSecret = SECRET): Promise<InstanceType<typeof bolt.App>> {
  const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: ['/slack/events'], logLevel: bolt.LogLevel.ERROR });
  rig.listener = receiver.requestListener;
  const app = new bolt.App({
    token: BOT.token,
    receiver,
    clientOptions: { slackApiUrl: `${rig.origin}${API_PATH}`, retryConfig: { retries: 0 } },
    deferInitialization: true,
    logLevel: bolt.LogLevel.ERROR,
  });
  await app.init();
  return app;
}

let rig: Rig;
let app: InstanceType<typeof bolt.App>;
beforeEach(async () => {
  rig = await startRig();
  app = await startBolt(rig);
});
afterEach(() => rig.stop());

describe('a real Bolt app', () => {
  test('answers a command, by acknowledgement and by response URL', async () => {
    app.command('/log', async ({ ack, respond, command }) => {
      await ack(`noted: ${command.text}`);
      await respond({ response_type: 'in_channel', text: `from ${command.user_name} in ${command.channel_name}` });
    });
    await rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log Kim reached' });
    await eventually(() => rig.cloud.messages(FRISCO, AFTER_SALES).map((message) => message.text)).toEqual([
      'from minseo.kim in after-sales',
    ]);
    const seen = rig.cloud.messages(SEOUL, AFTER_SALES);
    expect(seen.map(({ text, ephemeral }) => [text, ephemeral ?? false])).toEqual([
      ['noted: Kim reached', true],
      ['from minseo.kim in after-sales', false],
    ]);
  });

  test('hears a message, says something, and changes it when its button is pressed', async () => {
    app.message('hello', async ({ say }) => {
      await say({ text: 'Pick', blocks: [actions(button('pick', { value: 'v1' })) as never] });
    });
    app.action<bolt.BlockButtonAction>('pick', async ({ ack, respond, action, body }) => {
      await ack();
      await respond({ replace_original: true, text: `${body.user.id} took ${action.value}` });
    });
    const channel = rig.cloud.direct(SEOUL);
    await rig.cloud.say({ as: SEOUL, channel, text: 'hello there' });
    await eventually(() => rig.cloud.messages(SEOUL, channel).length).toBe(2);
    await rig.cloud.press({ as: SEOUL, on: { channel }, action: 'pick' });
    await eventually(() => rig.cloud.messages(SEOUL, channel).at(-1)?.text).toBe(`${SEOUL} took v1`);
  });

  test('opens a form, refuses it once, then takes it', async () => {
    const taken: unknown[] = [];
    app.command('/log', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal([textInput('note')]) as never });
    });
    app.view('form', async ({ ack, view }) => {
      const { value } = view.state.values.note?.value ?? {};
      if (value === 'bad') return ack({ response_action: 'errors', errors: { note: 'Not this' } });
      taken.push(value);
      return ack();
    });
    await rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log' });
    await eventually(() => rig.cloud.view(SEOUL)?.callback_id).toBe('form');
    expect(await rig.cloud.submit({ as: SEOUL, fill: { note: 'bad' } })).toEqual({
      kind: 'errors',
      errors: { note: 'Not this' },
    });
    expect(await rig.cloud.submit({ as: SEOUL, fill: { note: 'good' } })).toEqual({ kind: 'closed' });
    expect(taken).toEqual(['good']);
    expect(rig.cloud.view(SEOUL)).toBeUndefined();
  });

  test('publishes the Home tab when it is opened', async () => {
    app.event('app_home_opened', async ({ client, event }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
    });
    await rig.cloud.home(SEOUL);
    await eventually(() => rig.cloud.homeView(SEOUL)?.type).toBe('home');
  });

  test('fills a menu while somebody types, and answers a message shortcut', async () => {
    const used: string[] = [];
    app.options('who', async ({ ack, payload }) =>
      ack({ options: [{ text: { type: 'plain_text', text: payload.value }, value: 'x' }] }),
    );
    app.shortcut<bolt.MessageShortcut>('keep', async ({ ack, shortcut, client }) => {
      await ack();
      used.push(shortcut.message.text ?? '');
      const element = { type: 'external_select', action_id: 'who' };
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal([textInput('b', {}, element)]) as never });
    });
    const channel = rig.cloud.direct(SEOUL);
    const message = await rig.cloud.say({ as: SEOUL, channel, text: 'call Kim' });
    await rig.cloud.shortcut({ as: SEOUL, channel, message, callback: 'keep' });
    expect(used).toEqual(['call Kim']);
    await eventually(() => rig.cloud.view(SEOUL)).toBeDefined();
    const options = await rig.cloud.suggest({ as: SEOUL, action: 'who', query: 'ki' });
    expect(options).toEqual([{ text: { type: 'plain_text', text: 'ki' }, value: 'x' }]);
  });

  test('refuses requests signed with another secret', async () => {
    await startBolt(rig, 'another-secret');
    await expect(rig.cloud.command({ as: SEOUL, channel: AFTER_SALES, text: '/log' })).rejects.toThrow('dispatch_failed');
  });
});
