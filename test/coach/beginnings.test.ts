import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginningsOf, mayBegin } from '../../src/coach/beginnings.ts';

const word = fc.string({ unit: fc.constantFrom(...'ab您각'), minLength: 1, maxLength: 5 });

it('never say that none begins where one does', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.string({ unit: fc.constantFrom(...'ab您각') }), (words, after) => {
      const beginnings = beginningsOf(words);
      for (const one of words) {
        const [first = 0, second = 0, third = 0] = Array.from({ length: 3 }, (_, at) => (one + after).charCodeAt(at) || 0);
        expect(mayBegin(beginnings, first, second, third)).toBe(true);
      }
    }),
  );
});

it('say so of most places where none begins', () => {
  const beginnings = beginningsOf(['refund', 'no', '您']);
  expect(mayBegin(beginnings, 'r'.charCodeAt(0), 'e'.charCodeAt(0), 'd'.charCodeAt(0))).toBe(false);
  expect(mayBegin(beginnings, 'n'.charCodeAt(0), 'a'.charCodeAt(0), 'o'.charCodeAt(0))).toBe(false);
  expect(mayBegin(beginnings, '你'.charCodeAt(0), 0, 0)).toBe(false);
});
