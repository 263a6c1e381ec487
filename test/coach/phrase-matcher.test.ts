import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhraseHit, phraseMatcher } from '../../src/coach/phrase-matcher.ts';

function naive(phrases: readonly string[], text: string): PhraseHit[] {
  const hits: PhraseHit[] = [];
  phrases.forEach((phrase, phraseIndex) => {
    if (phrase === '') return;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      hits.push({ start: at, end: at + phrase.length, phraseIndex });
  });
  return hits;
}

const sorted = (hits: readonly PhraseHit[]): PhraseHit[] =>
  [...hits].sort((a, b) => a.start - b.start || a.end - b.end || a.phraseIndex - b.phraseIndex);
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '不', '안', '😂', '\ud83d', ' '), maxLength: 8 });

describe('phraseMatcher', () => {
  it('finds what a naive search finds, overlaps and duplicates included', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 30 }),
        fc.array(letters, { maxLength: 12 }).map((parts) => parts.join('')),
        (phrases, text) => {
          expect(sorted(phraseMatcher(phrases, 'exact')(text))).toEqual(sorted(naive(phrases, text)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ignores case without moving offsets', () => {
    expect(phraseMatcher(['İx', 'NO way'], 'icase')('a No WAY İX')).toEqual([
      { start: 2, end: 8, phraseIndex: 1 },
      { start: 9, end: 11, phraseIndex: 0 },
    ]);
  });

  it.each([
    ['没有办法', '真的沒 有 辦 法啊', '沒 有 辦 法'],
    ['해드릴 수 없어요', '저는 해 드릴수 없어요', '해 드릴수 없어요'],
    ["can't help", 'I CAN’T help', 'CAN’T help'],
    ['not my job', 'not really my job', undefined],
  ])('variants of %s in %s', (phrase, text, expected) => {
    const [hit] = phraseMatcher([phrase], 'variants')(text);
    expect(hit && text.slice(hit.start, hit.end)).toBe(expected);
  });
});
