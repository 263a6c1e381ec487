import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composed } from '../../src/coach/composed.ts';
import { normalise } from '../../src/coach/normalise.ts';

const slowly = (text: string): string => text.replaceAll('\u0001', ' ').replaceAll('\u0002', ' ').normalize('NFC');
const ODD = [...'각가ㄱ\u1100\u1161\u11a8\u11a7\u0001\u0002 a您e\u0301ñ가\u11a8❤\u20dd', '😀', '\ud83d'];

describe('a composed text', () => {
  it('has syllables and plain spaces', () => {
    expect(composed(normalise('고객님, 정말 죄송합니다 sorry 对不起').text)).toBe('고객님, 정말 죄송합니다 sorry对不起');
  });
  it('is the form NFC of any part of a normal text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ODD)), fc.nat(40), fc.nat(40), (parts, from, length) => {
        const { text } = normalise(parts.join(''));
        const part = text.slice(from, from + length);
        expect(composed(part)).toBe(slowly(part));
        expect(composed(parts.join(''))).toBe(slowly(parts.join('')));
      }),
      { numRuns: 2000 },
    );
  });
});
