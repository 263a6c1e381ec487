import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../src/files/dialect.ts';

describe('detectDialect', () => {
  it.each([
    ['comma', 'customer,product\nAda,Washer\n', ','],
    ['semicolon', 'customer;product\nAda;Washer\n', ';'],
    ['tab', 'customer\tproduct\nAda\tWasher\n', '\t'],
    ['bar', 'customer|product\nAda|Washer\n', '|'],
    ['decimal commas', 'customer;amount\nAda;1,5\nNoor;2,5\n', ';'],
    ['commas in tabbed text', 'customer\tnote\nAda\tcalls, always, late\n', '\t'],
    ['commas within quotes', '"customer, full";product\n"Baker, Ada";Washer\n', ';'],
    ['one column', 'customer\nAda\n', ','],
    ['blank lines before', '\n\ncustomer;product\nAda;Washer', ';'],
    ['nothing', '', ','],
  ])('%s', (_, text, delimiter) => {
    expect(detectDialect(text, true)).toEqual({ delimiter, start: 0, skippedLines: 0 });
  });

  it.each([
    ['sep=;\r\ncustomer;product\r\n', ';', 7],
    ['"sep=,"\ncustomer,product\n', ',', 8],
    ['SEP=\t\ncustomer\tproduct\n', '\t', 6],
  ])('obeys Excel in %j', (text, delimiter, start) => {
    expect(detectDialect(text, true)).toEqual({ delimiter, start, skippedLines: 1 });
  });

  it('does not count a row that the sample cuts', () => {
    expect(detectDialect('a;b;c\n1;2;3\n4,5', false).delimiter).toBe(';');
  });
});
