import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarLanguage } from '../../../src/calendar/holidays/holiday.ts';
import { type Moment, parseWhen } from '../../../src/calendar/when/parse-when.ts';
import { dateIn, timeIn, toInstant } from '../../../src/calendar/zone.ts';
import { now, shown, zone } from './shown.ts';

const zones = ['Asia/Seoul', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'UTC'];

describe('the language that is named', () => {
  test('decides what a slash means, and the others still help', () => {
    expect(shown('3/12', 'ko')).toBe('at 2027-03-12');
    expect(shown('3/12', 'zh')).toBe('at 2027-03-12');
    expect(shown('3/12', 'en')).toBe('ambiguous 2027-03-12 or 2026-12-03');
    expect(shown('3/12 전화')).toBe('at 2027-03-12 | 전화');
    expect(shown('tomorrow 3pm', 'ko')).toBe('at 2026-11-25 15:00');
    expect(shown('내일', 'en')).toBe('at 2026-11-25');
  });
});

describe('the parts of the answer', () => {
  test('offsets, deadline, instant', () => {
    expect(parseWhen('김 대표: 금요일 오후 3시까지 답변', { now, zone })).toEqual({
      kind: 'at',
      on: '2026-11-27',
      time: '15:00',
      at: new Date('2026-11-27T06:00:00Z'),
      by: true,
      matched: '금요일 오후 3시까지',
      start: 6,
      end: 17,
      rest: '김 대표: 답변',
    });
  });

  test('a day without an hour has neither time nor instant', () => {
    const parsed = parseWhen('Friday', { now, zone });
    expect(parsed).toEqual({ kind: 'at', on: '2026-11-27', matched: 'Friday', start: 0, end: 6, rest: '' });
  });

  test('each of two meanings has its instant', () => {
    const parsed = parseWhen('3/12 at 15:00', { now, zone });
    expect(parsed.kind === 'ambiguous' && parsed.choices.map(({ at }) => at?.toISOString())).toEqual([
      '2027-03-12T06:00:00.000Z',
      '2026-12-03T06:00:00.000Z',
    ]);
  });
});

describe('where the person is', () => {
  test('today is theirs', () => {
    const late = new Date('2026-11-24T23:30:00Z');
    expect(parseWhen('tomorrow', { now: late, zone: 'Asia/Seoul' })).toMatchObject({ on: '2026-11-26' });
    expect(parseWhen('tomorrow', { now: late, zone: 'America/New_York' })).toMatchObject({ on: '2026-11-25' });
  });

  test('hours are the wall clock, spans are exact over a change of it', () => {
    const newYork = { now: new Date('2026-03-07T23:00:00Z'), zone: 'America/New_York' };
    expect(parseWhen('tomorrow 9am', newYork)).toMatchObject({ at: new Date('2026-03-08T13:00:00Z') });
    expect(parseWhen('in 12 hours', newYork)).toMatchObject({ at: new Date('2026-03-08T11:00:00Z'), time: '07:00' });
  });

  test('the server may stand anywhere: chrono reckons in the zone of the person', () => {
    const apia = { now: new Date('2026-11-24T20:00:00Z'), zone: 'Pacific/Apia' };
    expect(parseWhen('in 3 days', apia)).toMatchObject({ on: '2026-11-28' });
    expect(parseWhen('Dec 3 at 3pm', apia)).toMatchObject({ on: '2026-12-03', time: '15:00' });
  });
});

const words = fc.constantFrom(
  ...'tomorrow|next|Tue|3pm|in|3|days|by|on|the|10th|Dec|may|sat|at|week|ago|12/3|2026-12-03|15:00|EST|내일|다음|주|화요일|오후|세|시|반|까지|월|일|뒤|전|사흘|明天|下|周|二|下午|三|点|半|前|号|月|底|今晚|後|,|(|)|:|Kim|happy'.split(
    '|',
  ),
);
const sentence = fc.tuple(fc.array(words, { maxLength: 9 }), fc.constantFrom('', ' ')).map(([all, space]) => all.join(space));
const anyText = fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
const anyNow = fc.date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2040-01-01T00:00Z'), noInvalidDate: true });
const anyLanguage = fc.constantFrom<CalendarLanguage | undefined>('en', 'zh', 'ko', undefined);

describe('on any text', () => {
  test('it does not throw, its offsets are true, and only the past is past', () => {
    fc.assert(
      fc.property(anyText, anyNow, fc.constantFrom(...zones), anyLanguage, (text, moment, where, language) => {
        const parsed = parseWhen(text, { now: moment, zone: where, language });
        if (parsed.kind === 'none') {
          expect(parsed.rest).toBe(text.trim());
          return;
        }
        expect(text.slice(parsed.start, parsed.end)).toBe(parsed.matched);
        expect(parsed.matched).not.toBe('');
        expect(parsed.rest.length).toBeLessThanOrEqual(text.length - parsed.matched.length + 1);
        const isPast = ({ on, at }: Moment) => (at ? at < moment : on < dateIn(where, moment));
        if (parsed.kind === 'ambiguous') expect(parsed.choices.length > 1 && !parsed.choices.some(isPast)).toBe(true);
        else expect(isPast(parsed)).toBe(parsed.kind === 'past');
        for (const { on, time, at } of parsed.kind === 'ambiguous' ? parsed.choices : [parsed]) {
          expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(Boolean(at)).toBe(time !== undefined);
          // A time that daylight saving skips is kept as said; its instant comes after the gap.
          if (at && time && timeIn(where, at) === time) expect(dateIn(where, at)).toBe(on);
          else if (at && time) expect(at).toEqual(toInstant(on, time, where));
        }
      }),
      { numRuns: 4000 },
    );
  }, 60_000);

  test('long and repeated text takes no long time', () => {
    for (const piece of ['내일 ', '周一', '12월 ', 'at 3 ', '1/1/', '1 ', '十', '((,', 'next ', 'a week from ', '10일']) {
      const began = performance.now();
      parseWhen(piece.repeat(4000), { now, zone });
      expect(performance.now() - began, piece).toBeLessThan(2000);
    }
  }, 60_000);
});

test('a date that we show in full is understood again as the same', () => {
  const days = fc.integer({ min: 1, max: 900 });
  fc.assert(
    fc.property(days, fc.constantFrom('iso', 'ko', 'zh', 'en'), (ahead, form) => {
      const date = new Date(Date.UTC(2026, 10, 24) + ahead * 86_400_000);
      const on = date.toISOString().slice(0, 10);
      const [year, month, day] = on.split('-').map(Number);
      const english = date.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'long' });
      const said = { iso: on, ko: `${year}년 ${month}월 ${day}일`, zh: `${year}年${month}月${day}日`, en: english }[form];
      expect(parseWhen(`${said} 16:45`, { now, zone })).toMatchObject({ kind: 'at', on, time: '16:45', rest: '' });
    }),
    { numRuns: 400 },
  );
});
