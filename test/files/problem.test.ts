import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip } from '../../src/files/problem.ts';

describe('clip', () => {
  it('keeps what is short', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (value) => {
        expect(clip(value)).toBe(value);
      }),
    );
  });

  it('cuts the rest to 60, never through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 61 }), (value) => {
        const shown = clip(value);
        expect(shown.length).toBeLessThanOrEqual(60);
        expect(shown.isWellFormed()).toBe(true);
        if (value.length > 60) expect(shown.endsWith('…') && value.startsWith(shown.slice(0, -1))).toBe(true);
      }),
    );
  });
});
