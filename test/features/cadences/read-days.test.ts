import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDays, readSilence, writeDays, writeSilence } from '../../../src/features/cadences/read-days.ts';

const day = (days: number) => ({ days, months: 0 });
const month = (months: number) => ({ days: 0, months });

describe('days', () => {
  const good: readonly [text: string, by: Parameters<typeof readDays>[1], offsets: readonly object[]][] = [
    ['2, 5, 12', 'purchase', [day(1), day(4), day(11)]],
    ['12；5、2', 'purchase', [day(1), day(4), day(11)]],
    ['第2天 第5天', 'purchase', [day(1), day(4)]],
    ['2일차, 6개월', 'purchase', [day(1), month(6)]],
    ['1m 12m 1', 'purchase', [day(0), month(1), month(12)]],
    ['2, 2, 14', 'complaint', [day(2), day(14)]],
    ['-7, 0', 'birthday', [day(-7), day(0)]],
    ['', 'purchase', []],
  ];
  test.each(good)('%s of %s', (text, by, offsets) => expect(readDays(text, by)).toEqual(offsets));

  test.each([
    ['0', 'purchase'],
    ['soon', 'purchase'],
    ['2,x', 'complaint'],
    ['6m', 'birthday'],
    ['-3', 'complaint'],
    ['99999', 'hand'],
    ['2.5', 'hand'],
  ] as const)('%s of %s is none', (text, by) => expect(readDays(text, by)).toBeUndefined());

  test('come back as they were written', () => {
    const offset = fc.oneof(fc.integer({ min: 0, max: 3_000 }).map(day), fc.integer({ min: 1, max: 120 }).map(month));
    fc.assert(
      fc.property(
        fc.uniqueArray(offset, { maxLength: 12, selector: (one) => JSON.stringify(one) }),
        fc.constantFrom('purchase', 'complaint', 'hand'),
        (offsets, by) => {
          const read = readDays(writeDays(offsets, by), by);
          expect(new Set(read?.map((one) => JSON.stringify(one)))).toEqual(new Set(offsets.map((one) => JSON.stringify(one))));
        },
      ),
    );
  });
});

describe('silence', () => {
  test.each([['A 30, B 60, C 90, 120'], ['a:30 b=60 C90 120'], ['120, Ａ３０, Ｂ６０, Ｃ９０']])('%s', (text) =>
    expect(readSilence(text)).toEqual({ A: 30, B: 60, C: 90, none: 120 }),
  );
  test.each([['A 30, B 60'], ['often'], [''], ['A 0, B 60, C 90, 120']])('%s is none', (text) =>
    expect(readSilence(text)).toBeUndefined(),
  );
  test('comes back as it was written', () => {
    const days = fc.integer({ min: 1, max: 3_650 });
    fc.assert(
      fc.property(fc.record({ A: days, B: days, C: days, none: days }), (silence) => {
        expect(readSilence(writeSilence(silence))).toEqual(silence);
      }),
    );
  });
});
