import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/coach/normalise.ts';

const read = (text: string): string =>
  normalise(text, { vocabulary: () => new Set(['no', 'can', 'do']) })
    .text.normalize('NFC')
    .replaceAll('\u0001', '_')
    .replaceAll('\u0002', ' ');

describe('normalise', () => {
  it.each([
    ["I can't, won't, don't", 'i can not, will not, do not'],
    ['dont cant wont didnt', 'do not can not will not did not'],
    ["it's the customer's", "it is the customer 's"],
    ['N o  c a n  d o on a refund', 'no can do on a refund'],
    ['n o c a n d o', 'no can do'],
    ['Ｔｈａｔ＇ｓ how', 'that is how'],
    ['h0pefully gu4rantee', 'hopefully guarantee'],
    ['4G box, A4, 10am, PM2', '4g box, a4, 10am, pm2'],
    ['soooo 1000', 'so 1000'],
    ['second-hand', 'second hand'],
    ['ru\u200bn off our fe\u2060et', 'run off our feet'],
    ['這 個 修 不 好', '这个修不好'],
    ['著急', '着急'],
    ['退·不·了', '退不了'],
    ['더 못 고 쳐 요', '더_못_고쳐요'],
    ['Ａ／Ｓ 끝난', 'a/s_끝난'],
    ['한국어'.normalize('NFD'), '한국어'],
    ['𝐍𝐨 way', 'no way'],
    ['nо wаy', 'no way'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "can't",
          'N o',
          '안 됩니다',
          '不 行',
          '😂',
          '\ud83d',
          '\udc00',
          '\u200b',
          '...',
          '\n',
          'ﬁ',
          '㈜',
          'e\u0301',
          '   ',
          "'",
          '4g',
          'soooo',
          '退-換',
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(' ')),
  );

  it('gives every unit a range of the original, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normalise(text, { vocabulary: () => new Set(['no']) });
        let last = 0;
        for (let at = 0; at < normal.length; at++) {
          const start = normal.starts[at] ?? -1;
          const end = normal.ends[at] ?? -1;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last - 2); // 'not' of "n't" reaches back to its n
          last = start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps plain lower-case words and their places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('boiler', 'kettle', 'monday', 'twice', 'garden'), { minLength: 1, maxLength: 12 }),
        (words) => {
          const text = words.join(' ');
          const normal = normalise(text);
          expect(normal.text).toBe(text);
          expect([...normal.starts.subarray(0, normal.length)]).toEqual([...text].map((_, at) => at));
        },
      ),
    );
  });
});
