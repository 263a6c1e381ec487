import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, isBlank } from '../../src/chat/clean-text.ts';

test.each([
  ['Kim\u202egnp.exe', 'Kimgnp.exe'],
  ['\u2066a\u2069', 'a'],
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a\tb\u0000\u001b[31mc\u007f', 'a\tb[31mc'],
  ['half \ud83d', 'half \ufffd'],
  ['👩‍👩‍👧 김민수 王芳', '👩‍👩‍👧 김민수 王芳'],
])('%j becomes %j', (typed, clean) => {
  expect(cleanText(typed)).toBe(clean);
});

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});

test.each([
  ['', true],
  [' \n\t\u200b\u2060', true],
  ['.', false],
  ['\u3131', false],
])('%j is blank: %s', (text, blank) => {
  expect(isBlank(text)).toBe(blank);
});
