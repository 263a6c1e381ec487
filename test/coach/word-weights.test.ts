import { describe, expect, it } from 'vitest';
import { wordFeatures } from '../../scripts/weight-lessons.ts';
import { normalise } from '../../src/coach/normalise.ts';
import { openReader } from '../../src/coach/word-weights.ts';

const score = (text: string, features: readonly (readonly [number, string])[], context: readonly string[] = []): number => {
  const { codes, length } = normalise(text);
  const reader = openReader([{ bias: 0, features }]);
  reader.read(codes, 0, length);
  return reader.score(0, context);
};

describe('features of a sentence', () => {
  it('are words, pairs, pairs with a word left out and triples around a little word; numbers and weekdays are all the same', () => {
    const features = wordFeatures("You can't have 250 on Friday?");
    for (const name of ['^ you', 'you', 'you can', 'you _ not', 'can not have', '#', 'have #', 'DAY', 'on DAY', 'DAY ?', '? $'])
      expect(features).toContain(name);
    expect(features).not.toContain('friday');
  });
  it('know a past tense and who is spoken of', () => {
    expect(wordFeatures('We mended it.').filter((name) => name.startsWith('SHAPE'))).not.toEqual(
      wordFeatures('You mend it.').filter((name) => name.startsWith('SHAPE')),
    );
  });
});

describe('a reader', () => {
  it('adds the weights of what it knows, each once, over the root of their number', () => {
    expect(score('zorb zorb', [[10, 'zorb']])).toBeCloseTo(1);
    expect(score('zorb quux', [[10, 'zorb|quux']])).toBeCloseTo(2 / Math.SQRT2);
    expect(score('zorb quux', [[10, 'zorb'], [-30, 'zorb quux']])).toBeCloseTo(-2 / Math.SQRT2); // biome-ignore format: two weights
  });
  it('reads the context too, and has no opinion of what it does not know', () => {
    expect(score('zorb', [[20, 'ELSEWHERE2']], ['ELSEWHERE2'])).toBeCloseTo(2);
    expect(score('quux', [[20, 'zorb']])).toBe(0);
  });
});
