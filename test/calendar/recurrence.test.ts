import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../src/calendar/index.ts';
import { readRule, rhythmOf, rhythmRule, rhythms, ruleDays } from '../../src/calendar/recurrence.ts';

const day = fc.integer({ min: 0, max: 4_000 }).map((at) => addDays('2024-01-01', at));

describe('a rule', () => {
  const good: readonly [rule: string, from: string, days: readonly string[]][] = [
    ['FREQ=MONTHLY;BYMONTHDAY=10', '2026-11-24', ['2026-12-10', '2027-01-10', '2027-02-10']],
    ['RRULE:FREQ=MONTHLY;BYDAY=1MO', '2026-11-24', ['2026-12-07', '2027-01-04', '2027-02-01']],
    ['freq=monthly; bymonthday=-1', '2027-12-31', ['2027-12-31', '2028-01-31', '2028-02-29']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-01-01', ['2028-02-29', '2032-02-29', '2036-02-29']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-12-18', ['2026-12-18', '2027-01-01', '2027-01-15']],
    ['FREQ=MONTHLY;COUNT=2;BYMONTHDAY=5', '2026-11-24', ['2026-12-05', '2027-01-05']],
  ];
  test.each(good)('%s from %s', (text, from, days) => {
    const read = readRule(text, from);
    if ('fault' in read) throw new Error(read.fault);
    expect(ruleDays(read.rule, from, from, addDays(from, 12 * 366)).slice(0, 3)).toEqual(days);
  });

  const bad: readonly [rule: string, fault: string][] = [
    ['FREQ=DAILY', 'too-often'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'too-often'],
    ['FREQ=HOURLY', 'timed'],
    ['FREQ=MONTHLY;BYHOUR=10', 'timed'],
    ['DTSTART:20260101T000000Z', 'timed'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never'],
    ['every tenth', 'unreadable'],
    ['FREQ=OFTEN', 'unreadable'],
    ['BYMONTHDAY=10', 'unreadable'],
    ['', 'unreadable'],
  ];
  test.each(bad)('%s is refused: %s', (text, fault) => expect(readRule(text, '2026-11-24')).toEqual({ fault }));

  test('whatever is typed is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('FREQ=', 'FREQ=MONTHLY;INTERVAL=0', 'FREQ=WEEKLY;BYDAY=XX')),
        (text) => {
          const read = readRule(text, '2026-11-24');
          expect('fault' in read || read.rule.startsWith('FREQ') || read.rule.includes(';FREQ=')).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('plain rhythms', () => {
  const months = { month: 1, months2: 2, months3: 3, months6: 6, year: 12 } as const;

  test('of months come on the same day, or on the last of a month that is too short', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('month', 'months2', 'months3', 'months6', 'year'), (from, rhythm) => {
        const days = ruleDays(rhythmRule(rhythm, from), from, from, addMonths(from, 37));
        expect(days.length).toBeGreaterThan(2);
        expect(days).toEqual(days.map((_, at) => addMonths(from, at * months[rhythm])));
      }),
      { numRuns: 150 },
    );
  });

  test('of weeks keep the weekday', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(['week', 7] as const, ['weeks2', 14] as const), (from, [rhythm, step]) => {
        const days = ruleDays(rhythmRule(rhythm, from), from, from, addDays(from, 120));
        expect(days).toEqual(days.map((_, at) => addDays(from, at * step)));
        expect(days.length).toBe(Math.floor(120 / step) + 1);
      }),
      { numRuns: 50 },
    );
  });

  test('are known again, and none is refused', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...rhythms), (from, rhythm) => {
        const rule = rhythmRule(rhythm, from);
        expect(readRule(rule, from)).toEqual({ rule });
        expect(rhythmOf(rule, from)).toBe(rhythm);
      }),
      { numRuns: 50 },
    );
  });
});
