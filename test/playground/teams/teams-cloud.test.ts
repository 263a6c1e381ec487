import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Card, Form } from '../../../src/chat/card.ts';
import type { Dialog, Executed } from '../../../src/playground/teams/protocol.ts';
import { words } from '../../contract/blocks/samples.ts';
import { CHANNEL, CHAT, HANNAH, hannah, startTeamsDesk, type TeamsDeskRig, tenant } from './start-rig.ts';

let rig: TeamsDeskRig;
beforeAll(async () => {
  rig = await startTeamsDesk();
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.heard.length = 0;
  rig.reply = () => ({ kind: 'nothing' });
});

const card = (text: string, elements: Card['elements'] = []): Card => ({ text, elements });
const drawn = (post: { readonly cards?: unknown }) => JSON.stringify(post.cards);
const form: Form = {
  title: 'What came of it?',
  submit: 'Save',
  cancel: 'Cancel',
  command: 'log.save',
  fields: [{ kind: 'text', name: 'note', label: 'Note' }],
};

test('who opens the app is greeted once, with the card that is the home tab elsewhere', async () => {
  rig.reply = ({ via }) => (via === 'home' ? { kind: 'home', card: card('Hello Hannah') } : { kind: 'nothing' });
  await rig.api('open', { as: HANNAH });
  await rig.api('open', { as: HANNAH });
  expect(drawn(await rig.newest(1))).toContain('Hello Hannah');
  expect(await rig.posts()).toHaveLength(1);
  expect(new Set(rig.installed)).toEqual(new Set([hannah]));
  expect((await rig.desk()).places.find(({ id }) => id === CHAT)?.unread).toBe(1);
});

test('what is written in the chat arrives with its writer and as it was typed, and the answer stands below it', async () => {
  rig.reply = () => ({ kind: 'say', card: card('You have two calls'), to: 'person' });
  const before = (await rig.posts()).length;
  await rig.api('say', { as: HANNAH, place: CHAT, text: 'log A & B <b> “fine”\nsecond line' });
  expect(drawn(await rig.newest(before + 2))).toContain('You have two calls');
  const [inbound] = rig.heard;
  expect(inbound).toMatchObject({ platform: 'teams', team: tenant.id, via: 'message', person: { id: hannah } });
  expect(inbound?.text).toBe('log A & B <b> “fine”\nsecond line');
  expect(inbound?.place.kind).toBe('direct');
});

describe('a channel', () => {
  test('the bot hears only what mentions it, without its own name, and answers in the thread', async () => {
    rig.reply = () => ({ kind: 'say', card: card('Seen'), to: 'place' });
    await rig.api('say', { as: HANNAH, place: CHANNEL, text: 'nobody in particular' });
    await rig.api('say', { as: HANNAH, place: CHANNEL, text: '@Aftercare give it to @Lin Yue' });
    const answer = await rig.newest(3, CHANNEL);
    const [, asked] = await rig.posts(CHANNEL);
    expect(answer).toMatchObject({ root: asked?.id });
    expect(rig.heard).toHaveLength(1);
    const lin = tenant.accounts.find(({ person }) => person.name === 'Lin Yue');
    expect(rig.heard[0]?.text).toBe(`give it to @${lin?.directory}`);
  });

  test('a card that is used changes for who used it alone', async () => {
    const { id } = await rig.newest(3, CHANNEL);
    rig.reply = () => ({ kind: 'say', card: card('Done by Hannah'), to: 'person', replaces: true });
    const used = await rig.api<Executed>('execute', {
      as: HANNAH,
      place: CHANNEL,
      post: id,
      verb: 'x',
      data: { command: 'x', args: {} },
    });
    expect(used).toEqual({ kind: 'card' });
    expect(drawn((await rig.posts(CHANNEL)).at(-1) ?? {})).toContain('Done by Hannah');
    expect(drawn((await rig.posts(CHANNEL, 'U0LINYUE01')).at(-1) ?? {})).toContain('Seen');
  });
});

