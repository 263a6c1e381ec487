import { expect, test } from 'vitest';
import { isBusinessDay } from '../../../src/calendar/business-day.ts';
import { weekdayOf } from '../../../src/calendar/calendar-date.ts';
import { taiwaneseHolidays } from '../../../src/calendar/holidays/taiwanese-holidays.ts';

const weekdaysOff = (year: number) =>
  [...new Set(taiwaneseHolidays(year, 'zh').map(({ on }) => on))]
    .filter((on) => weekdayOf(on) < 6)
    .map((on) => on.slice(5))
    .sort()
    .join(' ');

test('2026: the offices calendar of the Directorate-General of Personnel Administration', () => {
  expect(weekdaysOff(2026)).toBe(
    '01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25',
  );
});

test('2027: Saturdays are made up for before, Sundays and the New Year after', () => {
  expect(weekdaysOff(2027)).toBe(
    '01-01 02-04 02-05 02-08 02-09 02-10 03-01 04-05 04-06 04-30 06-09 09-15 09-28 10-11 10-25 12-24 12-31',
  );
});

test('the days that came with the act of 2025', () => {
  expect(['2025-09-29', '2025-10-24', '2025-12-25', '2025-05-30'].filter((on) => isBusinessDay(on, 'TW'))).toEqual([]);
  expect(isBusinessDay('2025-09-26', 'TW')).toBe(true);
});
