import { expect, test } from 'vitest';
import { closedReason, isBusinessDay } from '../../../src/calendar/business-day.ts';
import { chineseHolidays, chineseSwappedWorkdays } from '../../../src/calendar/holidays/chinese-holidays.ts';

const days = (year: number) =>
  chineseHolidays(year, 'zh')
    .map(({ on }) => on.slice(5))
    .sort()
    .join(' ');

test('2026: the notice of the State Council of November 2025', () => {
  expect(days(2026)).toBe(
    '01-01 01-02 01-03 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 ' +
      '06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07',
  );
  expect(chineseSwappedWorkdays(2026).sort()).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]);
});

test('swapped days are worked, the days given for them are not', () => {
  expect(isBusinessDay('2026-02-14', 'CN')).toBe(true);
  expect(closedReason('2026-02-14', 'CN', 'zh')).toBeUndefined();
  expect(isBusinessDay('2026-02-23', 'CN')).toBe(false);
  expect(isBusinessDay('2026-02-14', 'HK')).toBe(false);
});

test('a year that is not announced yet has the thirteen statutory days and no swaps', () => {
  expect(days(2030)).toBe('01-01 02-02 02-03 02-04 02-05 04-05 05-01 05-02 06-05 09-12 10-01 10-02 10-03');
  expect(chineseSwappedWorkdays(2030)).toEqual([]);
});
