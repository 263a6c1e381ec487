import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSaleText } from '../../../src/features/sale/read-sale-text.ts';
import type { LanguageCode } from '../../../src/languages/index.ts';
import { anyText } from '../../support/any-text.ts';

const at = (language: LanguageCode) => ({ now: new Date('2026-11-24T01:00:00Z'), zone: 'Asia/Seoul', language });

describe('who, what, and when', () => {
  const cases: readonly [LanguageCode, text: string, query: string, product: string, boughtOn: string | undefined][] = [
    ['en', 'Kim Minji, air purifier', 'Kim Minji', 'air purifier', undefined],
    ['en', 'Kim Minji, air purifier, yesterday', 'Kim Minji', 'air purifier', '2026-11-23'],
    ['en', 'Kim, purifier, today', 'Kim', 'purifier', '2026-11-24'],
    ['en', 'Kim, purifier, 2026-11-20', 'Kim', 'purifier', '2026-11-20'],
    ['en', 'Kim, purifier, 3 days ago', 'Kim', 'purifier', '2026-11-21'],
    ['en', 'Kim, purifier, white', 'Kim', 'purifier, white', undefined],
    ['en', 'Kim, purifier, white, yesterday', 'Kim', 'purifier, white', '2026-11-23'],
    ['en', 'Kim; purifier; yesterday', 'Kim', 'purifier', '2026-11-23'],
    ['en', 'Kim\npurifier', 'Kim', 'purifier', undefined],
    ['ko', '김민지, 공기청정기', '김민지', '공기청정기', undefined],
    ['ko', '김민지, 공기청정기, 어제', '김민지', '공기청정기', '2026-11-23'],
    ['ko', '김민지, 공기청정기, 11월 20일', '김민지', '공기청정기', '2026-11-20'],
    ['zh', '王小明，空气净化器', '王小明', '空气净化器', undefined],
    ['zh', '王小明，空气净化器，昨天', '王小明', '空气净化器', '2026-11-23'],
    ['zh', '王小明、净化器、11月20日', '王小明', '净化器', '2026-11-20'],
  ];
  test.each(cases)('%s: %s', (language, text, query, product, boughtOn) => {
    expect(readSaleText(text, at(language))).toEqual({ query, product, boughtOn });
  });
});

describe('not enough to go by', () => {
  // A day that can be read in two ways must not become today in silence.
  test.each(['', 'Kim', 'Kim,', ', purifier', 'Kim, , yesterday', 'Kim, purifier, 3/4'])('%j', (text) => {
    expect(readSaleText(text, at('en'))).toBeUndefined();
  });
});

test('never throws', () => {
  fc.assert(fc.property(anyText(200), (text) => void readSaleText(text, at('en'))));
});
