import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPromiseText } from '../../../src/features/promises/read-promise-text.ts';
import type { LanguageCode } from '../../../src/languages/index.ts';
import { anyText } from '../../support/any-text.ts';

/** Tuesday, ten in the morning in Seoul. */
const at = (language: LanguageCode) => ({ now: new Date('2026-11-24T01:00:00Z'), zone: 'Asia/Seoul', language });

describe('for whom, what, by when', () => {
  test.each<[LanguageCode, string, string, string, string, string | undefined]>([
    ['en', 'Kim Minji: new filter, by Friday 5pm', 'Kim Minji', 'new filter', '2026-11-27', '17:00'],
    ['en', 'Kim: send the new filter by Friday', 'Kim', 'send the new filter', '2026-11-27', undefined],
    ['en', 'Kim, call back at 3:30pm', 'Kim', 'call back', '2026-11-24', '15:30'],
    ['en', 'Kim, Hanbit: by tomorrow noon a new filter', 'Kim, Hanbit', 'a new filter', '2026-11-25', '12:00'],
    ['ko', '김민지: 새 필터 발송, 금요일 오후 5시까지', '김민지', '새 필터 발송', '2026-11-27', '17:00'],
    ['ko', '김민지, 내일까지 회신', '김민지', '회신', '2026-11-25', undefined],
    ['zh', '王丽：换新滤芯，周五下午5点前', '王丽', '换新滤芯', '2026-11-27', '17:00'],
    ['zh', '王丽，明天上午十点回电话', '王丽', '回电话', '2026-11-25', '10:00'],
  ])('%s: %s', (language, text, query, what, on, time) => {
    const said = readPromiseText(text, at(language));
    expect(said).toMatchObject({ query, what });
    expect(said?.moments).toHaveLength(1);
    expect(said?.moments[0]).toMatchObject({ on });
    expect(said?.moments[0]?.time).toBe(time);
  });
});

test('a day that can be read in two ways gives both', () => {
  expect(readPromiseText('Kim: filter, 3/4', at('en'))?.moments.length).toBe(2);
});

test('without a day there is none', () => expect(readPromiseText('Kim: filter', at('en'))?.moments).toEqual([]));

test.each(['', 'Kim', ': filter, Friday', 'Kim: Friday', 'Kim:'])('says too little: %j', (text) => {
  expect(readPromiseText(text, at('en'))).toBeUndefined();
});

test('never throws, and never keeps empty words', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      const said = readPromiseText(text, at('en'));
      if (said) expect([said.query.trim(), said.what.trim()]).not.toContain('');
    }),
  );
});
