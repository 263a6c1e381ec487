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
let kim: string;
let call: string;
let note: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  rig.setNow('2026-11-24T01:00:00Z');
  team = await rig.team(`T0LOG${count}`, { country: 'KR' });
  rep = await team.member(`U0LOGREP${count}`, 'rep');
  kim = await seedCustomer(rig, team, rep.account, { name: 'Kim Minji', phone: '010-1234-5678' });
  note = await seedTouch(rig, team, rep.account, { customerId: kim, kind: 'note', step: 'thanks', dueOn: '2026-11-23' });
  call = await seedTouch(rig, team, rep.account, { customerId: kim, dueOn: '2026-11-24' });
  rig.pass(1);
});

const touch = (id: string) => team.scope.db.touch.findFirstOrThrow({ where: { id } });
const planned = () => team.scope.db.touch.findMany({ where: { id: { notIn: [call, note] } } });
const on = (date: Date) => date.toISOString().slice(0, 10);
const customer = () => team.scope.db.customer.findFirstOrThrow({ where: { id: kim } });

/** Each outcome as it is typed, and what it must have changed. */
const lines: readonly [typed: string, check: () => Promise<void>][] = [
  [
    'reached happy',
    async () => {
      expect(await touch(call)).toMatchObject({ state: 'done', closedReason: 'reached' });
      expect((await customer()).lastContactAt).toEqual(rig.now());
      expect(await planned()).toEqual([]);
    },
  ],
  ['sent', async () => expect(await touch(call)).toMatchObject({ state: 'done', closedReason: 'sent' })],
  [
    'reached, next Tue 3pm',
    async () => {
      const [next] = await planned();
      expect(next).toMatchObject({
        kind: 'followup',
        state: 'open',
        dueAt: new Date('2026-12-01T06:00:00Z'),
        nextNudgeAt: new Date('2026-12-01T06:00:00Z'),
      });
    },
  ],
  [
    'no answer',
    async () => {
      const moved = await touch(call);
      expect(moved).toMatchObject({ state: 'open', attempts: 1 });
      expect(on(moved.dueOn)).toBe('2026-11-25');
      expect((await customer()).lastContactAt).toBeNull();
    },
  ],
  ['left a message', async () => expect(on((await touch(call)).dueOn)).toBe('2026-11-26')],
  [
    'problem: leaks',
    async () => {
      expect(await touch(call)).toMatchObject({ state: 'done' });
      const [complaint] = await planned();
      expect(complaint).toMatchObject({ kind: 'complaint', step: 'problem', about: 'leaks' });
      expect(on(complaint?.dueOn ?? new Date(0))).toBe('2026-11-24');
    },
  ],
  [
    'wants more: a second one',
    async () => {
      const [next] = await planned();
      expect(next).toMatchObject({ kind: 'followup', step: 'wants_more', about: 'a second one' });
    },
  ],
  [
    'do not contact',
    async () => {
      expect(await touch(call)).toMatchObject({ state: 'done' });
      expect(await touch(note)).toMatchObject({ state: 'dropped' });
      expect((await customer()).doNotContactAt).toEqual(rig.now());
    },
  ],
  [
    'wrong number',
    async () => {
      expect(await touch(call)).toMatchObject({ state: 'open' });
      expect((await customer()).wrongNumberAt).toEqual(rig.now());
    },
  ],
];

describe('what each outcome does, and that undo puts every row back', () => {
  test.each(lines)('%s', async (typed, check) => {
    const before = await everything(team);
    const said = await rep.slash('log', `Kim ${typed}`);
    await check();
    rig.pass(9);
    await rep.press(buttonOf(said, 'log.undo'));
    const after = await everything(team);
    expect({ ...after, entries: [] }).toEqual(before);
    expect(after.entries).toMatchObject([{ customerId: kim, undoneAt: rig.now() }]);
  });
});

