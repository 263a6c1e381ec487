import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  compareDates,
  daysBetween,
  lastOfMonth,
  mondayOf,
  parseCalendarDate,
  weekdayOf,
  yearMonthDay,
} from '../../src/calendar/calendar-date.ts';

const anyDate = fc
  .date({ min: new Date('0002-01-01T00:00Z'), max: new Date('9998-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const luxon = (on: string) => DateTime.fromISO(on, { zone: 'utc' });

describe('calendar dates', () => {
  test.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => {
    expect(parseCalendarDate(text)).toBe(exists ? text : undefined);
  });

  test('months: the 31st stays inside a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });

  test('sorting', () => {
    expect(['2026-12-01', '2025-01-01', '2026-02-01'].sort(compareDates)).toEqual(['2025-01-01', '2026-02-01', '2026-12-01']);
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0);
  });

  test('agrees with luxon on every date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (on, days) => {
        const there = luxon(on);
        expect(addDays(on, days)).toBe(there.plus({ days }).toISODate());
        expect(addMonths(on, days % 12)).toBe(there.plus({ months: days % 12 }).toISODate());
        expect(weekdayOf(on)).toBe(there.weekday);
        expect(mondayOf(on)).toBe(there.startOf('week').toISODate());
        expect(lastOfMonth(on)).toBe(there.endOf('month').toISODate());
        expect(daysBetween(on, addDays(on, days))).toBe(days);
        const { year, month, day } = yearMonthDay(on);
        expect(calendarDate(year, month, day)).toBe(on);
      }),
      { numRuns: 2000 },
    );
  });
});
