import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  businessDayFrom,
  businessDayUntil,
  closedReason,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from '../../src/calendar/business-day.ts';
import { addDays } from '../../src/calendar/calendar-date.ts';

const countries = ['US', 'GB', 'DE', 'CN', 'KR', 'TW', 'HK', 'JP', 'SG', 'AE', 'SA', 'IN', 'ZZ', 'not a country', undefined];
const anyCountry = fc.constantFrom(...countries);
const anyDate = fc
  .date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2032-01-01T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('business days', () => {
  test.each<[string, string | undefined, boolean, string]>([
    ['2026-11-26', 'US', false, 'Thanksgiving'],
    ['2026-07-03', 'US', false, 'the Friday before Independence Day'],
    ['2026-11-27', 'US', true, 'the day after'],
    ['2027-12-28', 'GB', false, 'Boxing Day moved to Tuesday'],
    ['2026-10-03', 'DE', false, 'a holiday on a Saturday'],
    ['2026-05-06', 'JP', false, 'substitute of Constitution Day'],
    ['2026-09-22', 'JP', false, 'between two holidays'],
    ['2026-04-07', 'HK', false, 'the day after Easter Monday'],
    ['2026-11-09', 'SG', false, 'Monday after Deepavali'],
    ['2027-05-17', 'SG', false, 'Monday after Hari Raya Haji'],
    ['2026-11-27', 'SA', false, 'Friday in Saudi Arabia'],
    ['2026-11-29', 'SA', true, 'Sunday in Saudi Arabia'],
    ['2026-11-27', 'AE', true, 'Friday in the Emirates'],
    ['2026-11-29', 'AE', false, 'Sunday in the Emirates'],
    ['2026-11-28', 'IN', true, 'Saturday in India'],
    ['2026-12-25', undefined, true, 'no country, no holidays'],
    ['2026-12-25', 'ZZ', true, 'unknown country, no holidays'],
    ['2026-12-26', 'ZZ', false, 'unknown country, Saturday'],
    ['2026-12-25', 'us', false, 'code in small letters'],
    ['1975-12-25', 'US', true, 'before the tables begin only weekends are closed'],
    ['2150-02-14', 'CN', false, 'after they end too'],
  ])('%s %s: open is %s (%s)', (on, country, open) => {
    expect(isBusinessDay(on, country)).toBe(open);
  });

  test('why it is closed, in three languages', () => {
    expect(closedReason('2026-11-24', 'KR', 'ko')).toBeUndefined();
    expect(closedReason('2026-11-28', 'KR', 'ko')).toBe('weekend');
    expect(closedReason('2026-11-28', undefined, 'en')).toBe('weekend');
    expect(closedReason('2026-02-17', 'KR', 'ko')).toBe('설날');
    expect(closedReason('2027-05-03', 'KR', 'en')).toBe('Labour Day (substitute day)');
    expect(closedReason('2026-10-05', 'CN', 'zh')).toBe('国庆节');
    expect(closedReason('2026-10-05', 'CN', 'en')).toBe('National Day');
    expect(closedReason('2026-10-05', 'CN', 'ko')).toBe('국경절');
    expect(closedReason('2026-11-26', 'US', 'en')).toBe('Thanksgiving Day');
  });

  test('counting', () => {
    expect(nextBusinessDay('2026-11-25', 'US')).toBe('2026-11-27');
    expect(previousBusinessDay('2026-11-30', 'US')).toBe('2026-11-27');
    expect(addBusinessDays('2026-11-25', 3, 'US')).toBe('2026-12-01');
    expect(addBusinessDays('2026-11-28', 0, 'US')).toBe('2026-11-30');
    expect(addBusinessDays('2026-09-30', 1, 'CN')).toBe('2026-10-08');
    expect(addBusinessDays('2026-10-09', 1, 'CN')).toBe('2026-10-10');
  });

  test('in any country: the nearest open day is open, and everything skipped was closed for a reason', () => {
    fc.assert(
      fc.property(anyDate, anyCountry, (on, country) => {
        const next = businessDayFrom(on, country);
        const before = businessDayUntil(on, country);
        expect(isBusinessDay(next, country) && isBusinessDay(before, country)).toBe(true);
        expect(before <= on && on <= next).toBe(true);
        for (let day = on; day < next; day = addDays(day, 1)) expect(closedReason(day, country, 'en')).toBeTruthy();
        expect(nextBusinessDay(previousBusinessDay(next, country), country)).toBe(next);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('counting forth and back ends on the same day', () => {
    fc.assert(
      fc.property(anyDate, anyCountry, fc.integer({ min: 1, max: 40 }), (on, country, n) => {
        const start = businessDayFrom(on, country);
        const there = addBusinessDays(start, n, country);
        expect(there > start).toBe(true);
        expect(addBusinessDays(there, -n, country)).toBe(start);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
