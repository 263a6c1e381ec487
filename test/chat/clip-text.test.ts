import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/chat/card.ts';
import { clipLine, clipText, headOf, spanText } from '../../src/chat/clip-text.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const boundaries = (text: string) => new Set([...graphemes.segment(text)].map((part) => part.index).concat(text.length));
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }));

describe('headOf', () => {
  test.each([
    ['abc', 5, 'abc'],
    ['abc', 2, 'ab'],
    ['a👩‍👩‍👧b', 5, 'a'],
    ['\u1100\u1161\u11a8\u1100\u1161\u11a8', 4, '\u1100\u1161\u11a8'],
    ['😀', 1, ''],
    ['e\u0301\u0302\u0303', 2, 'e\u0301'],
    ['abc', 0, ''],
  ])('of %j and %i is %j', (text, max, head) => {
    expect(headOf(text, max)).toBe(head);
  });

  test('never cuts a character as a reader sees it, unless the first one is larger than the room', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 60 }), (text, max) => {
        const head = headOf(text, max);
        expect(head.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(head)).toBe(true);
        expect(head.isWellFormed()).toBe(true);
        const [first] = graphemes.segment(text);
        if ((first?.segment.length ?? 0) <= max) expect(boundaries(text)).toContain(head.length);
      }),
    );
  });
});

describe('clipText', () => {
  test.each([
    ['short', 24, 'short'],
    ['Log a call with Min-jun Kim', 24, 'Log a call with Min-jun…'],
    ['Donaudampfschifffahrtsgesellschaft', 24, 'Donaudampfschifffahrtsg…'],
    ['고객에게 전화한 결과를 여기에 기록해 주세요', 20, '고객에게 전화한 결과를 여기에…'],
  ])('%j in %i is %j', (text, max, clipped) => {
    expect(clipText(text, max, '… (shortened)')).toBe(clipped);
  });

  test('says that it was shortened where there is room to say so', () => {
    expect(clipText('word '.repeat(100), 60, '(shortened)')).toBe(`${'word '.repeat(9)}(shortened)`);
  });

  test('keeps to the room and keeps what fits whole', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, max) => {
        const clipped = clipText(text, max, '(shortened)');
        expect(clipped.length).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(clipped).toBe(text);
        else expect(clipped).toMatch(/(…|\(shortened\))$/);
      }),
    );
  });
});

describe('clipLine', () => {
  const size = (span: Span) => spanText(span).replace(/&/g, '&amp;').length + (typeof span === 'string' ? 0 : 2);
  const total = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + size(span), 0);
  const span = fc.oneof(
    anyText,
    fc.constant('&&&&&&&&'),
    anyText.map((bold) => ({ bold })),
    fc.constant({ mention: 'U0MARTA' }),
  );

  test('leaves a line that fits as it is', () => {
    const line: Span[] = ['for ', { mention: 'U0MARTA' }];
    expect(clipLine(line, 100, 'x', size)).toEqual(line);
  });

  test('cuts inside the span that is too much and drops a mention whole', () => {
    expect(clipLine(['Call ', { bold: 'Min-jun Kim' }, ' today'], 15, 'shortened', size)).toEqual([
      'Call ',
      { bold: 'Min-jun' },
      '…',
    ]);
    expect(clipLine(['Passed to ', { mention: 'U0MARTA' }], 14, 'shortened', size)).toEqual(['Passed to ', '…']);
  });

  test('keeps to the room as it is drawn', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: 3, max: 60 }), (line, max) => {
        const clipped = clipLine(line, max, '(shortened)', size);
        expect(total(clipped)).toBeLessThanOrEqual(max);
        if (total(line) > max) expect(['…', ' (shortened)']).toContain(clipped.at(-1));
      }),
    );
  });
});
