export interface Row {
  /** The line of the file that the row begins on, from 1. */
  readonly line: number;
  readonly cells: string[];
  /**
   * `unclosed-quote`: a quote was opened here and never closed; `cells` are what the line gives when quotes are plain characters.
   * `too-long`: no line break for a million characters.
   */
  readonly broken?: 'unclosed-quote' | 'too-long';
}

/** A quoted cell longer than this is taken for a quote that nobody closed. HubSpot writes whole mails (180 KB) into a cell. */
export const LONGEST_CELL = 1_000_000;
/** After so many of them quotes have no meaning in this file; it also bounds the work on a hostile one. */
const MOST_UNCLOSED = 20;

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Splits text that comes in pieces into rows. Quotes, doubled quotes, quoted line breaks, CRLF, CR and LF (also mixed) are
 * read; a quote inside an unquoted cell is an ordinary character, and text after a closing quote stays in the cell.
 * Written by hand because a row must know its line, and a parser that counts lines costs three times the whole import.
 */
export function rowSplitter(delimiter: string, firstLine = 1): { push(text: string): Row[]; end(): Row[] } {
  const mark = delimiter.charCodeAt(0);
  let rest = '';
  let line = firstLine;
  let unclosed = 0;

  function split(text: string, last: boolean): Row[] {
    const rows: Row[] = [];
    let at = 0;
    while (at < text.length) {
      const quotes = unclosed < MOST_UNCLOSED;
      const full = last || text.length - at > LONGEST_CELL;
      let row = readRow(text, at, mark, last, quotes);
      let broken: Row['broken'];
      if (!row && full && quotes) {
        row = readRow(text, at, mark, last, false);
        if (row) {
          unclosed++;
          broken = 'unclosed-quote';
        }
      }
      if (!row && full) {
        row = readRow(text, at, mark, true, false);
        broken = 'too-long';
      }
      if (!row) break;
      rows.push(broken ? { line, cells: row.cells, broken } : { line, cells: row.cells });
      line += row.lines;
      at = row.next;
    }
    rest = text.slice(at);
    return rows;
  }

  return {
    push: (text) => split(rest + text, false),
    end: () => split(rest, true),
  };
}

interface ReadRow {
  readonly cells: string[];
  readonly next: number;
  /** Line breaks passed, those in quotes too. */
  readonly lines: number;
}

/** `undefined`: the row does not end in this text, or its quote does not. */
function readRow(text: string, start: number, mark: number, last: boolean, quotes: boolean): ReadRow | undefined {
  const cells: string[] = [];
  const size = text.length;
  let lines = 0;
  let at = start;
  for (;;) {
    let cell = '';
    if (quotes && text.charCodeAt(at) === QUOTE) {
      const quoted = readQuoted(text, at, mark, last);
      if (quoted === undefined) return undefined;
      cell = quoted.cell;
      lines += quoted.lines;
      at = quoted.next;
    } else {
      const from = at;
      while (at < size) {
        const code = text.charCodeAt(at);
        if (code === mark || code === LF || code === CR) break;
        at++;
      }
      cell = text.slice(from, at);
    }
    cells.push(cell);
    if (at >= size) return last ? { cells, next: size, lines } : undefined;
    const code = text.charCodeAt(at);
    if (code === mark) {
      at++;
      continue;
    }
    if (code === CR && at + 1 === size && !last) return undefined;
    at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    return { cells, next: at, lines: lines + 1 };
  }
}

/** From an opening quote to the delimiter or line break after the closing one. */
function readQuoted(
  text: string,
  open: number,
  mark: number,
  last: boolean,
): { cell: string; next: number; lines: number } | undefined {
  let close = open;
  for (;;) {
    close = text.indexOf('"', close + 1);
    if (close < 0 || (close + 1 === text.length && !last)) return undefined;
    const after = text.charCodeAt(close + 1);
    if (close + 1 === text.length || after === mark || after === LF || after === CR) break;
    // A doubled quote, or a stray one that its program forgot to double: both stay inside.
    if (after === QUOTE) close++;
  }
  const raw = text.slice(open + 1, close);
  const cell = raw.includes('"') ? raw.replaceAll('""', '"') : raw;
  return { cell, next: close + 1, lines: lineBreaks(raw) };
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}

/** All rows of one text. `complete`: its last row counts too. */
export function splitRows(text: string, delimiter: string, complete = true): Row[] {
  const splitter = rowSplitter(delimiter);
  const rows = splitter.push(text);
  if (complete) rows.push(...splitter.end());
  return rows;
}
