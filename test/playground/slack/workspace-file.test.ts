import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BOT } from '../../../src/playground/cast.ts';
import { AFTER_SALES, actions, button, eventually, type Rig, SEOUL, startRig, TEA } from './start-rig.ts';

let folder: string;
let rig: Rig;
const file = () => join(folder, 'slack.json');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-'));
  rig = await startRig({ file: file() });
});
afterEach(async () => {
  await rig.stop();
  await rm(folder, { recursive: true });
});

async function restart(): Promise<void> {
  await rig.stop();
  rig = await startRig({ file: file() });
}

test('conversations, threads, unread marks, members, files and home tabs are there after a restart', async () => {
  const metadata = { event_type: 'nudge', event_payload: { id: 'n1' } };
  const { ts } = await rig.call('chat.postMessage', {
    channel: AFTER_SALES,
    text: 'x',
    blocks: [actions(button('go'))],
    metadata,
  });
  await rig.cloud.say({ as: SEOUL, channel: AFTER_SALES, text: 'reply', thread: ts });
  await rig.cloud.upload({ as: SEOUL, channel: rig.cloud.direct(SEOUL), name: 'a.csv', bytes: Buffer.from('a,b') });
  await rig.cloud.join(TEA, BOT.userId);
  await rig.call('views.publish', { user_id: SEOUL, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  const before = {
    channel: rig.cloud.messages(SEOUL, AFTER_SALES),
    thread: rig.cloud.messages(SEOUL, AFTER_SALES, ts),
    direct: rig.cloud.messages(SEOUL, rig.cloud.direct(SEOUL)),
    home: rig.cloud.homeView(SEOUL),
  };
  await restart();
  expect({
    channel: rig.cloud.messages(SEOUL, AFTER_SALES),
    thread: rig.cloud.messages(SEOUL, AFTER_SALES, ts),
    direct: rig.cloud.messages(SEOUL, rig.cloud.direct(SEOUL)),
    home: rig.cloud.homeView(SEOUL),
  }).toEqual(before);
  const { messages } = await rig.call('conversations.history', { channel: AFTER_SALES, include_all_metadata: true });
  expect(messages[0].metadata).toEqual(metadata);
  expect(await rig.call('chat.postMessage', { channel: TEA, text: 'in' })).toMatchObject({ ok: true });
  const { file: kept } = await rig.call('files.info', { file: before.direct[0]?.file?.id });
  const bytes = await fetch(new URL(new URL(kept.url_private).pathname, rig.origin), {
    headers: { authorization: `Bearer ${BOT.token}` },
  });
  expect(await bytes.text()).toBe('a,b');
});

test('ephemeral messages are gone after a restart, as in Slack', async () => {
  await rig.call('chat.postEphemeral', { channel: AFTER_SALES, user: SEOUL, text: 'psst' });
  await restart();
  expect(rig.cloud.messages(SEOUL, AFTER_SALES)).toEqual([]);
});

test('new messages come after the kept ones, also where the clock has gone back', async () => {
  const { ts } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'future' });
  await rig.stop();
  rig = await startRig({ file: file(), now: () => new Date('2020-01-01T00:00:00Z') });
  const { ts: next } = await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'past' });
  expect(next > ts).toBe(true);
});

test('many changes are one write, a while later, and leave no half file', async () => {
  for (let count = 0; count < 20; count++) await rig.call('chat.postMessage', { channel: AFTER_SALES, text: `${count}` });
  await eventually(() => readdir(folder)).toEqual(['slack.json']);
  expect(JSON.parse(await readFile(file(), 'utf8')).conversations[0].messages).toHaveLength(20);
});

test('a file that cannot be read stops the start with what to do', async () => {
  await rig.call('chat.postMessage', { channel: AFTER_SALES, text: 'x' });
  await rig.stop();
  await writeFile(file(), '{"version":1');
  await expect(startRig({ file: file() })).rejects.toThrow(/slack\.json\. Remove the file/);
  await rm(file());
  rig = await startRig({ file: file() });
});
