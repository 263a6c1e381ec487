import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Button, Menu } from '../../../src/chat/card.ts';
import { buttonOf, formOf, menuOf, textOf } from '../../support/answers.ts';
import { type BotRig, type Desk, openBot, type Team } from '../../support/bot.ts';
import { seedCustomer, seedTouch } from '../../support/seed.ts';

let rig: BotRig;
beforeAll(async () => {
  rig = await openBot();
});
afterAll(() => rig.close());

let team: Team;
let rep: Desk;
let kim: string;
let id: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0SNOOZE${count}`, { country: 'KR' });
  rep = await team.member(`U0SNOOZE${count}`, 'rep', { name: 'Hannah' });
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  id = await seedTouch(rig, team, rep.account, { customerId: kim, step: 'day5', dueOn: '2026-11-24' });
});
const touch = () => team.scope.db.touch.findFirstOrThrow({ where: { id } });
const changes = () => team.scope.db.touchChange.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
const menu = async () => menuOf(await rep.slash('followups', 'week'), 'snooze');
const snooze = async (value: string) => {
  rig.pass(2);
  return rep.choose(await menu(), value);
};

describe('the customer’s hours', () => {
  test('are a choice of their own where they are known, and mean the moment on the label', async () => {
    await team.scope.db.customer.updateMany({ data: { contactFrom: '10:00', contactTo: '17:00' } });
    const choice = (await menu()).choices[1];
    expect(choice?.label).toContain('Wed 25 Nov 10:00');
    expect(choice?.label).toContain('Kim Minji');
    // Pressed an hour later it is still the same moment.
    const kept = await menu();
    rig.pass(60);
    await rep.choose(kept, choice?.value ?? '');
    expect(await touch()).toMatchObject({ dueOn: new Date('2026-11-25'), dueAt: new Date('2026-11-25T01:00:00Z') });
  });
  test('of the trade, where no own ones are known', async () => {
    await team.scope.db.customer.updateMany({ data: { trade: 'restaurant' } });
    expect((await menu()).choices[1]?.label).toContain('14:00');
  });
  test('are no choice where nothing is known, nor once they have passed', async () => {
    expect((await menu()).choices).toHaveLength(5);
    await team.scope.db.customer.updateMany({ data: { contactFrom: '10:00', contactTo: '17:00' } });
    const kept = await menu();
    rig.pass(60 * 48);
    expect(textOf(await rep.choose(kept, kept.choices[1]?.value ?? ''))).toContain('has passed');
    expect(await touch()).toMatchObject({ snoozes: 0 });
  });
});

test('each time is kept, with from when to when', async () => {
  await snooze('week');
  expect(await changes()).toMatchObject([
    { kind: 'snoozed', touchId: id, fromOn: new Date('2026-11-24'), toOn: new Date('2026-12-01'), reason: null },
  ]);
});

describe('the third time', () => {
  beforeEach(async () => {
    await snooze('day');
    await snooze('day');
  });

  test('asks why, in a form that knows the day, and the answer stays in the history', async () => {
    const third: Menu = await menu();
    expect(third.args).toMatchObject({ ask: 'why' });
    const form = formOf(await snooze('three'));
    expect(form.fields.map(({ name }) => name)).toEqual(['reason', 'on', 'time']);
    expect(await touch()).toMatchObject({ snoozes: 2 });
    const said = await rep.submit(form, { reason: 'the part has not come' });
    expect(textOf(said)).toContain('put off until');
    expect(await touch()).toMatchObject({ snoozes: 3, dueOn: new Date('2026-11-27') });
    expect((await changes()).at(-1)).toMatchObject({ kind: 'snoozed', reason: 'the part has not come' });
    const file = await rep.slash('customer', 'Kim');
    expect(textOf(file)).toMatch(/Day-5 call: put off until .* by Hannah: “the part has not come”/);
  });

  test('without a reason nothing moves', async () => {
    const form = formOf(await snooze('three'));
    expect(await rep.submit(form, { reason: ' ' })).not.toMatchObject({ kind: 'say', replaces: true });
    expect(await rep.send({ via: 'form', command: 'snooze', args: { touchId: id, on: '2026-12-03' } })).toMatchObject({
      kind: 'errors',
      errors: { reason: expect.any(String) },
    });
    expect(await touch()).toMatchObject({ snoozes: 2 });
  });

  test('a button from before, which opens no form, leads to one', async () => {
    const old: Button = { kind: 'button', label: '', command: 'snooze', args: { touchId: id, until: 'week' } };
    const said = await rep.press(old);
    expect(textOf(said)).toContain('What stands in the way?');
    const form = formOf(await rep.press(buttonOf(said, 'snooze')));
    await rep.submit(form, { reason: 'no time' });
    expect(await touch()).toMatchObject({ snoozes: 3, dueOn: new Date('2026-12-01') });
  });

  test('the fourth and fifth do not ask, the sixth does', async () => {
    await rep.submit(formOf(await snooze('day')), { reason: 'no part' });
    await snooze('day');
    await snooze('day');
    expect(await touch()).toMatchObject({ snoozes: 5 });
    formOf(await snooze('day'));
  });
});
