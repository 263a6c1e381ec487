import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_CELL, type Row, rowSplitter, splitRows } from '../../src/files/row-splitter.ts';

const rows = (text: string, delimiter = ',') => splitRows(text, delimiter).map(({ line, cells }) => [line, ...cells]);

const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', '고', '客') }));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

const written = (cells: readonly string[], delimiter: string) =>
  cells
    .map((text) => (/["\r\n]/.test(text) || text.includes(delimiter) || text === '' ? `"${text.replaceAll('"', '""')}"` : text))
    .join(delimiter);

describe('rowSplitter', () => {
  it.each([
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'LF, no end',
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'CR',
      'a,b\rc,d\r',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'mixed',
      'a\r\nb\nc\rd',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
      ],
    ],
    [
      'line breaks in quotes',
      'a,"b\r\nb"\nc,"d\rd\n"\ne',
      [
        [1, 'a', 'b\r\nb'],
        [3, 'c', 'd\rd\n'],
        [6, 'e'],
      ],
    ],
    [
      'blank lines',
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, ''],
        [4, 'b'],
      ],
    ],
    ['doubled quotes', '"say ""hi""","",x', [[1, 'say "hi"', '', 'x']]],
    ['a quote inside a cell', 'a 12" pipe,b', [[1, 'a 12" pipe', 'b']]],
    ['quotes not doubled', '"Kim "the boss" Lee",x', [[1, 'Kim "the boss" Lee', 'x']]],
    ['empty cells', ',,\n', [[1, '', '', '']]],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it.each([';', '\t', '|'])('splits at %j', (delimiter) => {
    expect(rows(`a${delimiter}b,c\n`, delimiter)).toEqual([[1, 'a', 'b,c']]);
  });

  it('reads back what was written, in any pieces, with the lines of the file', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (cells, delimiter, end, size) => {
          const lines = cells.map((row) => written(row, delimiter) + end);
          const text = lines.join('');
          const splitter = rowSplitter(delimiter);
          const got: Row[] = [];
          for (let at = 0; at < text.length; at += size) got.push(...splitter.push(text.slice(at, at + size)));
          got.push(...splitter.end());
          expect(got.map((row) => row.cells)).toEqual(cells);
          const starts = lines.map(
            (_, i) =>
              1 +
              lines
                .slice(0, i)
                .join('')
                .split(/\r\n|\r|\n/).length -
              1,
          );
          expect(got.map((row) => row.line)).toEqual(starts);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with csv-parse on well-formed text', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const text = `${cells.map((row) => written(row, ',')).join('\r\n')}\r\n`;
        const theirs = parse(text, { relax_column_count: true, record_delimiter: '\r\n' });
        expect(splitRows(text, ',').map((row) => row.cells)).toEqual(theirs);
      }),
    );
  });

  it('reports a quote that is never closed and goes on with the next line', () => {
    expect(splitRows('a,b\n"c,d\ne,f\n', ',')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['"c', 'd'], broken: 'unclosed-quote' },
      { line: 3, cells: ['e', 'f'] },
    ]);
  });

  it('does not wait for the end of a long file to see that a quote is open', () => {
    const splitter = rowSplitter(',');
    const got = splitter.push(`"open,x\n${'line,y\n'.repeat(LONGEST_CELL / 6)}`);
    expect(got.slice(0, 2)).toEqual([
      { line: 1, cells: ['"open', 'x'], broken: 'unclosed-quote' },
      { line: 2, cells: ['line', 'y'] },
    ]);
  });

  it('stays quick when every line opens a quote', () => {
    // The next line's quote would close it, was it not followed by a letter.
    const got = splitRows('"a b\n'.repeat(60_000), ',');
    expect(got.length).toBe(60_000);
    expect(got.at(-1)).toEqual({ line: 60_000, cells: ['"a b'] });
  });

  it('does not gather a line without end', () => {
    const [first] = rowSplitter(',').push('x'.repeat(LONGEST_CELL + 10));
    expect(first?.broken).toBe('too-long');
  });
});
