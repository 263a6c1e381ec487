import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText } from '../../../src/chat/plain-text.ts';
import { markedDraft } from '../../../src/features/review/mark-draft.ts';
import { anyText } from '../../support/any-text.ts';

test('problems are bold, hints in italics; a problem outweighs a hint', () => {
  expect(
    markedDraft('abcdefgh', [
      { start: 1, end: 5, level: 'hint' },
      { start: 2, end: 4, level: 'problem' },
    ]),
  ).toEqual(['a', { italic: 'b' }, { bold: 'cd' }, { italic: 'e' }, 'fgh']);
});

test('findings that touch or overlap are one mark', () => {
  expect(
    markedDraft('abcd', [
      { start: 0, end: 2, level: 'problem' },
      { start: 1, end: 3, level: 'problem' },
      { start: 3, end: 4, level: 'problem' },
    ]),
  ).toEqual([{ bold: 'abcd' }]);
});

test('whatever is marked, the reply is still the same reply', () => {
  const finding = fc.record({
    start: fc.nat(60),
    end: fc.nat(60),
    level: fc.constantFrom('problem' as const, 'hint' as const),
  });
  fc.assert(
    fc.property(anyText(50), fc.array(finding, { maxLength: 6 }), (draft, findings) => {
      expect(lineText(markedDraft(draft, findings))).toBe(draft);
    }),
  );
});
