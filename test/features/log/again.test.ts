import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf, buttonOf, formOf, itemsOf, textOf } from '../../support/answers.ts';
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
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0AGAIN${count}`, { country: 'KR' });
  rep = await team.member(`U0AGAIN${count}`, 'rep');
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji' });
  call = await seedTouch(rig, team, rep.account, { customerId: kim, dueOn: '2026-11-24' });
  rig.pass(1);
});

const entries = () => team.scope.db.entry.findMany({ orderBy: { at: 'asc' } });
const touch = (id: string) => team.scope.db.touch.findFirstOrThrow({ where: { id } });
const open = () => team.scope.db.touch.findMany({ where: { state: 'open' } });

describe('a correction keeps the history', () => {
  /** The Correct button stands in the customer's file once the ten minutes are over. */
  const correctForm = async () => {
    rig.pass(60);
    const file = await rep.slash('customer', 'Kim');
    return formOf(await rep.press(buttonOf(file, 'log.change')));
  };

  test('the old entry stays, struck, and the new one names it', async () => {
    await rep.slash('log', 'Kim reached hapy');
    await rep.submit(await correctForm(), { note: 'happy' });
    const [first, second] = await entries();
    expect(first).toMatchObject({ outcome: 'reached', note: 'hapy', undoneAt: null });
    expect(second).toMatchObject({ outcome: 'reached', note: 'happy', correctsId: first?.id });
    const file = await rep.slash('customer', 'Kim');
    expect(itemsOf(file)).toHaveLength(2);
    const correctable = actionsOf(file).filter((action) => 'command' in action && action.command === 'log.change');
    expect(correctable).toMatchObject([{ args: { entryId: second?.id } }]);
  });

  test('a corrected note does not count as another try', async () => {
    await rep.slash('log', 'Kim no answer');
    await rep.submit(await correctForm(), { note: 'line was busy' });
    expect(await touch(call)).toMatchObject({ attempts: 1 });
  });

  test('a corrected note does not open the problem twice', async () => {
    await rep.slash('log', 'Kim problem: leaks');
    await rep.submit(await correctForm(), { note: 'leaks at the back' });
    expect((await open()).map(({ kind, about }) => [kind, about])).toEqual([['complaint', 'leaks at the back']]);
  });

  test('a corrected note leaves the next date as it was', async () => {
    await rep.slash('log', 'Kim reached hapy, next Tue 3pm');
    await rep.submit(await correctForm(), { note: 'happy' });
    expect((await open()).map(({ dueAt }) => dueAt)).toEqual([new Date('2026-12-01T06:00:00Z')]);
  });

  test('a wish not to be contacted that was logged by mistake is gone, and the plan is back', async () => {
    const later = await seedTouch(rig, team, rep.account, { customerId: kim, step: 'day5', dueOn: '2026-11-27' });
    await rep.slash('log', 'Kim do not contact');
    await rep.submit(await correctForm(), { outcome: 'reached' });
    const file = await team.scope.db.customer.findFirstOrThrow({ where: { id: kim } });
    expect(file.doNotContactAt).toBeNull();
    expect((await open()).map(({ id }) => id)).toEqual([later]);
    expect(await touch(call)).toMatchObject({ state: 'done', closedReason: 'reached' });
  });

  test('what later entries rest on stays as it is', async () => {
    await rep.slash('log', 'Kim problem: leaks');
    const form = await correctForm();
    await rep.slash('log', 'Kim reached solved');
    const before = (await everything(team)).touches;
    await rep.submit(form, { note: 'leaks at the back' });
    expect((await everything(team)).touches).toEqual(before);
    expect(await entries()).toHaveLength(3);
  });

  test('somebody else’s entry cannot be corrected', async () => {
    await rep.slash('log', 'Kim reached');
    const form = await correctForm();
    const other = await team.member(`U0AGAINOTHER${count}`, 'admin');
    await other.submit(form, { note: 'changed' });
    expect(await entries()).toHaveLength(1);
  });
});

describe('once', () => {
  test('a double tap is one record, and both taps are answered alike', async () => {
    const form = formOf(await rep.slash('log', 'Kim'));
    const [first, second] = await Promise.all([
      rep.submit(form, { outcome: 'reached' }),
      rep.submit(form, { outcome: 'reached' }),
    ]);
    expect(await entries()).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(second))).toEqual(JSON.parse(JSON.stringify(first)));
  });

  test('a message that Slack delivers again, minutes later, is one record', async () => {
    await rep.say('log Kim reached', 'event:Ev1');
    rig.pass(5);
    await rep.say('followups');
    await rep.say('log Kim reached', 'event:Ev1');
    expect(await entries()).toHaveLength(1);
  });

  test('the same words again on another day are another record', async () => {
    await rep.slash('log', 'Kim reached');
    rig.pass(24 * 60);
    await rep.slash('log', 'Kim reached');
    expect(await entries()).toHaveLength(2);
  });

  test('what failed was not done, and may be tried again at once', async () => {
    await rep.slash('log', 'Lee reached');
    await seedCustomer(rig, team, rep.account, { name: 'Lee' });
    rig.pass(1.1);
    await rep.slash('log', 'Lee reached');
    expect(await entries()).toHaveLength(1);
  });
});

test('a button of last month explains, and offers the current list', async () => {
  const button = buttonOf(await rep.slash('followups'), 'log.form');
  await rep.slash('log', 'Kim reached');
  rig.pass(30 * 24 * 60);
  const said = await rep.press(button);
  expect(textOf(said)).toContain('was closed');
  expect(buttonOf(said, 'followups')).toBeDefined();
  expect(textOf(await rep.press({ kind: 'button', label: '', command: 'log.form', args: { touchId: rig.newId() } }))).toContain(
    'older message',
  );
});

describe('three tries without an answer', () => {
  const tryThrice = async () => {
    let said = await rep.slash('log', 'Kim no answer');
    for (const day of ['2026-11-25', '2026-11-26']) {
      expect(textOf(said)).not.toContain('What now?');
      rig.setNow(`${day}T01:00:00Z`);
      said = await rep.slash('log', 'Kim no answer');
    }
    return said;
  };

  test('then the rep is asked', async () => {
    const said = await tryThrice();
    expect(textOf(said)).toContain('try 3');
    expect(actionsOf(said).filter((action) => 'command' in action && action.command === 'log.decide')).toHaveLength(3);
  });

  test('to try again in a week starts a new count', async () => {
    await rep.press(buttonOf(await tryThrice(), 'Try in a week'));
    const again = await touch(call);
    expect(again).toMatchObject({ attempts: 0, state: 'open', dueOn: new Date('2026-12-03') });
  });

  test('to write instead ends the call and puts a note on today’s list', async () => {
    await rep.press(buttonOf(await tryThrice(), 'Write instead'));
    expect(await touch(call)).toMatchObject({ state: 'dropped', closedReason: 'no_answer' });
    expect(await open()).toMatchObject([{ kind: 'note', step: 'write', dueOn: new Date('2026-11-26') }]);
  });

  test('to let it be ends the call', async () => {
    const said = await tryThrice();
    await rep.press(buttonOf(said, 'Let it be'));
    expect(await open()).toEqual([]);
    rig.pass(2);
    expect(textOf(await rep.press(buttonOf(said, 'Try in a week')))).toContain('was closed');
  });
});
