import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOT, TEAM } from '../../../../src/playground/cast.ts';
import { AFTER_SALES, GUEST, MANAGER, type Rig, SEOUL, silence, startRig, TEA } from '../start-rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const retries = () => rig.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

describe('events that are not acknowledged', () => {
  test('come again three times, each with the same event id, the number and the reason', async () => {
    rig.onRequest(() => ({ status: 500 }));
    await rig.cloud.say({ as: SEOUL, channel: rig.cloud.direct(SEOUL), text: 'hi' });
    expect(retries()).toEqual([[undefined, undefined], ...['1', '2', '3'].map((number) => [number, 'http_error'])]);
    expect(new Set(rig.received.map(({ fields }) => fields.event_id)).size).toBe(1);
  });

  test('come again after three seconds without an answer', async () => {
    rig.onRequest(({ headers }) => (headers['x-slack-retry-num'] ? {} : silence()));
    await rig.cloud.say({ as: SEOUL, channel: rig.cloud.direct(SEOUL), text: 'hi' });
    expect(retries()).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
    ]);
  });

  test('do not come again where the bot asks for no retry', async () => {
    rig.onRequest(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await rig.cloud.say({ as: SEOUL, channel: rig.cloud.direct(SEOUL), text: 'hi' });
    expect(rig.received).toHaveLength(1);
  });
});

describe('what events say', () => {
  test('the envelope names workspace, app and installation', async () => {
    await rig.cloud.say({ as: SEOUL, channel: rig.cloud.direct(SEOUL), text: 'hi <b> & co' });
    const [{ fields }] = rig.received as [Rig['received'][number]];
    expect(fields).toMatchObject({
      type: 'event_callback',
      team_id: TEAM.id,
      api_app_id: BOT.appId,
      authorizations: [{ team_id: TEAM.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false }],
      event: {
        type: 'message',
        channel_type: 'im',
        user: SEOUL,
        text: 'hi &lt;b&gt; &amp; co',
        channel: rig.cloud.direct(SEOUL),
      },
    });
    expect(fields.event.event_ts).toBe(fields.event.ts);
    expect(fields.event_id).toMatch(/^Ev\w{10}$/);
  });

  test('a mention in a channel comes as a message and as a mention', async () => {
    await rig.cloud.say({ as: SEOUL, channel: AFTER_SALES, text: '@Aftercare who is due?' });
    expect(rig.received.map(({ fields }) => fields.event.type).sort()).toEqual(['app_mention', 'message']);
    expect(rig.received[0]?.fields.event.text).toBe(`<@${BOT.userId}> who is due?`);
  });

  test('a stranger’s message names the stranger’s own workspace', async () => {
    await rig.cloud.say({ as: GUEST, channel: AFTER_SALES, text: 'hello' });
    expect(rig.received[0]?.fields.event).toMatchObject({
      team: 'T0NORTHWND',
      user_team: 'T0NORTHWND',
      source_team: 'T0NORTHWND',
    });
  });

  test('an upload is a message with a file that the bot can fetch', async () => {
    const channel = rig.cloud.direct(SEOUL);
    await rig.cloud.upload({ as: SEOUL, channel, name: 'a b.csv', bytes: Buffer.from('x,y\n') });
    const { event } = rig.received[0]?.fields ?? {};
    expect(event).toMatchObject({ subtype: 'file_share', files: [{ name: 'a b.csv', size: 4, mimetype: 'text/csv' }] });
    const url = event.files[0].url_private;
    const withToken = await fetch(url, { headers: { authorization: `Bearer ${BOT.token}` } });
    expect(await withToken.text()).toBe('x,y\n');
    const without = await fetch(url);
    expect(without.headers.get('content-type')).toContain('text/html');
  });

  test('nothing is heard from where the bot is not, until it is invited', async () => {
    await rig.cloud.say({ as: SEOUL, channel: TEA, text: 'tea?' });
    expect(rig.received).toHaveLength(0);
    await rig.cloud.command({ as: MANAGER, channel: TEA, text: '/invite @Aftercare' });
    await rig.cloud.idle();
    expect(rig.received.map(({ fields }) => fields.event.type)).toContain('member_joined_channel');
    expect(rig.received.find(({ fields }) => fields.event.type === 'member_joined_channel')?.fields.event).toMatchObject({
      user: BOT.userId,
      channel: TEA,
      inviter: MANAGER,
    });
  });
});

test('only events that the manifest names are sent', async () => {
  const quiet = await startRig({ manifest: { settings: { event_subscriptions: { bot_events: ['app_mention'] } } } });
  await quiet.cloud.say({ as: SEOUL, channel: quiet.cloud.direct(SEOUL), text: 'hi' });
  await quiet.cloud.say({ as: SEOUL, channel: AFTER_SALES, text: '@Aftercare hi' });
  expect(quiet.received.map(({ fields }) => fields.event.type)).toEqual(['app_mention']);
  await quiet.stop();
});

test('changes and deletions of messages are reported', async () => {
  const channel = rig.cloud.direct(SEOUL);
  const { ts } = await rig.call('chat.postMessage', { channel, text: 'one' });
  await rig.call('chat.update', { channel, ts, text: 'two' });
  await rig.call('chat.delete', { channel, ts });
  await rig.cloud.idle();
  const events = rig.received
    .map(({ fields }) => fields.event)
    .sort((left, right) => left.event_ts.localeCompare(right.event_ts));
  expect(events.map((event) => event.subtype)).toEqual([undefined, 'message_changed', 'message_deleted']);
  expect(events[1]).toMatchObject({ message: { ts, text: 'two' }, previous_message: { ts, text: 'one' } });
  expect(events[2]).toMatchObject({ deleted_ts: ts });
});

test('people who come and go are described as users.info describes them', async () => {
  await rig.cloud.welcome(SEOUL);
  await rig.cloud.deactivate(SEOUL);
  expect(rig.received.map(({ fields }) => fields.event)).toMatchObject([
    { type: 'team_join', user: { id: SEOUL, deleted: false, tz: 'Asia/Seoul' } },
    { type: 'user_change', user: { id: SEOUL, deleted: true } },
  ]);
});
