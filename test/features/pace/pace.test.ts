import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isBusinessDay, mondayOf } from '../../../src/calendar/index.ts';
import { type Contact, type PacedTouch, paceRule, paceTouches } from '../../../src/features/pace/pace.ts';

/** A Tuesday. */
const today = '2026-11-24';
const dayBound = new Set(['birthday', 'holidays']);
const rules = (limit = 3, country: string | undefined = 'KR') => ({ limit, today, country, dayBound });
const touch = (id: string, more: Partial<PacedTouch> = {}): PacedTouch => ({
  ...{ id, kind: 'note', cadence: 'themes', agreed: false, repId: 'hannah', dueOn: today },
  ...more,
});

describe('what may yield', () => {
  const cases: readonly [title: string, touch: Partial<PacedTouch>, rule: string][] = [
    ['a 2-5-12 call', { kind: 'call', cadence: '2-5-12' }, 'exempt'],
    ['its thank-you note', { cadence: '2-5-12' }, 'move'],
    ['a promise', { kind: 'promise', cadence: undefined }, 'exempt'],
    ['a step of a complaint', { kind: 'complaint', cadence: 'satisfaction' }, 'exempt'],
    ['a day agreed with the customer', { kind: 'followup', cadence: undefined, agreed: true }, 'exempt'],
    ['a follow-up', { kind: 'followup', cadence: undefined }, 'move'],
    ['a call about a warranty', { kind: 'call', cadence: 'warranty' }, 'move'],
    ['a monthly card', {}, 'move'],
    ['a birthday card', { cadence: 'birthday' }, 'drop'],
    ['a holiday card', { cadence: 'holidays' }, 'drop'],
  ];
  test.each(cases)('%s', (_title, more, rule) => expect(paceRule(touch('a', more), dayBound)).toBe(rule));
});

const next = (days: number) => addDays('2026-11-30', days);

describe('a week that is too full', () => {
  const full = [0, 1, 2].map((at) => touch(`full${at}`, { kind: 'call', cadence: 'warranty', dueOn: next(at) }));
  test('sends what matters least to the next week, on the same weekday', () => {
    expect(paceTouches([...full, touch('card', { dueOn: next(3) })], [], rules())).toEqual([{ id: 'card', to: next(10) }]);
  });
  test('lets a birthday card go', () => {
    expect(paceTouches([...full, touch('card', { cadence: 'birthday', dueOn: next(3) })], [], rules())).toEqual([
      { id: 'card', to: undefined },
    ]);
  });
  test('looks on where the next week is full, too', () => {
    const more = full.map((one) => ({ ...one, id: `${one.id}b`, dueOn: addDays(one.dueOn, 7) }));
    expect(paceTouches([...full, ...more, touch('card', { dueOn: next(3) })], [], rules())).toEqual([
      { id: 'card', to: next(17) },
    ]);
  });
  test('counts what all reps do, and moves nothing that is exempt', () => {
    const calls = [0, 1, 2, 3].map((at) =>
      touch(`c${at}`, { kind: 'call', cadence: '2-5-12', repId: `rep${at}`, dueOn: next(at) }),
    );
    expect(paceTouches([...calls, touch('card', { dueOn: next(4) })], [], rules())).toEqual([{ id: 'card', to: next(11) }]);
  });
  test('what one rep has on one day is one contact', () => {
    expect(paceTouches([...full, touch('card', { dueOn: next(1) })], [], rules())).toEqual([]);
    expect(paceTouches([...full, touch('card', { dueOn: next(1), repId: 'otto' })], [], rules())).toHaveLength(1);
  });
  test('counts whom somebody spoke to already', () => {
    const had = [0, 1].map((at) => ({ on: addDays('2026-11-23', at), repId: `rep${at}` }));
    const later = [touch('a', { dueOn: '2026-11-26' }), touch('b', { dueOn: '2026-11-27' })];
    expect(paceTouches(later, had, rules())).toEqual([{ id: 'b', to: '2026-12-04' }]);
  });
  test('what is due today stays', () => {
    const due = ['a', 'b', 'c', 'd'].map((id, at) => touch(id, { repId: `rep${at}` }));
    expect(paceTouches(due, [], rules())).toEqual([]);
  });
  test('a closed day leads to the next open one', () => {
    // 25 December 2026 is a Friday.
    const busy = [0, 1, 2].map((at) => touch(`x${at}`, { kind: 'call', cadence: 'warranty', dueOn: addDays('2026-12-14', at) }));
    expect(paceTouches([...busy, touch('card', { dueOn: '2026-12-18' })], [], rules())).toEqual([
      { id: 'card', to: '2026-12-28' },
    ]);
  });
});

