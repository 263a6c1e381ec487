import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, formOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything, seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let lin: Desk;
let kim: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  await rig.system.prisma.person.updateMany({ data: { nextMorningAt: null } });
  team = await rig.team(`T0PACE${count}`, { country: 'KR' });
  rep = await team.member(`U0PACE${count}`, 'rep', { name: 'Hannah' });
  lin = await team.member(`U0PACELIN${count}`, 'manager', { name: 'Lin' });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
});
const plan = (
  step: string,
  dueOn: string,
  more: Partial<Parameters<typeof seedTouch>[3]> = {},
  account = rep.account,
  of = team,
) => seedTouch(rig, of, account, { customerId: kim, kind: 'note', cadence: 'themes', step, dueOn, ...more });
const dueOn = async (id: string) =>
  (await team.scope.db.touch.findFirstOrThrow({ where: { id } })).dueOn.toISOString().slice(0, 10);
const paced = () => team.scope.db.touchChange.findMany({ where: { kind: 'paced' } });

test('of a fourth contact in a week of the whole team, the least goes to the next, and why is kept and shown', async () => {
  await plan('a', '2026-11-30', { kind: 'call', cadence: 'warranty' });
  await plan('b', '2026-12-01', { kind: 'call', cadence: 'warranty' }, lin.account);
  await plan('c', '2026-12-02', { kind: 'call', cadence: '2-5-12' });
  const card = await plan('theme-12', '2026-12-03', { dueAt: new Date('2026-12-03T06:00:00Z') });
  await rig.sweep();
  expect(await team.scope.db.touch.findFirst({ where: { id: card } })).toMatchObject({
    dueOn: new Date('2026-12-10'),
    dueAt: new Date('2026-12-10T06:00:00Z'),
    state: 'open',
  });
  expect(await paced()).toMatchObject([
    { touchId: card, personId: null, fromOn: new Date('2026-12-03'), toOn: new Date('2026-12-10'), reason: 'week_full' },
  ]);
  expect(textOf(await rep.slash('customer', 'Kim'))).toContain('since that week had contacts enough');
  await rig.sweep();
  expect(await paced()).toHaveLength(1);
});

test('a birthday card is let go, with the reason', async () => {
  for (const [at, step] of ['a', 'b', 'c'].entries())
    await plan(step, `2026-12-0${at + 1}`, { kind: 'call', cadence: 'warranty' });
  const card = await plan('birthday', '2026-12-04', { cadence: 'birthday' });
  await rig.sweep();
  expect(await team.scope.db.touch.findFirst({ where: { id: card } })).toMatchObject({
    state: 'dropped',
    closedReason: 'week_full',
    nextNudgeAt: null,
  });
});

test('what is planned later by somebody else is looked at again, and what they agreed stays', async () => {
  const card = await plan('theme-12', '2026-12-03');
  await rig.sweep();
  expect(await dueOn(card)).toBe('2026-12-03');
  for (const day of ['30 Nov', '1 Dec', '2 Dec']) {
    const said = await lin.say(`remind Kim on ${day} 3pm: heater`);
    const form = formOf(await lin.press({ kind: 'button', label: '', command: 'remind.form', args: { customerId: kim } }));
    const answer = await lin.submit(form, {
      on: day === '30 Nov' ? '2026-11-30' : `2026-12-0${day.charAt(0)}`,
      time: '15:00',
      about: textOf(said).slice(0, 20),
    });
    // By then the week is full, which is said before it is kept.
    if (day === '2 Dec') await lin.press(buttonOf(answer, 'remind.keep'));
    rig.pass(2);
  }
  await rig.sweep();
  expect(await dueOn(card)).toBe('2026-12-10');
  expect(await paced()).toHaveLength(1);
});

test('two who plan at once are looked at one after the other', async () => {
  const ids = await Promise.all(
    [1, 2, 3, 4].map((at) => plan(`s${at}`, `2026-12-0${at}`, {}, at % 2 === 0 ? lin.account : rep.account)),
  );
  await Promise.all([rig.sweep(), rig.sweep()]);
  await rig.sweep();
  const weeks = await Promise.all(ids.map(dueOn));
  expect(weeks.filter((on) => on < '2026-12-07')).toHaveLength(3);
  expect(await paced()).toHaveLength(1);
});

test('what is planned for somebody who has left goes to the pool', async () => {
  const gone = await team.member(`U0PACEGONE${count}`, 'rep', { name: 'Otto' });
  await team.scope.db.person.updateMany({ where: { id: await team.personId(gone.account) }, data: { role: null } });
  const id = await plan('a', '2026-12-01', {}, gone.account);
  const mine = await plan('b', '2026-12-02');
  await rig.sweep();
  expect(await team.scope.db.touch.findFirst({ where: { id } })).toMatchObject({
    state: 'open',
    pooledAt: rig.now(),
    nextNudgeAt: null,
  });
  expect(await team.scope.db.touch.findFirst({ where: { id: mine } })).toMatchObject({ pooledAt: null });
});

describe('the limit', () => {
  test('is the manager’s to set, and looks at what is planned already', async () => {
    const ids = [await plan('a', '2026-12-01'), await plan('b', '2026-12-02')];
    await rig.sweep();
    expect(await paced()).toEqual([]);
    await rep.slash('aftercare', 'pace 1');
    await rig.sweep();
    expect(await paced()).toEqual([]);
    expect(textOf(await lin.slash('aftercare', 'pace 1'))).toContain('at most once a week');
    await rig.sweep();
    expect(await Promise.all(ids.map(dueOn))).toEqual(['2026-12-01', '2026-12-09']);
    const form = formOf(await lin.say('每周上限'));
    expect(form.fields[0]).toMatchObject({ value: '1' });
  });
  test.each(['0', '51', '2.5', 'many'])('not %s', async (text) => {
    await lin.slash('aftercare', `pace ${text}`);
    const { touchesPerWeek } = await team.scope.db.workspace.findFirstOrThrow();
    expect(touchesPerWeek).toBe(text === '2.5' ? 2 : 3);
  });
});

test('one workspace’s limit and weeks are not another’s', async () => {
  const other = await rig.team(`T0PACEOTHER${count}`);
  const far = await other.member(`U0PACEFAR${count}`, 'manager');
  const customerId = await seedCustomer(rig, other, far.account, { name: 'Kim Minji' });
  for (const at of [1, 2, 3]) await plan(`s${at}`, `2026-12-0${at}`, { customerId }, far.account, other);
  await rig.sweep();
  const before = await everything(other);
  await lin.slash('aftercare', 'pace 1');
  await rig.sweep();
  expect(await everything(other)).toEqual(before);
});
