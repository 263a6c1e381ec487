import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readComplaintText } from '../../../src/features/complaints/read-complaint-text.ts';

test.each([
  ['104', { number: 104 }],
  ['#104', { number: 104 }],
  ['Kim Sanders', { query: 'Kim Sanders' }],
  ['Kim Sanders: it leaks', { query: 'Kim Sanders', words: 'it leaks' }],
  ['王丽：又漏水了', { query: '王丽', words: '又漏水了' }],
  ['Kim Sanders - at 9: it leaks', { query: 'Kim Sanders', words: 'at 9: it leaks' }],
  [
    'Kim Sanders\n> On Monday you wrote:\n> fine\nIt is not.',
    { query: 'Kim Sanders', words: '> On Monday you wrote:\n> fine\nIt is not.' },
  ],
  ['김민지: ', { query: '김민지:' }],
])('%j', (text, read) => {
  expect(readComplaintText(text)).toEqual(read);
});

test('what was said is kept as it stands, whatever it is', () => {
  const said = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(said, (words) => {
      expect(readComplaintText(`Kim Sanders: ${words}`)).toEqual({ query: 'Kim Sanders', words: words.trim() });
    }),
  );
});
