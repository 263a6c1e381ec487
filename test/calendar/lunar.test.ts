import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { festivalDays, festivalsOn } from '../../src/calendar/festivals.ts';
import { addDays } from '../../src/calendar/index.ts';
import { birthdaysOn, lunarBirthdaysOn, lunarDay, monthDay } from '../../src/calendar/lunar.ts';

const day = fc.integer({ min: 0, max: 80 * 365 }).map((at) => addDays('1990-01-01', at));

describe('lunar days', () => {
  test('of China are those the source has for the day the other way round', () => {
    fc.assert(
      fc.property(day, (on) => {
        const { month, day: of, leap } = lunarDay(on, 'chinese');
        // The source's way back reads the day as one of the sun's calendar, whose second month is shorter.
        fc.pre(month !== 2 || of < 29);
        const { lunarYear } = chineseDays.getLunarDate(on);
        const back = chineseDays.getSolarDateFromLunar(`${lunarYear}-${month}-${of}`);
        expect(leap ? back.leapMonthDate : back.date).toBe(on);
      }),
      { numRuns: 300 },
    );
  });

  /** The official calendars of both countries (人民政府 holiday notices, 월력요항). */
  const newYears: readonly [year: number, china: string, korea: string][] = [
    [2024, '2024-02-10', '2024-02-10'],
    [2025, '2025-01-29', '2025-01-29'],
    [2026, '2026-02-17', '2026-02-17'],
    [2027, '2027-02-06', '2027-02-07'],
    [2028, '2028-01-26', '2028-01-27'],
  ];
  test.each(newYears)('the new year of %i', (_year, china, korea) => {
    expect(lunarDay(china, 'chinese')).toEqual({ month: 1, day: 1, leap: false });
    expect(lunarDay(korea, 'korean')).toEqual({ month: 1, day: 1, leap: false });
    expect(festivalsOn(china, 'CN')).toEqual(['lunar-new-year']);
    expect(festivalsOn(korea, 'KR')).toEqual(['lunar-new-year']);
    if (china !== korea) expect([festivalsOn(china, 'KR'), festivalsOn(korea, 'CN')]).toEqual([[], []]);
  });

  test('of both countries are never further apart than a day', () => {
    fc.assert(
      fc.property(day, (on) => {
        const korean = lunarDay(on, 'korean');
        const near = [-1, 0, 1].map((by) => lunarDay(addDays(on, by), 'chinese'));
        expect(near.some(({ day: of }) => Math.abs(of - korean.day) <= 1 || Math.abs(of - korean.day) >= 28)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('birthdays', () => {
  const everyDayOf = (year: number) =>
    Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((on) => on.startsWith(`${year}`));

  test.each([2026, 2027, 2028])('each of the sun is kept once in %i', (year) => {
    const kept = everyDayOf(year).flatMap(birthdaysOn);
    expect(new Set(kept).size).toBe(366);
    expect(kept).toHaveLength(366);
  });

  test('of 29 February are kept on the 28th where there is none', () => {
    expect(birthdaysOn('2027-02-28')).toEqual([228, 229]);
    expect(birthdaysOn('2028-02-28')).toEqual([228]);
    expect(birthdaysOn('2028-02-29')).toEqual([229]);
  });

  test('each of the moon is kept once in a lunar year, leap months or not', () => {
    for (const calendar of ['chinese', 'korean'] as const) {
      // From new year to new year; 2025 has a second sixth month, 2033 a second eleventh.
      for (const [first, next] of [
        ['2025-01-29', '2026-02-17'],
        ['2026-02-17', calendar === 'korean' ? '2027-02-07' : '2027-02-06'],
        ['2033-01-31', '2034-02-19'],
      ] as const) {
        const kept: number[] = [];
        for (let on: string = first; on < next; on = addDays(on, 1)) kept.push(...lunarBirthdaysOn(on, calendar));
        expect(kept.sort((a, b) => a - b)).toEqual(
          Array.from({ length: 360 }, (_, at) => monthDay(Math.floor(at / 30) + 1, (at % 30) + 1)),
        );
      }
    }
  });
});

describe('festivals', () => {
  const kept: readonly [country: string | undefined, days: readonly string[]][] = [
    ['CN', ['2026-01-01 new-year', '2026-02-17 lunar-new-year', '2026-06-19 dragon-boat', '2026-09-25 mid-autumn']],
    ['KR', ['2026-01-01 new-year', '2026-02-17 lunar-new-year', '2026-09-25 mid-autumn', '2026-12-25 christmas']],
    ['US', ['2026-01-01 new-year', '2026-11-26 thanksgiving', '2026-12-25 christmas']],
    ['CA', ['2026-01-01 new-year', '2026-10-12 thanksgiving', '2026-12-25 christmas']],
    ['TW', ['2026-01-01 new-year', '2026-02-17 lunar-new-year', '2026-06-19 dragon-boat', '2026-09-25 mid-autumn']],
    ['JP', ['2026-01-01 new-year']],
    [undefined, ['2026-01-01 new-year']],
  ];
  test.each(kept)('of %s', (country, days) => {
    expect(festivalDays('2026-01-01', '2026-12-31', country).map(({ on, festival }) => `${on} ${festival}`)).toEqual(days);
  });

  test('Vietnam has its own new year in 2030', () => {
    expect(festivalDays('2030-01-15', '2030-02-15', 'VN').map(({ on }) => on)).toEqual(['2030-02-02']);
    expect(festivalDays('2030-01-15', '2030-02-15', 'CN').map(({ on }) => on)).toEqual(['2030-02-03']);
  });
});
