import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTime, formatWhen, type When, type WhenStyle } from '../../src/calendar/format-when.ts';
import type { CalendarLanguage } from '../../src/calendar/holidays/holiday.ts';

/** Tuesday, 10:00 in Seoul. */
const now = new Date('2026-11-24T01:00:00Z');
const zone = 'Asia/Seoul';

type Row = [When, string, string, string];

describe('as people say it', () => {
  test.each<Row>([
    ['2026-11-24', 'today', '오늘', '今天'],
    ['2026-11-25', 'tomorrow', '내일', '明天'],
    ['2026-11-26', 'Thu 26 Nov', '모레', '后天'],
    ['2026-11-23', 'yesterday', '어제', '昨天'],
    ['2026-12-01', 'Tue 1 Dec', '12월 1일(화)', '12月1日(周二)'],
    ['2027-01-03', 'Sun 3 Jan', '1월 3일(일)', '1月3日(周日)'],
    ['2027-05-26', 'Wed 26 May', '5월 26일(수)', '5月26日(周三)'],
    ['2027-05-27', 'Thu 27 May 2027', '2027년 5월 27일(목)', '2027年5月27日(周四)'],
    ['2025-11-24', 'Mon 24 Nov 2025', '2025년 11월 24일(월)', '2025年11月24日(周一)'],
    [{ on: '2026-12-01', time: '15:00' }, 'Tue 1 Dec 15:00', '12월 1일(화) 오후 3시', '12月1日(周二)下午3点'],
    [{ on: '2026-11-25', time: '09:30' }, 'tomorrow 09:30', '내일 오전 9시 30분', '明天上午9:30'],
    [{ on: '2026-11-25' }, 'tomorrow', '내일', '明天'],
    [new Date('2026-11-24T15:05:00Z'), 'tomorrow 00:05', '내일 오전 0시 5분', '明天凌晨0:05'],
  ])('%j', (when, en, ko, zh) => {
    const shown = (language: CalendarLanguage) => formatWhen(when, { zone, now, language });
    expect([shown('en'), shown('ko'), shown('zh')]).toEqual([en, ko, zh]);
  });

  test.each<[string, string, string]>([
    ['00:00', '밤 12시', '凌晨0点'],
    ['07:00', '오전 7시', '早上7点'],
    ['12:00', '낮 12시', '中午12点'],
    ['12:30', '오후 12시 30분', '中午12:30'],
    ['18:00', '오후 6시', '晚上6点'],
    ['23:59', '오후 11시 59분', '晚上11:59'],
  ])('%s', (time, ko, zh) => {
    expect([formatTime(time, 'en'), formatTime(time, 'ko'), formatTime(time, 'zh')]).toEqual([time, ko, zh]);
  });

  test.each<[WhenStyle, string, string, string]>([
    ['full', 'tomorrow, Wed 25 Nov, 15:00', '내일 11월 25일(수) 오후 3시', '明天 11月25日(周三)下午3点'],
    ['date', 'Wed 25 Nov 15:00', '11월 25일(수) 오후 3시', '11月25日(周三)下午3点'],
    ['short', 'tomorrow 15:00', '내일 오후 3시', '明天下午3点'],
  ])('style %s', (style, en, ko, zh) => {
    const shown = (language: CalendarLanguage) => formatWhen({ on: '2026-11-25', time: '15:00' }, { zone, now, language, style });
    expect([shown('en'), shown('ko'), shown('zh')]).toEqual([en, ko, zh]);
  });
});

test("'today' is the reader's own", () => {
  const at = new Date('2026-11-24T23:00:00Z');
  expect(formatWhen(at, { zone: 'Asia/Seoul', now, language: 'en' })).toBe('tomorrow 08:00');
  expect(formatWhen(at, { zone: 'America/New_York', now, language: 'en' })).toBe('tomorrow 18:00');
  expect(formatWhen(at, { zone: 'Asia/Shanghai', now: at, language: 'zh' })).toBe('今天早上7点');
});

test('two days within half a year never read the same', () => {
  const offset = fc.integer({ min: -180, max: 180 });
  const language = fc.constantFrom<CalendarLanguage>('en', 'zh', 'ko');
  fc.assert(
    fc.property(offset, offset, language, (a, b, spoken) => {
      const shown = (days: number) =>
        formatWhen(new Date(now.getTime() + days * 86_400_000), { zone, now, language: spoken, style: 'date' });
      expect(shown(a) === shown(b)).toBe(a === b);
    }),
  );
});
