import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/calendar/index.ts';
import { buttonOf, cardOf, formOf, itemsOf, menuOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything, seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let count = 0;
const today = '2026-11-24';
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0FOLLOW${count}`, { country: 'KR' });
  rep = await team.member(`U0FOLLOWREP${count}`, 'rep', { name: 'Rita Rep' });
});

const customer = (name: string, country?: string) => seedCustomer(rig, team, rep.account, { name, country });
const due = async (name: string, touch: Partial<Parameters<typeof seedTouch>[3]> = {}, account = rep.account) =>
  seedTouch(rig, team, account, { customerId: await customer(name), dueOn: today, ...touch });

describe('the list', () => {
  test('overdue first, then by what matters, then by time', async () => {
    await due('Note', { kind: 'note', step: 'thanks' });
    await due('Call at three', { dueAt: new Date('2026-11-24T06:00:00Z') });
    await due('Call any time');
    await due('Call at noon', { dueAt: new Date('2026-11-24T03:00:00Z') });
    await due('Complaint', { kind: 'complaint', step: 'problem' });
    await due('Promise', { kind: 'promise', step: 'followup' });
    await due('Old note', { kind: 'note', step: 'thanks', dueOn: '2026-11-10' });
    await due('Old call', { dueOn: '2026-11-20' });
    const list = await rep.slash('followups');
    expect(itemsOf(list).map((line) => line.split(' · ')[0])).toEqual([
      'Old call',
      'Old note',
      'Promise',
      'Complaint',
      'Call at noon',
      'Call at three',
      'Call any time',
      'Note',
    ]);
    expect(cardOf(list).text).toBe('8 follow-ups due, 2 overdue');
    const groups = textOf(list)
      .split('\n')
      .filter((line) => ['Overdue', 'Today', 'Coming up'].includes(line));
    expect(groups).toEqual(['Overdue', 'Today']);
  });

  test('pages without losing or repeating one', async () => {
    const names = Array.from({ length: 19 }, (_, at) => `Customer ${String.fromCharCode(97 + at)}`);
    for (const name of names) await due(name);
    const seen: string[] = [];
    let page = await rep.slash('followups');
    expect(textOf(page)).toContain('Page 1 of 3, 19 in all');
    seen.push(...itemsOf(page));
    for (let at = 0; at < 2; at += 1) {
      page = await rep.press(buttonOf(page, 'Next page'));
      seen.push(...itemsOf(page));
    }
    expect(seen.map((line) => line.split(' · ')[0]).sort()).toEqual(names);
    expect(itemsOf(await rep.press(buttonOf(page, 'Back')))).toHaveLength(8);
  });

  test('a page that has emptied shows the first', async () => {
    await due('Kim');
    expect(itemsOf(await rep.press({ kind: 'button', label: '', command: 'followups', args: { page: '4' } }))).toHaveLength(1);
  });

  test('spans', async () => {
    await due('Yesterday', { dueOn: addDays(today, -1) });
    await due('Today');
    await due('In seven days', { dueOn: addDays(today, 7) });
    await due('In eight days', { dueOn: addDays(today, 8) });
    const names = async (span: string) => itemsOf(await rep.slash('followups', span)).map((line) => line.split(' · ')[0]);
    expect(await names('')).toEqual(['Yesterday', 'Today']);
    expect(await names('overdue')).toEqual(['Yesterday']);
    expect(await names('week')).toEqual(['Yesterday', 'Today', 'In seven days']);
    expect(await names('이번 주')).toEqual(['Yesterday', 'Today', 'In seven days']);
  });

  test('closed ones and those of others are not there', async () => {
    const other = await team.member(`U0FOLLOWOTHER${count}`, 'rep');
    await due('Theirs', {}, other.account);
    await due('Dora');
    await rep.slash('log', 'Dora reached');
    expect(textOf(await rep.slash('followups'))).toContain('Nothing is due today');
  });

  test('today is the rep’s own day', async () => {
    const far = await team.member(`U0FOLLOWFAR${count}`, 'rep', { zone: 'America/New_York' });
    await due('Tuesday', {}, far.account);
    // Monday evening in New York.
    rig.setNow('2026-11-24T02:00:00Z');
    expect(textOf(await far.slash('followups'))).toContain('Nothing is due today');
    rig.setNow('2026-11-24T06:00:00Z');
    expect(itemsOf(await far.slash('followups'))).toHaveLength(1);
  });

  test('of one customer shows what is planned later, too, and whose it is', async () => {
    const kim = await customer('Kim Minji');
    await seedTouch(rig, team, rep.account, { customerId: kim, dueOn: '2027-03-01' });
    await due('Lee');
    const list = await rep.slash('followups', 'Kim');
    expect(itemsOf(list)).toHaveLength(1);
    expect(textOf(list)).toContain('Rita Rep');
  });

  test('of a customer with nothing open says that of the customer', async () => {
    await customer('Kim Minji');
    await due('Lee');
    expect(textOf(await rep.slash('followups', 'Kim'))).toContain('Kim Minji');
  });
});

describe('an empty list', () => {
  test('names what comes next', async () => {
    await due('Kim Minji', { dueOn: '2026-11-27' });
    const empty = await rep.slash('followups');
    expect(textOf(empty)).toContain('Kim Minji');
    expect(itemsOf(await rep.press(buttonOf(empty, 'This week')))).toHaveLength(1);
  });
  test('or how to begin', async () => {
    const empty = await rep.slash('followups');
    expect(textOf(empty)).toContain('Record a sale');
    expect(buttonOf(empty, 'sale.form').opensForm).toBe(true);
  });
});

describe('the lists of others', () => {
  let other: Desk;
  beforeEach(async () => {
    other = await team.member(`U0FOLLOWOTHER${count}`, 'rep', { name: 'Otto Other' });
    await due('Mine');
    await due('Theirs', {}, other.account);
  });

  test.each(['manager', 'admin'] as const)('a %s sees the team’s and one rep’s', async (role) => {
    const boss = await team.member(`U0FOLLOWBOSS${count}`, role);
    const all = await boss.slash('followups', 'team');
    expect(itemsOf(all)).toHaveLength(2);
    expect(textOf(all)).toContain('Otto Other');
    const one = await boss.slash('followups', `@${other.account}`);
    expect(itemsOf(one)).toEqual([expect.stringContaining('Theirs')]);
    expect(textOf(await boss.slash('followups', '@U0NOBODY99'))).toContain('I do not know that person');
  });

  test('a rep does not, in no way', async () => {
    const repId = await team.personId(other.account);
    for (const said of [
      await rep.slash('followups', 'team'),
      await rep.slash('followups', `@${other.account}`),
      await rep.press({ kind: 'button', label: '', command: 'followups', args: { team: 'true' } }),
      await rep.press({ kind: 'button', label: '', command: 'followups', args: { repId } }),
    ]) {
      expect(textOf(said)).toContain('Only a manager');
    }
    const list = new URLSearchParams({ team: 'true', span: 'week' }).toString();
    const touch = await due('Snoozed');
    expect(
      textOf(await rep.press({ kind: 'button', label: '', command: 'snooze', args: { touchId: touch, until: 'day', list } })),
    ).not.toContain('Theirs');
    expect(itemsOf(await rep.slash('followups', `@${rep.account}`))).toEqual([expect.stringContaining('Mine')]);
  });
});

describe('snooze', () => {
  const touch = (id: string) => team.scope.db.touch.findFirstOrThrow({ where: { id } });
  const presets: readonly [preset: string, dueOn: string, dueAt: string | undefined][] = [
    ['hour', '2026-11-24', '2026-11-24T02:00:00Z'],
    ['day', '2026-11-25', undefined],
    ['three', '2026-11-27', undefined],
    ['week', '2026-12-01', undefined],
  ];
  test.each(presets)('%s', async (preset, dueOn, dueAt) => {
    const id = await due('Kim');
    await due('Lee', { kind: 'note', step: 'thanks' });
    const list = await rep.choose(menuOf(await rep.slash('followups'), 'snooze'), preset);
    const at = dueAt === undefined ? null : new Date(dueAt);
    expect(await touch(id)).toMatchObject({ dueOn: new Date(dueOn), dueAt: at, nextNudgeAt: at, snoozes: 1 });
    // The list is drawn again where it stood, with what was done above it.
    expect(list).toMatchObject({ replaces: true });
    expect(textOf(list)).toContain('put off until');
    expect(itemsOf(list)).toHaveLength(dueAt ? 2 : 1);
  });

  test('the next business day is the workspace’s where the customer has no country', async () => {
    rig.setNow('2026-09-23T01:00:00Z');
    const id = await due('Kim', { dueOn: '2026-09-23' });
    await rep.choose(menuOf(await rep.slash('followups'), 'snooze'), 'day');
    expect(await touch(id)).toMatchObject({ dueOn: new Date('2026-09-28') });
  });

  test('to a day and time of one’s own', async () => {
    const id = await due('Kim');
    const form = formOf(await rep.choose(menuOf(await rep.slash('followups'), 'snooze'), 'other'));
    await rep.submit(form, { on: '2026-11-26', time: '15:00' });
    expect(await touch(id)).toMatchObject({ dueOn: new Date('2026-11-26'), dueAt: new Date('2026-11-26T06:00:00Z') });
  });

  test.each([[{ on: '2026-11-23' }], [{ on: today, time: '09:30' }]])('not into the past: %j', async (values) => {
    await due('Kim');
    const form = formOf(await rep.choose(menuOf(await rep.slash('followups'), 'snooze'), 'other'));
    const before = await everything(team);
    expect(await rep.submit(form, values)).toMatchObject({ kind: 'errors', errors: { on: expect.any(String) } });
    expect(await everything(team)).toEqual(before);
  });

  test('of what was closed meanwhile explains', async () => {
    await due('Kim');
    const menu = menuOf(await rep.slash('followups'), 'snooze');
    await rep.slash('log', 'Kim reached');
    const before = await everything(team);
    expect(textOf(await rep.choose(menu, 'day'))).toContain('was closed');
    expect(await everything(team)).toEqual(before);
  });
});
