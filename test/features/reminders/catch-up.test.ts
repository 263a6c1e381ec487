import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { PlatformError } from '../../../src/chat/platform.ts';
import { en } from '../../../src/languages/en.ts';
import { formOf, textOf } from '../../support/answers.ts';
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
  await rig.system.prisma.nudge.deleteMany();
  await rig.system.prisma.touch.deleteMany();
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  await rig.runJobs();
  team = await rig.team(`T0MISSED${count}`, { country: 'KR' });
  rep = await team.member(`U0MISSEDREP${count}`, 'rep');
  await rig.runJobs();
  rig.slack.sent.length = 0;
});

const look = async () => {
  await rig.sweep();
  await rig.runJobs();
};
const at = async (when: string) => {
  rig.setNow(when);
  await look();
};
const touch = async (name: string, more: Partial<Parameters<typeof seedTouch>[3]> = {}) =>
  seedTouch(rig, team, rep.account, {
    customerId: await seedCustomer(rig, team, rep.account, { name }),
    dueOn: '2026-11-25',
    dueAt: new Date('2026-11-25T06:00:00Z'),
    ...more,
  });
const choose = async (values: Record<string, string>) => rep.submit(formOf(await rep.say('settings')), values);
const texts = () => rig.slack.sent.map(({ card }) => card.text);
const rows = () => team.scope.db.nudge.findMany({ orderBy: [{ createdAt: 'asc' }, { stage: 'asc' }, { state: 'asc' }] });
const why = async (touchId: string) => textOf(await rep.press({ kind: 'button', label: '', command: 'why', args: { touchId } }));

describe('a copy that was down for two days', () => {
  test('tells all that is of use in one message, and says of the rest why it did not come', async () => {
    await choose({ morningTime: '08:30' });
    for (const name of ['Ann', 'Ben', 'Cho']) await touch(name);
    await touch('Dan', { dueAt: undefined });
    const promise = await touch('Eve', { kind: 'promise' });
    const birthday = await touch('Fay', { cadence: 'birthday', step: 'birthday', kind: 'note', dueAt: undefined });
    await look();
    expect(texts()).toEqual([]);

    await at('2026-11-27T02:00:00Z');
    await at('2026-11-27T02:00:05Z');
    expect(texts()).toEqual(['5 follow-ups now']);
    const digest = rig.slack.sent[0] ? plainText(rig.slack.sent[0].card) : '';
    for (const part of ['Ann', 'Ben', 'Cho', 'Dan', 'Eve', en.nudge.missed]) expect(digest).toContain(part);
    expect(digest).not.toContain('Fay');

    expect(await why(promise)).toMatch(/the warning before the promise breaks was not sent; by then it was too late/);
    expect(await why(promise)).toContain('in one message with others. At its own moment I was down');
    expect(await why(birthday)).toMatch(/the reminder was not sent; by then it was too late.*Nothing more is to be heard/s);
    const morning = (await rows()).filter(({ kind }) => kind === 'morning');
    expect(morning).toMatchObject([{ state: 'skipped', problem: 'too_late' }]);

    // What follows goes its usual way: on Monday the list, and once more what is open.
    await at('2026-11-29T23:30:00Z');
    expect(texts().slice(1)).toEqual(['Good morning. 6 follow-ups today, 6 of them overdue.']);
  });

  test('wakes nobody: at night it waits for the morning', async () => {
    await choose({ hears: 'nudges' });
    for (const name of ['Ann', 'Ben']) await touch(name);
    await look();
    await at('2026-11-26T18:00:00Z');
    expect(texts()).toEqual([]);
    await at('2026-11-27T00:00:00Z');
    expect(texts()).toEqual(['2 follow-ups now']);
  });

  test('one thing alone comes as it would have, and names the reason', async () => {
    await choose({ hears: 'nudges' });
    const id = await touch('Ann');
    await look();
    await at('2026-11-26T05:00:00Z');
    expect(texts()).toEqual(['Now: Day-2 call with Ann']);
    expect(await why(id)).toContain('At its own moment I was down');
  });

  test('a list is made up for while there is work left, else the next has it', async () => {
    await choose({ hears: 'list', morningTime: '08:30' });
    await touch('Ann');
    await look();
    await at('2026-11-25T12:00:00Z');
    expect(texts()).toEqual([]);
    await team.scope.db.person.updateMany({ data: { nextMorningAt: new Date('2026-11-25T23:30:00Z') } });
    await at('2026-11-26T05:00:00Z');
    expect(texts()).toEqual(['Good morning. 1 follow-up today, 1 of them overdue.']);
    expect((await rows()).filter(({ kind }) => kind === 'morning').map(({ state, problem }) => [state, problem])).toEqual([
      ['skipped', 'too_late'],
      ['sent', null],
    ]);
  });
});

describe('while the chat platform is down', () => {
  test('what waits for long becomes one message for each person', async () => {
    await choose({ hears: 'nudges', mostPerHour: '10' });
    for (const name of ['Ann', 'Ben', 'Cho']) await touch(name);
    for (let i = 0; i < 3; i++) rig.slack.failNext(new PlatformError('down', 'service_unavailable'));
    await look();
    await at('2026-11-25T06:00:00Z');
    expect((await rows()).map(({ state }) => state)).toEqual(['queued', 'queued', 'queued']);
    rig.setNow('2026-11-25T07:00:00Z');
    await touch('Dan', { dueAt: new Date('2026-11-25T07:00:00Z') });
    rig.slack.failNext(new PlatformError('down', 'service_unavailable'));
    await rig.sweep();
    await rig.runJobs();
    for (let minute = 0; minute < 2; minute++) {
      rig.pass(1);
      await look();
    }
    expect(texts().sort()).toEqual(['3 follow-ups now', 'Now: Day-2 call with Dan']);
    expect((await rows()).filter(({ kind, state }) => kind === 'touch' && state === 'folded')).toHaveLength(3);
  });

  test('a warning that comes too late is not sent; the reminder itself is', async () => {
    await choose({ hears: 'nudges' });
    const id = await touch('Eve', { kind: 'promise' });
    await look();
    rig.slack.failNext(new PlatformError('down', 'service_unavailable'));
    await at('2026-11-25T05:00:00Z');
    rig.setNow('2026-11-25T06:10:00Z');
    await rig.runJobs();
    expect(texts()).toEqual([]);
    await look();
    expect(texts()).toEqual(['Now: Day-2 call with Eve']);
    expect(await why(id)).toContain('the warning before the promise breaks was not sent; by then it was too late');
  });

  test('yesterday’s list is not sent today', async () => {
    await choose({ hears: 'list', morningTime: '08:30' });
    await touch('Ann');
    await look();
    rig.slack.failNext(new PlatformError('down', 'service_unavailable'));
    await at('2026-11-24T23:30:00Z');
    await at('2026-11-25T23:30:00Z');
    expect(texts()).toEqual(['Good morning. 1 follow-up today, 1 of them overdue.']);
    expect(
      (await rows())
        .filter(({ kind }) => kind === 'morning')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['sent', 'skipped']);
  });
});
