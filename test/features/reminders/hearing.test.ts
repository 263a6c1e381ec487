import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { PlatformError } from '../../../src/chat/platform.ts';
import { buttonOf, cardOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.touch.deleteMany();
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.runJobs();
  team = await rig.team(`T0HEAR${count}`, { country: 'KR' });
  rep = await team.member(`U0HEARREP${count}`, 'rep');
  await rig.runJobs();
  rig.slack.sent.length = 0;
  rig.slack.updated.length = 0;
});

const look = async () => {
  await rig.sweep();
  await rig.runJobs();
};
const at = async (when: string) => {
  rig.setNow(when);
  await look();
};
const choose = async (desk: Desk, values: Record<string, string>) => desk.submit(formOf(await desk.say('settings')), values);
const customer = (name: string) => seedCustomer(rig, team, rep.account, { name });
const touch = async (name: string, more: { dueOn?: string; dueAt?: Date; kind?: 'call' | 'promise' } = {}) =>
  seedTouch(rig, team, rep.account, { customerId: await customer(name), dueOn: '2026-11-25', ...more });
const texts = (desk: Desk = rep) =>
  rig.slack.sent.filter(({ to }) => 'person' in to && to.person === desk.account).map(({ card }) => card.text);
const nudges = () => team.scope.db.nudge.findMany({ where: { touchId: { not: null } }, orderBy: { createdAt: 'asc' } });

describe('as the rep chose', () => {
  test('nudges only: no list, each when the working day begins', async () => {
    await choose(rep, { hears: 'nudges' });
    await touch('Kim');
    await at('2026-11-24T23:59:59Z');
    expect(texts()).toEqual([]);
    await at('2026-11-25T00:00:00Z');
    expect(texts()).toEqual(['Now: Day-2 call with Kim']);
  });

  test('the list only: an hour that is named is on it and comes by no message of its own', async () => {
    await choose(rep, { hears: 'list' });
    await touch('Kim', { dueAt: new Date('2026-11-25T06:00:00Z') });
    await look();
    await at('2026-11-24T23:30:00Z');
    await at('2026-11-25T06:00:00Z');
    expect(texts()).toEqual(['Good morning. 1 follow-up today.']);
    expect(await nudges()).toMatchObject([{ state: 'listed', stage: 'due', because: [{ rule: 'list_chosen' }] }]);
  });

  test('a digest: one message at the chosen hour, a row with its reason for each', async () => {
    await choose(rep, { hears: 'digest', digestTimes: '11:00' });
    for (const name of ['Kim', 'Lee', 'Park']) await touch(name);
    await look();
    await at('2026-11-25T02:00:00Z');
    expect(texts()).toEqual(['3 follow-ups now']);
    const rows = await nudges();
    expect(rows.map(({ state }) => state)).toEqual(['folded', 'folded', 'folded']);
    expect(new Set(rows.map(({ carrierId }) => carrierId)).size).toBe(1);
    const [message] = rig.slack.sent;
    for (const name of ['Kim', 'Lee', 'Park']) expect(message && plainText(message.card)).toContain(name);
  });

  test('the cap folds the rest into one message that names them all; a promise waits for nothing', async () => {
    await choose(rep, { mostPerHour: '2' });
    const hour = { dueAt: new Date('2026-11-25T06:00:00Z') };
    for (const name of ['Ann', 'Ben', 'Cho', 'Dan']) await touch(name, hour);
    await touch('Eve', { ...hour, kind: 'promise' });
    await at('2026-11-25T05:00:00Z');
    expect(texts().sort()).toEqual(['Good morning. 5 follow-ups today.', 'Now: Day-2 call with Eve']);
    await at('2026-11-25T06:30:00Z');
    expect(texts().slice(2)).toHaveLength(3);
    const rows = (await nudges()).filter(({ stage }) => stage === 'due');
    expect(rows.map(({ state }) => state).sort()).toEqual(['folded', 'folded', 'folded', 'sent', 'sent']);
    expect(rows.find(({ state }) => state === 'folded')?.because).toContainEqual({ rule: 'cap', count: 2 });
  });

  test('where the hour is full it waits for room, and is told then', async () => {
    await choose(rep, { mostPerHour: '2' });
    await touch('Ann', { dueAt: new Date('2026-11-25T06:00:00Z') });
    await touch('Ben', { dueAt: new Date('2026-11-25T06:10:00Z') });
    await touch('Cho', { dueAt: new Date('2026-11-25T06:20:00Z') });
    for (const minute of ['00', '10', '20', '30']) await at(`2026-11-25T06:${minute}:00Z`);
    expect(texts().filter((text) => text.startsWith('Now'))).toHaveLength(2);
    await at('2026-11-25T07:00:00Z');
    expect(texts().filter((text) => text.startsWith('Now'))).toHaveLength(3);
  });
});

