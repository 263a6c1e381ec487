import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskEvent } from '../../../../src/playground/protocol.ts';
import {
  AFTER_SALES,
  actions,
  button,
  eventually,
  FRISCO,
  MANAGER,
  modal,
  type Rig,
  SEOUL,
  silence,
  startRig,
  textInput,
} from '../start-rig.ts';

let rig: Rig;
let now = new Date('2026-11-24T23:30:00Z');
beforeEach(async () => {
  now = new Date('2026-11-24T23:30:00Z');
  const clock = {
    now: () => now,
    set: async (to: Date) => {
      now = to;
    },
  };
  const slash_commands = [{ command: '/log', description: 'Log a call', usage_hint: '[customer]' }];
  const shortcuts = [
    { name: 'Keep', type: 'message', callback_id: 'keep' },
    { name: 'Global', type: 'global', callback_id: 'g' },
  ];
  rig = await startRig({ now: clock.now, clock, manifest: { features: { slash_commands, shortcuts } } });
});
afterEach(() => rig.stop());

// biome-ignore lint/suspicious/noExplicitAny: the page's own JSON
const get = async (path: string): Promise<any> => (await fetch(`${rig.origin}/playground/api/${path}`)).json();
async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${rig.origin}/playground/api/${path}`, { method: 'POST', body: JSON.stringify(body), headers });
  // biome-ignore lint/suspicious/noExplicitAny: the page's own JSON
  return { status: response.status, body: (await response.json()) as any };
}

/** Events of one desk, as a page would get them. */
async function watch(as: string): Promise<{ events: DeskEvent[]; stop(): void }> {
  const events: DeskEvent[] = [];
  const aborting = new AbortController();
  const response = await fetch(`${rig.origin}/playground/api/events?as=${as}`, { signal: aborting.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const read = async () => {
    for await (const chunk of response.body ?? []) {
      for (const [, data] of Buffer.from(chunk)
        .toString()
        .matchAll(/^data: (.*)$/gm))
        events.push(JSON.parse(data ?? ''));
    }
  };
  read().catch(() => undefined);
  return { events, stop: () => aborting.abort() };
}

test('a desk has the person, the cast, the conversations and what the manifest offers', async () => {
  const desk = await get(`desk?as=${SEOUL}`);
  expect(desk).toMatchObject({
    workspace: 'Harbour Appliances',
    me: { id: SEOUL, zone: 'Asia/Seoul' },
    bot: { name: 'Aftercare' },
    commands: [{ command: '/log', description: 'Log a call', usage: '[customer]' }],
    shortcuts: [{ callback: 'keep', name: 'Keep' }],
    clock: { now: '2026-11-24T23:30:00.000Z' },
  });
  expect(desk.channels.map((channel: { name: string }) => channel.name)).toEqual([
    'after-sales',
    'general',
    'tea-corner',
    'Aftercare',
  ]);
  expect(desk.channels.at(-1)).toEqual({ id: rig.cloud.direct(SEOUL), kind: 'direct', name: 'Aftercare', bot: true, unread: 0 });
});

describe('what happens is told to the desks it concerns', () => {
  test('messages, unread counts, edits, deletions', async () => {
    const [seoul, frisco] = [await watch(SEOUL), await watch(FRISCO)];
    await post('say', { as: SEOUL, channel: AFTER_SALES, text: 'hello' });
    const { ts } = await rig.call('chat.postMessage', { channel: SEOUL, text: 'for you' });
    await rig.call('chat.update', { channel: rig.cloud.direct(SEOUL), ts, text: 'for you!' });
    await rig.call('chat.delete', { channel: rig.cloud.direct(SEOUL), ts });
    await eventually(() => seoul.events.map((event) => event.kind)).toEqual([
      'message',
      'unread',
      'message',
      'changed',
      'deleted',
    ]);
    await eventually(() => frisco.events).toMatchObject([
      { kind: 'unread', channel: AFTER_SALES, unread: 1 },
      { kind: 'message', message: { text: 'hello', user: SEOUL } },
    ]);
    seoul.stop();
    frisco.stop();
  });

  test('views and home tabs', async () => {
    const { events, stop } = await watch(SEOUL);
    await post('command', { as: SEOUL, channel: AFTER_SALES, text: '/log' });
    const { view } = await rig.call('views.open', {
      trigger_id: rig.received.at(-1)?.fields.trigger_id,
      view: modal([textInput('a')]),
    });
    await rig.call('views.publish', { user_id: SEOUL, view: { type: 'home', blocks: [] } });
    await post('cancel', { as: SEOUL, view: view.id });
    await eventually(() => events).toMatchObject([
      { kind: 'view', view: { id: view.id, title: 'A form', submit: 'Send' } },
      { kind: 'home', view: { title: '' } },
      { kind: 'view-closed', view: view.id },
    ]);
    stop();
  });

  test('opening the Home tab again shows at once what was published', async () => {
    await rig.call('views.publish', { user_id: SEOUL, view: { type: 'home', blocks: [] } });
    const { events, stop } = await watch(SEOUL);
    await post('home', { as: SEOUL });
    await eventually(() => events.map((event) => event.kind)).toEqual(['home']);
    await rig.cloud.idle();
    expect(rig.received.at(-1)?.fields.event).toMatchObject({ type: 'app_home_opened', tab: 'home', user: SEOUL });
    stop();
  });
});

test('reading a conversation takes its mark away', async () => {
  await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x' });
  const unread = async () => (await get(`desk?as=${SEOUL}`)).channels[0].unread;
  expect(await unread()).toBe(1);
  await post('read', { as: SEOUL, channel: AFTER_SALES });
  expect(await unread()).toBe(0);
});

test('a button, with the values around it', async () => {
  await post('command', { as: SEOUL, channel: AFTER_SALES, text: '/log' });
  const view = modal([textInput('a'), actions(button('more'))]);
  const opened = await rig.call('views.open', { trigger_id: rig.received.at(-1)?.fields.trigger_id, view });
  const source = { kind: 'view', view: opened.view.id };
  const action = { block_id: 'acts', action_id: 'more', type: 'button' };
  const values = { a: { value: { type: 'plain_text_input', value: 'so far' } } };
  expect((await post('action', { as: SEOUL, source, action, values })).status).toBe(200);
  expect(rig.received.at(-1)?.fields.view.state.values).toEqual(values);
  const submitted = await post('submit', { as: SEOUL, view: opened.view.id, values });
  expect(submitted.body).toEqual({ kind: 'closed' });
});

test('an upload, and the sample file', async () => {
  const path = `upload?as=${SEOUL}&channel=${rig.cloud.direct(SEOUL)}&name=${encodeURIComponent('고객.csv')}`;
  await fetch(`${rig.origin}/playground/api/${path}`, { method: 'POST', body: 'a,b\n' });
  const [message] = await get(`messages?as=${SEOUL}&channel=${rig.cloud.direct(SEOUL)}`);
  expect(message.file).toMatchObject({ name: '고객.csv', size: 4 });
  const sample = await (await fetch(`${rig.origin}/playground/sample.csv`)).text();
  expect(sample).toContain('customer,company,phone,email,product,bought on,rep\n');
  expect(sample).toContain('2026-11-23,minseo.kim@example.com');
});

describe('the clock', () => {
  test.each([
    [SEOUL, '2026-11-25T23:30:00.000Z'],
    [FRISCO, '2026-11-25T16:30:00.000Z'],
    [MANAGER, '2026-11-26T00:30:00.000Z'],
  ])('next morning is half past eight of the next day at the desk of %s', async (as, moved) => {
    const { events, stop } = await watch(FRISCO);
    expect((await post('clock', { as, move: 'next-morning' })).body).toEqual({ now: moved });
    await eventually(() => events).toEqual([{ kind: 'clock', clock: { now: moved } }]);
    expect((await get('clock')).now).toBe(moved);
    stop();
  });

  test('a day on, or to any time', async () => {
    expect((await post('clock', { move: 'next-day' })).body).toEqual({ now: '2026-11-25T23:30:00.000Z' });
    expect((await post('clock', { to: '2026-12-01T10:00:00+09:00' })).body).toEqual({ now: '2026-12-01T01:00:00.000Z' });
    expect((await post('clock', { to: 'tomorrow' })).status).toBe(400);
  });

  test('messages carry its time', async () => {
    const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x' });
    expect(ts).toMatch(/^1795563000\.\d{6}$/);
  });
});

describe('refusals', () => {
  test.each<[string, string, unknown, number, string]>([
    ['a command in time', 'command', { channel: AFTER_SALES, text: '/log' }, 504, 'operation_timeout'],
    ['an unknown command', 'command', { channel: AFTER_SALES, text: '/nope' }, 404, 'not_a_command'],
    ['an unknown conversation', 'say', { channel: 'C0NOWHERE1', text: 'x' }, 404, 'channel_not_found'],
    ['an empty message', 'say', { channel: AFTER_SALES, text: '  ' }, 400, 'no_text'],
    ['an unknown path', 'nope', {}, 404, 'not_found'],
  ])('%s', async (_name, path, body, status, error) => {
    rig.onRequest(silence);
    expect(await post(path, { as: SEOUL, ...(body as object) })).toEqual({ status, body: { error } });
  });

  test('somebody unknown, or a body of another form', async () => {
    expect((await post('say', { as: 'U0NOBODY01', channel: AFTER_SALES, text: 'x' })).body).toEqual({ error: 'user_not_found' });
    expect((await post('say', { as: SEOUL })).status).toBe(400);
    expect(await get('desk?as=U0NOBODY01')).toEqual({ error: 'user_not_found' });
  });

  test('a page of another site', async () => {
    const body = { as: SEOUL, channel: AFTER_SALES, text: 'x' };
    expect(await post('say', body, { origin: 'http://evil.example' })).toEqual({ status: 403, body: { error: 'other_origin' } });
    expect((await post('say', body, { origin: rig.origin })).status).toBe(200);
  });
});
