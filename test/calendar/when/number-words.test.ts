import { expect, test } from 'vitest';
import { chineseNumber, chineseYear, koreanNumber } from '../../../src/calendar/when/number-words.ts';

test.each<[string, number]>([
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['〇', 0],
  ['07', 7],
])('%s', (word, value) => {
  expect(chineseNumber(word)).toBe(value);
});

test.each<[string, number]>([
  ['세', 3],
  ['열두', 12],
  ['삼', 3],
  ['십', 10],
  ['십이', 12],
  ['이십일', 21],
  ['시', 10],
  ['유', 6],
  ['15', 15],
])('%s', (word, value) => {
  expect(koreanNumber(word)).toBe(value);
});

test('other words are no numbers', () => {
  expect(['', '一一', '百', 'x'].map(chineseNumber)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(['', '일일', '백'].map(koreanNumber)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(chineseYear('二〇二六')).toBe(2026);
});
