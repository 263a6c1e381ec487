import { splitRows } from './row-splitter.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface Dialect {
  readonly delimiter: string;
  /** Characters before the table: Excel's own `sep=;` line. */
  readonly start: number;
  /** Lines in them. */
  readonly skippedLines: number;
}

const SEPARATOR_LINE = /^\uFEFF?"?sep=([^\r\n])"?[,;\t|]*(?:\r\n|\r|\n)/i;
const LOOKED_AT = 50;

/**
 * Finds the delimiter from the beginning of a text: the one that gives the header the most cells and most rows as many.
 * A table of one column has a comma.
 * @param complete whether `sample` is the whole text; otherwise its last row may be cut and is not counted.
 */
export function detectDialect(sample: string, complete: boolean): Dialect {
  const named = SEPARATOR_LINE.exec(sample);
  if (named?.[1]) return { delimiter: named[1], start: named[0].length, skippedLines: 1 };
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = consistency(sample, delimiter, complete);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, start: 0, skippedLines: 0 };
}

function consistency(sample: string, delimiter: string, complete: boolean): number {
  const rows = splitRows(sample.slice(0, 20_000), delimiter, complete && sample.length <= 20_000)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, LOOKED_AT);
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  const alike = rows.filter(({ cells, broken }) => cells.length === width && !broken).length / rows.length;
  // A header is labels: one that splits into blanks or long sentences was split by the wrong sign.
  const labels = (rows[0]?.cells ?? []).filter((cell) => cell.trim() !== '' && cell.length < 60).length / width;
  return alike * labels * Math.log2(width + 1);
}
