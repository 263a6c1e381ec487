import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutClosing } from '../../src/coach/closing.ts';

const piece = fc.constantFrom(
  'a',
  '니다',
  '好',
  ' ',
  '\n',
  '.',
  '…',
  '~',
  '」',
  '😀',
  '\ud83d',
  '\ude00',
  'ㅠ',
  '\u0001',
  '€',
  '𝐂',
);

it('takes off the end what the expression would', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join('');
      expect(withoutClosing(text)).toBe(text.replace(/[\s\p{P}\p{S}]+$/u, ''));
      expect(withoutClosing(text, 'ㅠ니')).toBe(text.replace(/[\s\p{P}\p{S}ㅠ니]+$/u, ''));
    }),
    { numRuns: 2000 },
  );
});
