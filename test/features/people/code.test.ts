import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfCode, newCode, readCode } from '../../../src/features/people/code.ts';

test('a code is ten signs that nobody mistakes, and comes back however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = newCode(() => bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const plain = code.replace('-', '');
      for (const typed of [
        plain,
        code.toLowerCase(),
        ` ${code} `,
        code.replaceAll('0', 'o').replaceAll('1', 'l'),
        code.replace('-', '–'),
      ])
        expect(readCode(typed)).toBe(plain);
      expect(hashOfCode(code.toLowerCase())).toBe(hashOfCode(code));
    }),
  );
  expect(new Set(Array.from({ length: 1_000 }, () => newCode())).size).toBe(1_000);
});

describe('what can be no code', () => {
  test.each(['', 'ABCDE', 'ABCDE-FGHJKM', 'ABCDE-FGHJU', '가나다라마바사아자차', "'; DROP TABLE"])('%j', (text) => {
    expect(readCode(text)).toBeUndefined();
  });
  test('nothing throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readCode(text))));
});