describe('when something changes in the middle of a plan', () => {
  test('a move to another zone moves the morning, not a named hour', async () => {
    await choose(rep, { hears: 'nudges' });
    await touch('Kim');
    await touch('Lee', { dueAt: new Date('2026-11-25T06:00:00Z') });
    await look();
    await choose(rep, { hears: 'nudges', zone: 'Europe/Berlin' });
    await at('2026-11-25T06:00:00Z');
    expect(texts()).toEqual(['Now: Day-2 call with Lee']);
    await at('2026-11-25T08:00:00Z');
    expect(texts()).toEqual(['Now: Day-2 call with Lee', 'Now: Day-2 call with Kim']);
  });

  test('the customer’s hours, entered in the file, hold from then on', async () => {
    const id = await customer('Kim');
    await seedTouch(rig, team, rep.account, { customerId: id, dueOn: '2026-11-25' });
    const form = formOf(await rep.press({ kind: 'button', label: '', command: 'customer.edit', args: { customerId: id } }));
    expect(textOf(await rep.submit(form, { contactHours: '14:00-16:00' }))).toContain('14:00–16:00');
    await at('2026-11-25T04:59:59Z');
    expect(texts().filter((text) => text.startsWith('Now'))).toEqual([]);
    await at('2026-11-25T05:00:00Z');
    expect(texts().filter((text) => text.startsWith('Now'))).toEqual(['Now: Day-2 call with Kim']);
  });

  test('what was put off elsewhere loses its buttons and says until when', async () => {
    const id = await touch('Kim', { dueAt: new Date('2026-11-25T06:00:00Z') });
    await at('2026-11-25T06:00:00Z');
    await rep.press({ kind: 'button', label: '', command: 'snooze', args: { touchId: id, until: 'day' } }, '77.7');
    await look();
    expect(rig.slack.updated.map(({ card }) => card.text)).toEqual([expect.stringContaining('was moved')]);
  });
});

describe('overdue', () => {
  test('once more the next business day, then the manager, once; each thing leaves one row', async () => {
    const manager = await team.member(`U0HEARLEAD${count}`, 'manager');
    await choose(manager, {});
    await touch('Kim', { dueAt: new Date('2026-11-25T06:00:00Z') });
    await at('2026-11-25T06:00:00Z');
    await at('2026-11-26T00:00:00Z');
    expect(texts().filter((text) => !text.startsWith('Good'))).toEqual([
      'Now: Day-2 call with Kim',
      expect.stringMatching(/^Still open: Day-2 call with Kim/),
    ]);
    for (const day of ['2026-11-26T23:35:00Z', '2026-11-29T23:35:00Z', '2026-11-30T23:35:00Z']) await at(day);
    expect(texts(manager)).toEqual(['1 follow-up of the team stayed open too long']);
    expect((await nudges()).map(({ stage, state }) => [stage, state])).toEqual([
      ['due', 'sent'],
      ['again', 'sent'],
      ['manager', 'listed'],
    ]);
  });

  test('whoever cannot be reached is seen by the manager', async () => {
    const manager = await team.member(`U0HEARLEAD${count}`, 'manager');
    await choose(manager, { morningTime: '16:00' });
    await touch('Kim', { dueAt: new Date('2026-11-25T06:00:00Z') });
    rig.setNow('2026-11-25T06:00:00Z');
    await rig.sweep();
    rig.slack.failNext(new PlatformError('gone', 'user_is_bot_blocked'));
    await rig.runJobs();
    await at('2026-11-25T07:00:00Z');
    const [message] = rig.slack.sent.filter(({ to }) => 'person' in to && to.person === manager.account);
    expect(message && plainText(message.card)).toContain('1 reminder could not be delivered (user_is_bot_blocked)');
  });
});

describe('the receipt', () => {
  test('says why now, on the nudge and by the customer’s name', async () => {
    await choose(rep, { quietHours: '14:00-16:00' });
    await touch('Kim', { dueAt: new Date('2026-11-25T06:00:00Z') });
    await at('2026-11-25T06:00:00Z');
    expect(texts().filter((text) => text.startsWith('Now'))).toEqual([]);
    expect(textOf(await rep.slash('aftercare', 'why Kim'))).toContain('The rep’s quiet hours are 14:00 to 16:00.');
    await at('2026-11-25T07:00:00Z');
    const nudge = rig.slack.sent.at(-1);
    await look();
    if (!nudge) throw new Error('Nothing was sent');
    const said = await rep.press(buttonOf({ kind: 'say', card: nudge.card, to: 'person' }, 'why'));
    expect(cardOf(said).text).toContain('Kim');
    for (const sentence of ['That hour was named.', `${rep.account} had the reminder.`, 'Next comes the second reminder'])
      expect(textOf(said)).toContain(sentence);
  });

  test('says why not', async () => {
    const id = await touch('Kim', { dueAt: new Date('2026-11-25T06:00:00Z') });
    rig.setNow('2026-11-25T06:00:00Z');
    await rig.sweep();
    await rep.slash('log', 'Kim reached');
    await look();
    const said = textOf(await rep.press({ kind: 'button', label: '', command: 'why', args: { touchId: id } }));
    expect(said).toContain('was not sent; it had been dealt with');
    expect(said).toContain('It was closed');
  });
});
