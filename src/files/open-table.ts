import { decodeStream } from './decode.ts';
import type { Encoding } from './detect-encoding.ts';
import { detectDialect } from './dialect.ts';
import { type Row, rowSplitter } from './row-splitter.ts';

export interface Table {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Rows after the header, blank ones left out. Can be read once; ragged rows come as they are. */
  readonly rows: AsyncIterable<Row>;
}

const SAMPLE_CHARACTERS = 20_000;

const isBlank = (row: Row) => !row.cells.some((cell) => cell.trim() !== '');

/**
 * Opens a table of text: encoding, delimiter and header are known at once, rows come as the source is read. Memory does not
 * grow with the file. An empty source gives a table without header and rows.
 */
export async function openTable(source: AsyncIterable<Uint8Array>): Promise<Table> {
  const { encoding, text } = await decodeStream(source);
  const pieces = text[Symbol.asyncIterator]();
  const { head, complete } = await beginning(pieces);
  const { delimiter, start, skippedLines } = detectDialect(head, complete);
  const splitter = rowSplitter(delimiter, 1 + skippedLines);
  const waiting = splitter.push(head.slice(start));
  let ended = false;
  // The header may be longer than what was read, and blank lines may stand before it.
  while (waiting.every(isBlank) && !ended) {
    const { value, done } = await pieces.next();
    waiting.push(...(done ? splitter.end() : splitter.push(value)));
    ended = done === true;
  }
  const at = waiting.findIndex((row) => !isBlank(row));
  const header = at < 0 ? undefined : waiting[at];
  return {
    encoding,
    delimiter,
    header: (header?.cells ?? []).map((cell) => cell.trim().normalize('NFC')),
    headerLine: header?.line ?? 1,
    rows: remainingRows(waiting.slice(at + 1), splitter, pieces, ended),
  };
}

async function beginning(pieces: AsyncIterator<string>): Promise<{ head: string; complete: boolean }> {
  let head = '';
  while (head.length < SAMPLE_CHARACTERS) {
    const { value, done } = await pieces.next();
    if (done) return { head, complete: true };
    head += value;
  }
  return { head, complete: false };
}

async function* remainingRows(
  waiting: readonly Row[],
  splitter: ReturnType<typeof rowSplitter>,
  pieces: AsyncIterator<string>,
  ended: boolean,
): AsyncGenerator<Row> {
  let finished = ended;
  try {
    for (const row of waiting) if (!isBlank(row)) yield row;
    while (!finished) {
      const { value, done } = await pieces.next();
      const rows = done ? splitter.end() : splitter.push(value);
      finished = done === true;
      for (const row of rows) if (!isBlank(row)) yield row;
    }
  } finally {
    if (!finished) await pieces.return?.();
  }
}
