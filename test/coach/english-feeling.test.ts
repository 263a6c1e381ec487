import { describe, expect, it } from 'vitest';
import { englishFeels } from '../../src/coach/english-feeling.ts';

describe('feeling with somebody without a word for it', () => {
  it.each([
    'nobody should have to dry their sheets in the hall',
    'that is not something any tenant ought to live with',
    'that is brutal after a night shift',
    'my stomach turned when i opened the photos',
    'it was never just a coat, it was hers',
    'two towels do not even cover the puddle',
    'i would be climbing the walls',
  ])('%s', (text) => expect(englishFeels(text)).toBe(true));
  it.each([
    'nobody should expect miracles from a kettle',
    'that is fine',
    'it is brutal, but everyone has that',
    'the lid was loose',
  ])('not: %s', (text) => expect(englishFeels(text)).toBe(false));
});
