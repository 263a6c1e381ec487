import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isBusinessDay } from '../../../src/calendar/index.ts';
import { builtInCadences } from '../../../src/features/cadences/built-in.ts';
import { touchesAfter as after } from '../../../src/features/cadences/plan-touches.ts';

const touchesAfter = (boughtOn: string, country: string | undefined, today: string) =>
  after(builtInCadences, { boughtOn, product: 'filter', first: true }, { country, tier: undefined }, today);

const days = (boughtOn: string, country?: string, today = boughtOn) =>
  Object.fromEntries(touchesAfter(boughtOn, country, today).map(({ step, dueOn }) => [step, dueOn]));

describe('the purchase day counts as day 1 (playbook: P1)', () => {
  const cases: readonly [
    title: string,
    boughtOn: string,
    country: string | undefined,
    day2: string,
    day5: string,
    day12: string,
  ][] = [
    ['a Monday', '2026-11-02', undefined, '2026-11-03', '2026-11-06', '2026-11-13'],
    ['a Tuesday: day 5 and day 12 are Saturdays', '2026-11-24', undefined, '2026-11-25', '2026-11-30', '2026-12-07'],
    ['a Wednesday: day 5 and day 12 are Sundays', '2026-11-25', undefined, '2026-11-26', '2026-11-30', '2026-12-07'],
    ['a Friday: day 2 is a Saturday', '2026-11-06', undefined, '2026-11-09', '2026-11-10', '2026-11-17'],
    ['a Saturday: day 2 is a Sunday', '2026-11-07', undefined, '2026-11-09', '2026-11-11', '2026-11-18'],
    ['over the end of a year', '2026-12-30', 'KR', '2026-12-31', '2027-01-04', '2027-01-11'],
    ['a leap day', '2028-02-28', undefined, '2028-02-29', '2028-03-03', '2028-03-10'],
    [
      'before Chuseok, and over the Monday that stands in for 3 October',
      '2026-09-23',
      'KR',
      '2026-09-28',
      '2026-09-28',
      '2026-10-06',
    ],
    ['the same day elsewhere', '2026-09-23', 'US', '2026-09-24', '2026-09-28', '2026-10-05'],
    ['before the National Day week', '2026-09-30', 'CN', '2026-10-08', '2026-10-08', '2026-10-12'],
    ['a Saturday that is a working day in China', '2026-09-29', 'CN', '2026-09-30', '2026-10-08', '2026-10-10'],
    ['before Christmas in Germany', '2026-12-24', 'DE', '2026-12-28', '2026-12-28', '2027-01-04'],
    ['Friday and Saturday are the weekend in Saudi Arabia', '2026-11-04', 'SA', '2026-11-05', '2026-11-08', '2026-11-15'],
  ];
  test.each(cases)('%s', (_title, boughtOn, country, day2, day5, day12) => {
    expect(days(boughtOn, country)).toEqual({ thanks: boughtOn, day2, day5, day12 });
  });

  test('the note is a note, written on the day itself, closed or not (playbook: P3)', () => {
    const [thanks, ...calls] = touchesAfter('2026-11-07', 'KR', '2026-11-07');
    expect(thanks).toEqual({ cadence: '2-5-12', step: 'thanks', kind: 'note', dueOn: '2026-11-07' });
    expect(calls.map(({ kind }) => kind)).toEqual(['call', 'call', 'call']);
  });
});

describe('a purchase that is brought in late leaves only what is still worth doing', () => {
  const cases: readonly [daysLater: number, steps: readonly string[]][] = [
    [0, ['thanks', 'day2', 'day5', 'day12']],
    [1, ['thanks', 'day2', 'day5', 'day12']],
    [2, ['day2', 'day5', 'day12']],
    [3, ['day2', 'day5', 'day12']],
    [4, ['day5', 'day12']],
    [9, ['day5', 'day12']],
    [10, ['day12']],
    [25, ['day12']],
    [26, []],
    [400, []],
  ];
  test.each(cases)('%i days later', (later, steps) => {
    // A Monday whose calls all fall on open days.
    const boughtOn = '2026-11-02';
    expect(touchesAfter(boughtOn, undefined, addDays(boughtOn, later)).map(({ step }) => step)).toEqual(steps);
  });
});

test('no call falls on a closed day, none is before its day, and their order holds', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((at) => addDays('2024-01-01', at));
  fc.assert(
    fc.property(day, fc.constantFrom('KR', 'CN', 'TW', 'US', 'DE', 'SA', undefined), (boughtOn, country) => {
      const planned = touchesAfter(boughtOn, country, boughtOn);
      expect(planned).toHaveLength(4);
      const offsets: Readonly<Record<string, number>> = { thanks: 0, day2: 1, day5: 4, day12: 11 };
      for (const { step, kind, dueOn } of planned) {
        if (kind === 'call') expect(isBusinessDay(dueOn, country)).toBe(true);
        expect(dueOn >= addDays(boughtOn, offsets[step] ?? Number.NaN)).toBe(true);
      }
      expect(planned.map(({ dueOn }) => dueOn)).toEqual(planned.map(({ dueOn }) => dueOn).sort());
    }),
  );
});
