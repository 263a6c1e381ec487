import { expect, test } from 'vitest';
import { koreanHolidays } from '../../../src/calendar/holidays/korean-holidays.ts';

/** Official calendars (월력요항) of these years, with the temporary holiday and the elections that were set later. */
const official: Record<number, string> = {
  2025: '01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25',
  2026: '01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25',
  2027: '01-01 02-06 02-07 02-08 02-09 03-01 05-01 05-03 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27',
};

const days = (year: number) => [...new Set(koreanHolidays(year, 'ko').map(({ on }) => on.slice(5)))].sort();

test.each([2026, 2027])('%i is the official calendar', (year) => {
  expect(days(year).join(' ')).toBe(official[year]);
});

test('2025 is the official calendar and the day on which companies, not offices, were closed', () => {
  expect(
    days(2025)
      .filter((day) => day !== '05-01')
      .join(' '),
  ).toBe(official[2025]);
  expect(days(2025)).toContain('05-01');
});

test('two holidays on one day give one substitute', () => {
  const names = koreanHolidays(2028, 'ko').filter(({ on }) => on > '2028-10-01' && on < '2028-10-09');
  expect(names.map(({ on }) => on)).toEqual(['2028-10-02', '2028-10-03', '2028-10-03', '2028-10-04', '2028-10-05']);
  expect(names.at(-1)?.name).toBe('대체공휴일(추석)');
});
