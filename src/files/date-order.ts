import type { Mapping } from './map-table.ts';
import type { Table } from './open-table.ts';
import { type DateOrder, isAmbiguous, provenOrder } from './read-date.ts';

export interface DateOrderFound {
  readonly order: DateOrder;
  /**
   * `unneeded`: no date of the file can be read in two ways. `proven`: one date decides for all. `assumed`: none does.
   * `contradicted`: dates prove both orders, so the ambiguous ones are guesses.
   */
  readonly basis: 'unneeded' | 'proven' | 'assumed' | 'contradicted';
}

export interface OrderHints {
  /** IANA. */
  readonly zone: string;
  /** ISO 3166 code of two letters. */
  readonly countryDefault?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

const MONTH_FIRST_COUNTRIES = new Set(['US', 'PH', 'PR', 'GU', 'AS', 'VI', 'MP']);
const US_ZONES =
  /^(?:US\/|Pacific\/Honolulu|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana|Kentucky))/;

/** What to take `3/4/2026` for when the file does not tell. */
export function assumedOrder({ zone, countryDefault, dateOrder }: OrderHints): DateOrder {
  if (dateOrder) return dateOrder;
  const monthFirst = countryDefault ? MONTH_FIRST_COUNTRIES.has(countryDefault) : US_ZONES.test(zone);
  return monthFirst ? 'month-first' : 'day-first';
}

/**
 * Reads all dates of a file to learn their order. It uses up the table's rows: open the file a second time to read records.
 */
export async function surveyDateOrder(table: Table, mapping: Mapping, hints: OrderHints): Promise<Mapping> {
  const columns = [
    ...(mapping.columns.boughtOn ?? []),
    ...(mapping.columns.birthday ?? []),
    ...(mapping.columns.birthdayLunar ?? []),
  ];
  const seen = new Set<DateOrder>();
  let ambiguous = false;
  for await (const { cells } of table.rows) {
    for (const column of columns) {
      const value = cells[column];
      if (!value || !isYearLast(value)) continue;
      const proven = provenOrder(value);
      if (proven) seen.add(proven);
      else ambiguous ||= isAmbiguous(value);
    }
  }
  return { ...mapping, dateOrder: foundOrder(seen, ambiguous, hints) };
}

/** Cheap test that leaves out the usual `2026-11-20`. */
const isYearLast = (value: string) => !/^\d{4}/.test(value);

function foundOrder(seen: ReadonlySet<DateOrder>, ambiguous: boolean, hints: OrderHints): DateOrderFound {
  const [only] = seen;
  if (seen.size === 1 && only) return { order: only, basis: 'proven' };
  if (!ambiguous) return { order: assumedOrder(hints), basis: 'unneeded' };
  return { order: assumedOrder(hints), basis: seen.size > 1 ? 'contradicted' : 'assumed' };
}
