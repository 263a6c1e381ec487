import { describe, expect, test } from 'vitest';
import { type Effects, effectsOf, type Next, type Situation } from '../../../src/features/log/effects.ts';
import { type Outcome, outcomes } from '../../../src/features/log/outcome.ts';

const today = '2026-11-24';
const day = (dueOn: string): Next => ({ dueOn, dueAt: undefined });
const named: Next = { dueOn: '2026-12-01', dueAt: new Date('2026-12-01T06:00:00Z') };
const none: Effects = { touch: 'keep', plan: [], dropAll: false, mark: {}, contact: false, ask: false };
const effects = (outcome: Outcome, situation: Partial<Situation> = {}) =>
  effectsOf({ outcome, touch: { attempts: 0, kind: 'call' }, next: undefined, today, country: 'KR', ...situation });

describe('without a next date', () => {
  const cases: readonly [Outcome, Partial<Effects>][] = [
    ['reached', { touch: 'close', contact: true }],
    ['sent', { touch: 'close', contact: true }],
    ['no_answer', { touch: { moveTo: day('2026-11-25'), attempts: 1 } }],
    ['left_message', { touch: { moveTo: day('2026-11-26'), attempts: 0 } }],
    ['problem', { touch: 'close', contact: true, plan: [{ kind: 'complaint', step: 'problem', due: day(today) }] }],
    ['wants_more', { touch: 'close', contact: true, plan: [{ kind: 'followup', step: 'wants_more', due: day('2026-11-26') }] }],
    ['do_not_contact', { touch: 'close', contact: true, dropAll: true, mark: { doNotContact: true } }],
    ['wrong_number', { mark: { wrongNumber: true } }],
  ];
  test.each(cases)('%s', (outcome, expected) => {
    expect(effects(outcome)).toEqual({ ...none, ...expected });
  });
  test('every outcome is in the table', () => {
    expect(cases.map(([outcome]) => outcome)).toEqual([...outcomes]);
  });
});

describe('with a next date, which wins over the plan', () => {
  const cases: readonly [Outcome, Partial<Effects>][] = [
    ['reached', { touch: 'close', contact: true, plan: [{ kind: 'followup', step: 'followup', due: named }] }],
    ['sent', { touch: 'close', contact: true, plan: [{ kind: 'followup', step: 'followup', due: named }] }],
    ['no_answer', { touch: { moveTo: named, attempts: 1 } }],
    ['left_message', { touch: { moveTo: named, attempts: 0 } }],
    ['problem', { touch: 'close', contact: true, plan: [{ kind: 'complaint', step: 'problem', due: named }] }],
    ['wants_more', { touch: 'close', contact: true, plan: [{ kind: 'followup', step: 'wants_more', due: named }] }],
    ['do_not_contact', { touch: 'close', contact: true, dropAll: true, mark: { doNotContact: true } }],
    ['wrong_number', { mark: { wrongNumber: true } }],
  ];
  test.each(cases)('%s', (outcome, expected) => {
    expect(effects(outcome, { next: named })).toEqual({ ...none, ...expected });
  });
});

describe('where nothing was planned', () => {
  const cases: readonly [Outcome, Effects['plan']][] = [
    ['reached', []],
    ['no_answer', [{ kind: 'followup', step: 'followup', due: day('2026-11-25') }]],
    ['left_message', [{ kind: 'followup', step: 'followup', due: day('2026-11-26') }]],
    ['do_not_contact', []],
    ['wrong_number', []],
  ];
  test.each(cases)('%s', (outcome, plan) => {
    expect(effects(outcome, { touch: undefined }).plan).toEqual(plan);
  });
});

describe('no answer', () => {
  const cases: readonly [attempts: number, ask: boolean][] = [
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ];
  test.each(cases)('after %i tries before', (attempts, ask) => {
    expect(effects('no_answer', { touch: { attempts, kind: 'call' } })).toMatchObject({ ask, touch: { attempts: attempts + 1 } });
  });
  test('a date that the rep names is the answer to that question', () => {
    expect(effects('no_answer', { touch: { attempts: 2, kind: 'call' }, next: named }).ask).toBe(false);
  });
  test('is tried again on an open day of the customer’s country', () => {
    const again = (country: string | undefined, on: string) => effects('no_answer', { country, today: on }).touch;
    expect(again('KR', '2026-09-23')).toMatchObject({ moveTo: day('2026-09-28') });
    expect(again('US', '2026-09-23')).toMatchObject({ moveTo: day('2026-09-24') });
    expect(again(undefined, '2026-11-27')).toMatchObject({ moveTo: day('2026-11-30') });
  });
});

test.each(['no_answer', 'left_message'] as const)(
  'a promise stays due after %s; trying again is a contact of its own',
  (outcome) => {
    const promised = effects(outcome, { touch: { attempts: 0, kind: 'promise' } });
    expect(promised.touch).toBe('keep');
    expect(promised.plan).toMatchObject([{ kind: 'followup' }]);
  },
);