describe('whatever is planned', () => {
  const touches = fc
    .array(
      fc.record({
        kind: fc.constantFrom('promise', 'complaint', 'call', 'followup', 'note'),
        cadence: fc.constantFrom('2-5-12', 'birthday', 'themes', 'warranty', undefined),
        agreed: fc.boolean(),
        repId: fc.constantFrom('hannah', 'otto'),
        dueOn: fc.integer({ min: -10, max: 40 }).map((days) => addDays(today, days)),
      }),
      { maxLength: 40 },
    )
    .map((rows) => rows.map((row, at) => ({ id: `t${String(at).padStart(2, '0')}`, ...row }) satisfies PacedTouch));
  const had = fc.array(fc.record({ on: fc.constantFrom('2026-11-23', today), repId: fc.constantFrom('hannah', 'otto', 'uma') }), {
    maxLength: 4,
  });
  const limits = fc.integer({ min: 1, max: 5 });
  const applied = (all: readonly PacedTouch[], paced: ReturnType<typeof paceTouches>) => {
    const to = new Map(paced.map((one) => [one.id, one.to]));
    return all.flatMap((one) =>
      to.has(one.id) ? (to.get(one.id) === undefined ? [] : [{ ...one, dueOn: to.get(one.id) ?? '' }]) : [one],
    );
  };
  const contacts = (all: readonly PacedTouch[], already: readonly Contact[]) => {
    const weeks = new Map<string, Set<string>>();
    const add = (on: string, repId: string) =>
      weeks.set(mondayOf(on), (weeks.get(mondayOf(on)) ?? new Set()).add(`${repId} ${on}`));
    for (const { on, repId } of already) add(on, repId);
    for (const { dueOn, repId } of all) add(dueOn < today ? today : dueOn, repId);
    return weeks;
  };
  const stays = (one: PacedTouch) => one.dueOn <= today || paceRule(one, dayBound) === 'exempt';

  test('no week has more than the limit, but for what may not yield', () => {
    fc.assert(
      fc.property(touches, had, limits, (all, already, limit) => {
        const after = contacts(applied(all, paceTouches(all, already, rules(limit))), already);
        const fixed = contacts(all.filter(stays), already);
        for (const [monday, week] of after) expect(week.size).toBeLessThanOrEqual(Math.max(limit, fixed.get(monday)?.size ?? 0));
      }),
    );
  });
  test('what may not yield does not, and what moves goes to a later open day', () => {
    fc.assert(
      fc.property(touches, had, limits, (all, already, limit) => {
        const byId = new Map(all.map((one) => [one.id, one]));
        for (const { id, to } of paceTouches(all, already, rules(limit))) {
          const one = byId.get(id);
          if (!one) throw new Error('Made up');
          expect(stays(one)).toBe(false);
          expect(to === undefined).toBe(paceRule(one, dayBound) === 'drop');
          if (to === undefined) continue;
          expect(mondayOf(to) > mondayOf(one.dueOn)).toBe(true);
          expect(isBusinessDay(to, 'KR')).toBe(true);
        }
      }),
    );
  });
  test('done again it changes nothing, and the order does not count', () => {
    fc.assert(
      fc.property(touches, had, limits, (all, already, limit) => {
        const once = paceTouches(all, already, rules(limit));
        expect(paceTouches([...all].reverse(), already, rules(limit))).toEqual(once);
        expect(paceTouches(applied(all, once), already, rules(limit))).toEqual([]);
      }),
    );
  });
});
