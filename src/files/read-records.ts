import { recordBuilder } from './build-record.ts';
import { assumedOrder } from './date-order.ts';
import type { ReadLine } from './import-record.ts';
import { lineReader } from './line-reader.ts';
import type { Mapping } from './map-table.ts';
import type { Table } from './open-table.ts';
import { clip, type Problem } from './problem.ts';
import type { CalendarDate, DateOrder } from './read-date.ts';
import type { Row } from './row-splitter.ts';

export interface ReadOptions {
  /** IANA: for times in UTC. */
  readonly zone: string;
  /** Nobody has bought anything after it. */
  readonly today: CalendarDate;
  readonly countryDefault?: string;
  /** Wins over a guess, not over dates that prove the other order. */
  readonly dateOrder?: DateOrder;
}

/** Reads a table's rows as records, one by one; nothing about a row throws. Uses up the table. */
export async function* readRecords(table: Table, mapping: Mapping, options: ReadOptions): AsyncGenerator<ReadLine> {
  const found = mapping.dateOrder;
  const order = found && (found.basis === 'proven' || !options.dateOrder) ? found.order : assumedOrder(options);
  const reader = lineReader(mapping, { zone: options.zone, today: options.today, order });
  const build = recordBuilder(mapping.format);
  const width = mapping.header.length;
  for await (const row of table.rows) {
    const { line, cells } = row;
    reader.start(cells);
    const shape = shapeProblem(row, width);
    if (shape) {
      yield { line, problem: shape };
      continue;
    }
    if (cells.length < width) reader.remarks.push({ code: 'too-few-cells', cells: cells.length, expected: width });
    const record = build(reader, line);
    if (reader.problems.length > 0) for (const problem of [...reader.problems]) yield { line, problem };
    else if (record) yield { line, record };
  }
}

/** Empty cells past the header are what spreadsheets leave behind; full ones mean that the row is not split as it was meant. */
function shapeProblem({ cells, broken }: Row, width: number): Problem | undefined {
  if (broken) return { code: broken === 'too-long' ? 'endless-line' : 'unclosed-quote', value: clip(cells.join(' ')) };
  if (cells.length <= width) return undefined;
  const extra = cells.findLastIndex((cell) => cell.trim() !== '');
  return extra >= width ? { code: 'too-many-cells', cells: extra + 1, expected: width } : undefined;
}
