import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsStanding } from '../../src/coach/words-standing.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '退', '货', '월', '😀'), minLength: 1, maxLength: 4 });

it('finds the words that stand in a text, inside others too', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 20 }), fc.array(letters, { maxLength: 12 }), (words, parts) => {
      const text = parts.join('');
      const found = wordsStanding(words)(text);
      expect([...found].sort()).toEqual([...new Set(words.filter((word) => text.includes(word)))].sort());
    }),
    { numRuns: 500 },
  );
});