describe('buttons and forms', () => {
  test('an answer without a card is said below the used one', async () => {
    const { id } = await rig.newest(1);
    rig.reply = () => ({ kind: 'say', card: card('Snoozed'), to: 'person' });
    const used = await rig.api('execute', {
      as: HANNAH,
      place: CHAT,
      post: id,
      verb: 'snooze',
      data: { command: 'snooze', args: { until: 'day' } },
    });
    expect(used).toEqual({ kind: 'message', text: 'Snoozed' });
    expect(rig.heard[0]).toMatchObject({
      via: 'button',
      command: 'snooze',
      args: { until: 'day' },
      origin: { channel: CHAT, message: id },
    });
  });

  test('a form opens as a dialog, stays open with what is wrong, and closes when it is taken', async () => {
    const { id } = await rig.newest(1);
    rig.reply = () => ({ kind: 'form', form });
    const at = { as: HANNAH, place: CHAT, post: id };
    const opened = await rig.api<Dialog>('fetch', { ...at, data: { msteams: { type: 'task/fetch' }, command: 'log.form' } });
    if (opened.kind !== 'dialog') throw new Error(opened.kind);
    expect(opened.title).toBe('What came of it?');
    const submit = /"actions":\[\{.*?"data":(\{.*?\}\})/.exec(JSON.stringify(opened.card));
    expect(submit).not.toBeNull();
    const carried = findData(opened.card);

    rig.reply = () => ({ kind: 'errors', errors: { note: 'Please write something' } });
    const wrong = await rig.api<Dialog>('submit', { ...at, data: { ...carried, 'field.note': 'hm' } });
    expect(JSON.stringify(wrong)).toContain('Please write something');
    expect(rig.heard.at(-1)).toMatchObject({ via: 'form', command: 'log.save', args: { note: 'hm' } });

    const before = (await rig.posts()).length;
    rig.reply = () => ({ kind: 'say', card: card('Logged'), to: 'person' });
    expect(await rig.api('submit', { ...at, data: { ...carried, 'field.note': 'happy' } })).toEqual({ kind: 'closed' });
    expect(drawn(await rig.newest(before + 1))).toContain('Logged');
  });

  test('a bot that answers nothing Teams would take is a failure, not silence', async () => {
    rig.reply = () => ({ kind: 'nothing' });
    expect(await rig.api('fetch', { as: HANNAH, place: CHAT, data: { nonsense: 1 } })).toEqual({ kind: 'failed' });
  });
});

test('the menu of a message brings its text and its writer', async () => {
  rig.reply = () => ({ kind: 'say', card: card('Not yet'), to: 'person' });
  const { id } = await rig.api<{ id: string }>('say', { as: HANNAH, place: CHAT, text: 'You <should> have read\nthe manual' });
  const shown = await rig.api<Dialog>('extension', { as: HANNAH, place: CHAT, post: id, command: 'review.message' });
  expect(shown).toMatchObject({ kind: 'dialog' });
  const shortcut = rig.heard.find(({ via }) => via === 'shortcut');
  expect(shortcut).toMatchObject({
    command: 'review.message',
    message: { text: 'You <should> have read\nthe manual', author: hannah },
  });
});

test('people are found by Teams itself, everything else by the bot', async () => {
  const find = (dataset: string, query: string) => rig.api('search', { as: HANNAH, place: CHAT, dataset, query });
  expect(await find('graph.microsoft.com/users', 'kim')).toEqual([
    { title: 'Minseo Kim', value: tenant.accounts.find(({ person }) => person.name === 'Minseo Kim')?.directory },
  ]);
  expect(rig.heard).toHaveLength(0);
  rig.reply = () => ({ kind: 'choices', choices: [{ label: '王丽', value: 'c1' }] });
  expect(await find(JSON.stringify(['customers', {}]), 'wl')).toEqual([{ title: '王丽', value: 'c1' }]);
  expect(rig.heard[0]).toMatchObject({ via: 'suggest', command: 'customers', text: 'wl' });
});

test('a file goes into the chat alone, and the bot reads it by an address that ends', async () => {
  const send = (place: string) =>
    rig.api(`upload?as=${HANNAH}&name=list.csv&place=${encodeURIComponent(place)}`, Buffer.from('a,b\n'));
  await expect(send(CHANNEL)).rejects.toThrow('files_in_personal_chat_only');
  await send(CHAT);
  await expect.poll(() => rig.heard.length).toBe(1);
  const file = rig.heard[0]?.files?.[0];
  if (!file) throw new Error('no file');
  expect(file.name).toBe('list.csv');
  const bytes = await rig.teams.lookup('file', { team: tenant.id, file });
  expect(Buffer.from(bytes).toString()).toBe('a,b\n');
  const late = file.url.replace(/until=\d+/, `until=${Date.now() - 1_000}`);
  expect((await fetch(late)).status).toBe(403);
});

test('people are looked up in the roster: who is a guest, who has which mail', async () => {
  await rig.api('say', { as: 'U0CARLAM01', place: 'a:1u0carlam01', text: 'hello' }).catch(() => {});
  await expect.poll(() => rig.heard.length).toBe(1);
  await rig.api('open', { as: 'U0CARLAM01' });
  const carla = rig.heard[0]?.person.id ?? '';
  expect(await rig.teams.lookup('person', { team: tenant.id, person: carla })).toMatchObject({
    name: 'Carla Mendes',
    kind: 'guest',
  });
  expect(await rig.teams.lookup('person', { team: tenant.id, person: hannah })).toMatchObject({
    kind: 'member',
    email: 'hannah.brooks@example.com',
    zone: 'America/Los_Angeles',
  });
});

test('the bot writes by itself to somebody who has not opened the app, and changes it later', async () => {
  const minseo = tenant.accounts.find(({ person }) => person.name === 'Minseo Kim');
  const ref = await rig.teams.send({ team: tenant.id, person: minseo?.directory ?? '' }, card('Good morning'), {
    words,
    id: 'n1',
  } as never);
  const read = () => rig.posts(minseo?.chat, minseo?.person.id);
  expect(drawn((await read())[0] ?? {})).toContain('Good morning');
  await rig.teams.update(tenant.id, ref, card('Good evening'), { words });
  expect(drawn((await read())[0] ?? {})).toContain('Good evening');
});

test('conversations, unread counts and files are there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-teams-'));
  const first = await startTeamsDesk({ file: join(folder, 'teams.json') });
  first.reply = () => ({ kind: 'say', card: card('Kept'), to: 'person' });
  await first.api('open', { as: HANNAH });
  await first.api('say', { as: HANNAH, place: CHAT, text: 'hello' });
  const { id } = await first.newest(2);
  await first.close();
  const second = await startTeamsDesk({ file: join(folder, 'teams.json') });
  expect((await second.posts()).map((post) => post.id)).toContain(id);
  await second.api('say', { as: HANNAH, place: CHAT, text: 'again' });
  const ids = (await second.posts()).map((post) => Number(post.id));
  expect(ids).toEqual([...ids].sort((one, other) => one - other));
  await second.close();
  rmSync(folder, { recursive: true });
});

/** What the button of a form carries. */
function findData(json: unknown): object {
  if (typeof json !== 'object' || json === null) return {};
  if ('type' in json && json.type === 'Action.Submit' && 'data' in json) return Object(json.data);
  for (const value of Object.values(json)) {
    const found = findData(value);
    if (Object.keys(found).length > 0) return found;
  }
  return {};
}
