import { describe, expect, it } from 'vitest';
import { openTable } from '../../src/files/open-table.ts';
import { generateSheet } from '../fixtures/files/generate-sheet.ts';
import { all, bytesOf, fixture, pieces } from './samples.ts';

const open = (text: string, size?: number) => openTable(pieces(bytesOf(text), size));

describe('openTable', () => {
  it.each([
    ['hubspot-contacts.csv', 'utf-8', ',', 1, 5],
    ['shopify-orders.csv', 'utf-8', ',', 1, 6],
    ['sheet-korean-cp949.csv', 'cp949', ',', 1, 3],
    ['sheet-korean-excel-unicode.txt', 'utf-16le', '\t', 1, 3],
    ['sheet-chinese-gbk.csv', 'gb18030', ',', 1, 3],
    ['sheet-taiwan-big5.csv', 'big5', ',', 1, 2],
    ['sheet-german-semicolon.csv', 'windows-1252', ';', 2, 2],
    ['sheet-us-dates.csv', 'utf-8', ',', 1, 2],
    ['sheet-with-mistakes.csv', 'utf-8', ',', 1, 10],
  ])('opens %s', async (name, encoding, delimiter, headerLine, rows) => {
    const table = await openTable(fixture(name));
    expect(table).toMatchObject({ encoding, delimiter, headerLine });
    expect((await all(table.rows)).length).toBe(rows);
  });

  it.each([1, 3, 1000])('counts lines as the file does, in pieces of %i bytes', async (size) => {
    const table = await open('\r\n고객,메모\r\n김,"한\r\n줄"\r\n\r\n이,x\r\n,\r\n\r\n박,y', size);
    expect(table.header).toEqual(['고객', '메모']);
    expect(table.headerLine).toBe(2);
    expect(await all(table.rows)).toEqual([
      { line: 3, cells: ['김', '한\r\n줄'] },
      { line: 6, cells: ['이', 'x'] },
      { line: 9, cells: ['박', 'y'] },
    ]);
  });

  it('counts the line that Excel puts before the header', async () => {
    const table = await open('sep=;\r\na;b\r\n1;2\r\n');
    expect([table.headerLine, await all(table.rows)]).toEqual([2, [{ line: 3, cells: ['1', '2'] }]]);
  });

  it('gives ragged rows as they are', async () => {
    expect((await all((await open('a,b\n1\n1,2,3\n')).rows)).map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  it.each(['', '\uFEFF', '\n\n', ' ,\n'])('gives an empty table for %j', async (text) => {
    const table = await open(text);
    expect([table.header, await all(table.rows)]).toEqual([[], []]);
  });

  it('finds a header after a long blank beginning, and one that is long itself', async () => {
    expect((await open(`${'\n'.repeat(70_000)}a,b\n1,2`)).header).toEqual(['a', 'b']);
    const wide = Array.from({ length: 9000 }, (_, i) => `column ${i}`);
    expect((await open(`${wide.join(',')}\n1,2`)).header).toEqual(wide);
  });

  it('holds a piece of the file in memory, not the file', async () => {
    let produced = 0;
    async function* counted() {
      for await (const piece of generateSheet(20_000)) {
        produced += piece.length;
        yield piece;
      }
    }
    const table = await openTable(counted());
    const rows = table.rows[Symbol.asyncIterator]();
    await rows.next();
    expect(produced).toBeLessThan(300_000);
    await rows.return?.();
  });
});
