import { setImmediate } from 'node:timers/promises';
import type { NewId } from '../../app/ids.ts';
import { dateIn } from '../../calendar/index.ts';
import { type DateOrderFound, surveyDateOrder } from '../../files/date-order.ts';
import type { ImportRecord } from '../../files/import-record.ts';
import { type Mapping, mapTable } from '../../files/map-table.ts';
import { openTable } from '../../files/open-table.ts';
import type { Problem } from '../../files/problem.ts';
import { readRecords } from '../../files/read-records.ts';
import type { Unreadable } from './preview.ts';

/** Opens the file from its beginning; an import reads it more than once. */
export type OpenSource = () => AsyncIterable<Uint8Array>;

export interface ImportOptions {
  readonly now: Date;
  /** IANA zone of whoever imports: decides what today is, and the day of times in UTC. */
  readonly zone: string;
  /** Country of the workspace, ISO 3166: for customers and phones without one of their own. */
  readonly country: string | undefined;
  /** Whoever imports: gets the lines of reps that nobody knows. */
  readonly personId: string;
  /** Stands for the product where a file does not name one. */
  readonly purchaseWord: string;
  readonly newId: NewId;
  /** For `3/4/2026`, where the file itself does not decide. */
  readonly dateOrder?: DateOrderFound['order'];
}

export interface Surveyed {
  readonly mapping: Mapping;
  readonly encoding: string;
}

/** Rows that go to the database together: few statements, and memory that does not grow with the file. */
const batchSize = 2_000;

const hints = ({ zone, country, dateOrder, now }: ImportOptions) => ({
  zone,
  today: dateIn(zone, now),
  ...(country === undefined ? {} : { countryDefault: country }),
  ...(dateOrder === undefined ? {} : { dateOrder }),
});

/** Learns the columns and, where they are needed, the order of the dates, for which the whole file is read once. */
export async function surveyFile(open: OpenSource, options: ImportOptions): Promise<Surveyed | Unreadable> {
  const table = await openTable(open());
  const mapping = mapTable(table.header);
  if ('unknown' in mapping) {
    const { missing, header } = mapping.unknown;
    return { unreadable: { missing, header } };
  }
  // Exports of programs write their dates year first.
  const known = mapping.format === 'sheet' ? await surveyDateOrder(table, mapping, hints(options)) : mapping;
  return { mapping: known, encoding: table.encoding };
}

export interface Batch {
  readonly records: readonly ImportRecord[];
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
}

/** The file's lines, some thousands at a time; between two batches whatever else is waiting has its turn. */
export async function* readBatches(open: OpenSource, mapping: Mapping, options: ImportOptions): AsyncGenerator<Batch> {
  const table = await openTable(open());
  let records: ImportRecord[] = [];
  let problems: { line: number; problem: Problem }[] = [];
  for await (const item of readRecords(table, mapping, hints(options))) {
    if ('record' in item) records.push(item.record);
    else problems.push(item);
    if (records.length < batchSize && problems.length < batchSize) continue;
    yield { records, problems };
    records = [];
    problems = [];
    await setImmediate();
  }
  if (records.length + problems.length > 0) yield { records, problems };
}
