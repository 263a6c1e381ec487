import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, buttonOf, cardOf, formOf, itemsOf, menuOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { everything, seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let kim: string;
let call: string;
let note: string;
let promise: string;
let count = 0;
const today = '2026-11-24';
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0CONV${count}`, { country: 'KR' });
  rep = await team.member(`U0CONV${count}`, 'rep', { name: 'Hannah' });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  const plan = (more: Partial<Parameters<typeof seedTouch>[3]>) =>
    seedTouch(rig, team, rep.account, { customerId: kim, dueOn: today, ...more });
  note = await plan({ kind: 'note', step: 'thanks', dueOn: '2026-11-23' });
  call = await plan({ step: 'day5' });
  promise = await plan({ kind: 'promise', step: 'promise', about: 'new filter' });
  rig.pass(1);
});

const touch = (id: string) => team.scope.db.touch.findFirstOrThrow({ where: { id } });
const states = async () => [(await touch(promise)).state, (await touch(call)).state, (await touch(note)).state];

test('in the list it is one item that names every reason, counted once', async () => {
  const list = await rep.slash('followups');
  expect(itemsOf(list)).toEqual(['Kim Minji · new filter + Day-5 call + Thank-you note']);
  expect(cardOf(list).text).toBe('1 follow-up due, 1 overdue');
  expect(actionsOf(list).map((action) => ('command' in action ? action.command : action.kind))).toEqual([
    'log.form',
    'promise.move.form',
    'snooze',
    'reassign.form',
    'customer',
  ]);
  expect(itemsOf(await rep.home())).toEqual(['Kim Minji · new filter + Day-5 call + Thank-you note']);
});

test('pages are of conversations, and none is torn', async () => {
  for (let at = 0; at < 9; at += 1) {
    const customerId = await seedCustomer(rig, team, rep.account, { name: `Customer ${at}` });
    for (const step of ['day2', 'day5', 'day12']) await seedTouch(rig, team, rep.account, { customerId, step, dueOn: today });
  }
  const first = await rep.slash('followups');
  expect(textOf(first)).toContain('Page 1 of 2, 10 in all');
  expect(itemsOf(first)).toHaveLength(8);
  expect(itemsOf(await rep.press(buttonOf(first, 'Next page')))).toHaveLength(2);
  expect(itemsOf(first)[1]).toMatch(/^Customer \d · Day-\d+ call \+ Day-\d+ call \+ Day-\d+ call$/);
});

describe('one form settles it', () => {
  const form = async () => formOf(await rep.press(buttonOf(await rep.slash('followups'), 'log.form')));

  test('all of it, if nothing else is chosen', async () => {
    const said = await rep.submit(await form(), { outcome: 'reached', note: 'happy' });
    expect(await states()).toEqual(['done', 'done', 'done']);
    expect(textOf(said)).toContain('new filter + Day-5 call + Thank-you note');
    expect(await team.scope.db.entry.findMany()).toHaveLength(1);
  });

  test('or what is chosen; the rest stays', async () => {
    const choice = (await form()).fields.find(({ name }) => name === 'settles');
    if (choice?.kind !== 'choice') throw new Error('Nothing to choose');
    expect(choice.choices.map(({ value }) => value)).toEqual(['all', promise, call, note]);
    await rep.submit(await form(), { outcome: 'reached', settles: call });
    expect(await states()).toEqual(['open', 'done', 'open']);
  });

  test('not what is no part of it', async () => {
    const lee = await seedCustomer(rig, team, rep.account, { name: 'Lee' });
    const other = await seedTouch(rig, team, rep.account, { customerId: lee, dueOn: today });
    const filled = await rep.slash('log', 'Kim');
    const before = await everything(team);
    expect(await rep.submit(formOf(filled), { outcome: 'reached', settles: other })).toMatchObject({ kind: 'errors' });
    expect(await everything(team)).toEqual(before);
  });
});

test('typed in one line it settles all, and undo puts all back', async () => {
  const before = await everything(team);
  const said = await rep.slash('log', 'Kim reached happy');
  expect(await states()).toEqual(['done', 'done', 'done']);
  await rep.press(buttonOf(said, 'log.undo'));
  expect({ ...(await everything(team)), entries: [] }).toEqual(before);
});

test('nobody reached: the call is tried again with the rest of it, and the promise stays due', async () => {
  const before = await everything(team);
  const said = await rep.slash('log', 'Kim no answer');
  const next = new Date('2026-11-25');
  expect(await touch(promise)).toMatchObject({ state: 'open', dueOn: new Date(today) });
  expect(await touch(call)).toMatchObject({ state: 'open', dueOn: next, attempts: 1 });
  expect(await touch(note)).toMatchObject({ state: 'open', dueOn: next, attempts: 0 });
  await rep.press(buttonOf(said, 'log.undo'));
  expect({ ...(await everything(team)), entries: [] }).toEqual(before);
});

test('a correction is about the same things', async () => {
  await rep.slash('log', 'Kim no answer');
  rig.pass(60);
  const form = formOf(await rep.press(buttonOf(await rep.slash('customer', 'Kim'), 'log.change')));
  await rep.submit(form, { outcome: 'reached' });
  expect(await states()).toEqual(['open', 'done', 'done']);
});

test('it is put off as one, without the promise', async () => {
  await rep.choose(menuOf(await rep.slash('followups'), 'snooze'), 'week');
  const later = new Date('2026-12-01');
  expect([(await touch(promise)).dueOn, (await touch(call)).dueOn, (await touch(note)).dueOn]).toEqual([
    new Date(today),
    later,
    later,
  ]);
  expect(itemsOf(await rep.slash('followups', 'week'))).toEqual([
    'Kim Minji · new filter',
    'Kim Minji · Day-5 call + Thank-you note',
  ]);
});

test('what a colleague has with the customer is another conversation', async () => {
  const otto = await team.member(`U0CONVOTTO${count}`, 'rep', { name: 'Otto' });
  const theirs = await seedTouch(rig, team, otto.account, { customerId: kim, step: 'day12', dueOn: today });
  await rep.slash('log', 'Kim reached');
  expect(await touch(theirs)).toMatchObject({ state: 'open' });
  await otto.slash('log', 'Kim reached');
  expect(await touch(theirs)).toMatchObject({ state: 'done' });
});