describe('undo', () => {
  const refused = async (undo: () => Promise<unknown>) => {
    const before = await everything(team);
    const said = await undo();
    expect(await everything(team)).toEqual(before);
    return said;
  };

  test('after ten minutes is refused, and says how to correct instead', async () => {
    const undo = buttonOf(await rep.slash('log', 'Kim reached'), 'log.undo');
    rig.pass(10.5);
    await refused(async () => expect(textOf(await rep.press(undo))).toContain('ten minutes'));
  });

  test('twice is once', async () => {
    const undo = buttonOf(await rep.slash('log', 'Kim reached'), 'log.undo');
    await rep.press(undo);
    rig.pass(2);
    await refused(async () => expect(textOf(await rep.press(undo))).toContain('already'));
  });

  test('of somebody else’s entry is refused', async () => {
    const undo = buttonOf(await rep.slash('log', 'Kim reached'), 'log.undo');
    const other = await team.member(`U0LOGOTHER${count}`, 'admin');
    await refused(() => other.press(undo));
  });

  test('is blocked once what it planned was dealt with', async () => {
    const undo = buttonOf(await rep.slash('log', 'Kim problem: leaks'), 'log.undo');
    rig.pass(1);
    await rep.slash('log', 'Kim reached solved');
    await refused(async () => expect(textOf(await rep.press(undo))).toContain('Later steps'));
  });

  test('is blocked by a later entry, so that a wish not to be contacted is never taken back with another', async () => {
    const undo = buttonOf(await rep.slash('log', 'Kim reached'), 'log.undo');
    rig.pass(1);
    await rep.slash('log', 'Kim do not contact');
    await refused(async () => expect(textOf(await rep.press(undo))).toContain('Later steps'));
    expect((await customer()).doNotContactAt).not.toBeNull();
  });

  test('goes on backwards: the later entry first', async () => {
    const first = buttonOf(await rep.slash('log', 'Kim no answer'), 'log.undo');
    rig.pass(1);
    const second = buttonOf(await rep.slash('log', 'Kim wrong number'), 'log.undo');
    rig.pass(1);
    await rep.press(second);
    rig.pass(1);
    await rep.press(first);
    expect(await customer()).toMatchObject({ wrongNumberAt: null });
    expect(on((await touch(call)).dueOn)).toBe('2026-11-24');
  });
});

describe('the form', () => {
  test('of a touch knows whom and what it is about', async () => {
    const list = await rep.slash('followups');
    const form = formOf(await rep.press(buttonOf(list, 'log.form')));
    // A call and a note of one day are one conversation, named by what matters most in it.
    expect(form.args).toMatchObject({ customerId: kim, touchId: call });
    await rep.submit(form, { outcome: 'sent', note: 'by post', settles: note });
    expect(await touch(note)).toMatchObject({ state: 'done', closedReason: 'sent' });
    expect(await touch(call)).toMatchObject({ state: 'open' });
  });

  test('without a name asks who, and offers those whose name contains what is typed', async () => {
    const form = formOf(await rep.slash('log'));
    const found = await rep.suggest('customer.suggest', 'minj');
    expect(found).toMatchObject({ kind: 'choices', choices: [{ value: kim }] });
    await rep.submit(form, { customerId: kim, outcome: 'reached' });
    expect(await touch(call)).toMatchObject({ state: 'done' });
  });

  const mistakes: readonly [values: Record<string, string>, field: string][] = [
    [{ nextTime: '15:00' }, 'nextOn'],
    [{ nextOn: '2026-11-23' }, 'nextOn'],
    [{ nextOn: '2026-11-24', nextTime: '09:00' }, 'nextOn'],
  ];
  test.each(mistakes)('a mistake is said at its field: %j', async (values, field) => {
    const form = formOf(await rep.slash('log', 'Kim'));
    const before = await everything(team);
    const answer = await rep.submit(form, { outcome: 'reached', ...values });
    expect(answer).toMatchObject({ kind: 'errors' });
    expect(Object.keys('errors' in answer ? answer.errors : {})).toEqual([field]);
    expect(await everything(team)).toEqual(before);
  });
});

describe('typed in one line', () => {
  test('a day that can be read in two ways is asked about, and nothing is lost', async () => {
    const which = await rep.slash('log', 'Kim reached happy, on 3/4');
    expect(await touch(call)).toMatchObject({ state: 'open' });
    const days = buttonOf(which, 'log');
    await rep.press(days);
    const [next] = await planned();
    expect(on(next?.dueOn ?? new Date(0))).toBe(days.args?.nextOn);
    expect(await team.scope.db.entry.findMany()).toMatchObject([{ outcome: 'reached', note: 'happy' }]);
  });

  test.each(['reached', 'Kim reached yesterday'])('%s is refused with the next step', async (typed) => {
    const before = await everything(team);
    await rep.slash('log', typed);
    expect(await everything(team)).toEqual(before);
  });

  test('a note survives the question which customer is meant; one too long for a button comes back in the form', async () => {
    await seedCustomer(rig, team, rep.account, { name: 'Kim Minsu' });
    await rep.press(buttonOf(await rep.slash('log', `Kim reached ${'잘 쓰고 계심. '.repeat(60)}`), 'Kim Minji'));
    expect(await team.scope.db.entry.findMany()).toMatchObject([{ customerId: kim, note: '잘 쓰고 계심. '.repeat(60).trim() }]);
    const which = await rep.slash('log', `Kim no answer ${'She said "well". '.repeat(110)}`);
    const form = formOf(await rep.press(buttonOf(which, 'Kim Minsu')));
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'outcome', value: 'no_answer' }));
    expect(form.fields).toContainEqual(
      expect.objectContaining({ name: 'note', value: expect.stringMatching(/^She said "well"\..*shortened\)$/) }),
    );
  });
});
