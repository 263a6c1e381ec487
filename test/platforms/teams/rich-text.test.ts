import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, isPersonId, richLines } from '../../../src/platforms/teams/rich-text.ts';
import { words } from '../../contract/blocks/samples.ts';
import { anyText } from '../../support/any-text.ts';
import { assertNoMarkup, hostile } from '../../support/harmless.ts';

const person = '8d3b4f0a-1234-4c56-9abc-0123456789ab';

describe('a line with a mention is Markdown, and nothing typed in it means anything', () => {
  test.each(
    Object.entries({ ...hostile, heading: '# x', list: '- x\n1. y', link: '[x](https://evil.example)', tag: '<at>x</at>' }),
  )('%s', (_name, text) => assertNoMarkup(richLines([{ mention: person }, ' ', text], 4_000, words)));

  test('whatever was typed', () => {
    fc.assert(fc.property(anyText(200), (text) => assertNoMarkup(richLines([text, { mention: person }], 4_000, words))));
  });

  test('the person is mentioned', () => {
    expect(richLines(['For ', { mention: person }], 100, words)).toEqual([
      { type: 'TextBlock', text: `For <at>${person}</at>`, wrap: true },
    ]);
  });
});

test('without one it is plain text, a block a row, each word as it was typed', () => {
  expect(richLines(['*a*\n', { bold: '<b>' }, '\n\nc'], 100, words)).toEqual([
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*a*' }] },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '<b>', weight: 'Bolder' }], spacing: 'None' },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: ' ' }], spacing: 'None' },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'c' }], spacing: 'None' },
  ]);
});

test('a link opens its page, and one that leads to none is text', () => {
  const [good, bad] = ['https://shop.example/1', 'javascript:alert(1)'].map((url) =>
    richLines([{ link: { text: 'x', url } }], 100, words),
  );
  expect(good).toEqual([
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: 'x', selectAction: { type: 'Action.OpenUrl', url: 'https://shop.example/1' } }],
    },
  ]);
  expect(bad).toEqual([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x' }] }]);
});

test('who is no person of Teams is not mentioned', () => {
  expect(isPersonId('U0MARTA')).toBe(false);
  expect(isPersonId(person)).toBe(true);
  expect(isPersonId('29:1a_b-C')).toBe(true);
});

test('words keep their letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abc 김王'.split('')) }), (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    }),
  );
});
