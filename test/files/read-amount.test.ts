import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../src/files/read-amount.ts';

describe('readAmount', () => {
  it.each([
    ['389000', 389_000],
    ['1,200,000', 1_200_000],
    ['₩1,200,000', 1_200_000],
    ['1200000원', 1_200_000],
    ['1.234,50 €', 1234.5],
    ['1,234.50', 1234.5],
    ['499,00', 499],
    ['0.125', 0.125],
    ['1.234', 1234],
    ['USD 12.5', 12.5],
    ['¥3,980元', 3980],
    ["1'234.50", 1234.5],
    ['-20', -20],
    ['１２３', 123],
  ])('%s is %d', (value, amount) => {
    expect(readAmount(value)).toBe(amount);
  });

  it.each(['', 'free', '12 pieces', '1-2', '€', '1,2,3.4.5', '9'.repeat(60)])('%j is none', (value) => {
    expect(readAmount(value)).toBe(undefined);
  });

  it('reads what English and German programs write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const amount = cents / 100;
        for (const locale of ['en-US', 'de-DE']) {
          expect(readAmount(amount.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }))).toBe(amount);
        }
      }),
    );
  });
});
