import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../src/calendar/calendar-date.ts';
import {
  comingWeekday,
  dayAfter,
  dayOfMonth,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  monthDay,
  pastWeekday,
  weekdayOfWeek,
  yearDate,
} from '../../../src/calendar/when/days-ahead.ts';

const anyDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2020-01-01', days));
const weekday = fc.integer({ min: 1, max: 7 });

describe('weekdays', () => {
  test('the coming one is within the next seven days, the past one within the last', () => {
    fc.assert(
      fc.property(anyDay, weekday, (today, day) => {
        const coming = comingWeekday(today, day);
        const past = pastWeekday(today, day);
        expect([weekdayOf(coming), weekdayOf(past)]).toEqual([day, day]);
        expect(daysBetween(today, coming)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(today, coming)).toBeLessThanOrEqual(7);
        expect(daysBetween(past, today)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(past, today)).toBeLessThanOrEqual(7);
      }),
    );
  });

  test('weeks begin on Monday', () => {
    expect(weekdayOfWeek('2026-11-29', 1, 1)).toBe('2026-11-30');
    expect(weekdayOfWeek('2026-11-30', 1, 1)).toBe('2026-12-07');
    expect(endOfWeek('2026-11-24')).toBe('2026-11-27');
    expect(endOfWeek('2026-11-28')).toBe('2026-11-29');
  });
});

describe('days without a year or a month', () => {
  test.each([
    ['2026-11-24', 12, 3, ['2026-12-03']],
    ['2026-11-24', 11, 24, ['2026-11-24']],
    ['2026-11-24', 1, 5, ['2027-01-05']],
    ['2026-11-24', 11, 3, ['2026-11-03']],
    ['2026-11-24', 9, 1, ['2026-09-01']],
    ['2026-11-24', 8, 1, ['2027-08-01']],
    ['2026-11-24', 2, 29, ['2028-02-29']],
    ['2026-11-24', 2, 30, []],
    ['2026-11-24', 13, 1, []],
  ])('%s: month %i day %i', (today, month, day, expected) => {
    expect(monthDay(today, month, day)).toEqual(expected);
  });

  test('a number alone is the next such day, in a month that has it', () => {
    expect(dayOfMonth('2026-11-24', 24)).toEqual(['2026-11-24']);
    expect(dayOfMonth('2026-11-24', 10)).toEqual(['2026-12-10']);
    expect(dayOfMonth('2026-11-24', 31)).toEqual(['2026-12-31']);
    expect(dayOfMonth('2027-01-31', 30)).toEqual(['2027-03-30']);
    expect(dayOfMonth('2026-11-24', 32)).toEqual([]);
  });

  test('ends of months', () => {
    expect(endOfMonth('2026-01-31', 1)).toBe('2026-02-28');
    expect(endOfNamedMonth('2026-11-24', 11)).toEqual(['2026-11-30']);
    expect(endOfNamedMonth('2026-11-24', 2)).toEqual(['2027-02-28']);
  });

  test('what nobody plans is no date', () => {
    expect(dayAfter('2026-11-24', 40_000)).toEqual([]);
    expect(dayAfter('2026-11-24', Number.NaN)).toEqual([]);
    expect(yearDate(3026, 1, 1)).toEqual([]);
  });
});
