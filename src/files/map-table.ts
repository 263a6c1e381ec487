import type { DateOrderFound } from './date-order.ts';
import { FIELDS, type Field, type Format, headerKey } from './field.ts';
import { KNOWN_HEADERS, REQUIRED } from './known-headers.ts';

export interface Mapping {
  readonly format: Format;
  readonly header: readonly string[];
  /** Columns that feed each field, counted from 0; of several, the first that is not empty counts. */
  readonly columns: Partial<Readonly<Record<Field, readonly number[]>>>;
  /** Columns that nothing is taken from. */
  readonly ignored: readonly number[];
  /** Known once the dates were surveyed. */
  readonly dateOrder?: DateOrderFound;
}

export interface UnknownTable {
  readonly unknown: {
    /** The format that it comes nearest to, where it comes near any. */
    readonly nearest?: Format;
    readonly header: readonly string[];
    /** Of each group at least one field is needed. */
    readonly missing: readonly (readonly Field[])[];
    /** What was understood all the same. */
    readonly columns: Mapping['columns'];
  };
}

/** Tells from a header alone what kind of table it is and which column is what. */
export function mapTable(header: readonly string[]): Mapping | UnknownTable {
  const keys = header.map(headerKey);
  const format = recognise(new Set(keys));
  const columns = columnsOf(keys, format);
  const missing = REQUIRED[format].filter((group) => !group.some((field) => columns[field]));
  const purchase = format === 'sheet' && (columns.product || columns.boughtOn) ? ([['product'], ['boughtOn']] as const) : [];
  const lacking = [...missing, ...purchase.filter(([field]) => !columns[field])];
  const used = new Set(Object.values(columns).flat());
  // One column that happens to be called `name` is not yet a customer list.
  const near = format !== 'sheet' || used.size >= 2;
  if (lacking.length > 0 || !near)
    return { unknown: { ...(near ? { nearest: format } : {}), header, missing: lacking, columns } };
  return { format, header, columns, ignored: header.map((_, i) => i).filter((i) => !used.has(i)) };
}

function recognise(keys: ReadonlySet<string>): Format {
  const has = (...headers: readonly string[]) => headers.filter((header) => keys.has(headerKey(header))).length;
  if (has('Lineitem name', 'Lineitem quantity', 'Financial Status', 'Fulfillment Status') >= 2) return 'shopify-orders';
  const record = has('Record ID', 'Contact ID', 'Record ID - Contact') > 0;
  const hubspotOnly = has(
    'Contact owner',
    'Lifecycle Stage',
    'Lead Status',
    'Create Date',
    'Became a Customer Date',
    'Associated Company',
    'HubSpot Owner',
  );
  if (record && hubspotOnly > 0) return 'hubspot-contacts';
  return hubspotOnly >= 3 ? 'hubspot-contacts' : 'sheet';
}

function columnsOf(keys: readonly string[], format: Format): Mapping['columns'] {
  const columns: Partial<Record<Field, number[]>> = {};
  for (const [field, headers] of entries(KNOWN_HEADERS[format])) {
    const found = headers.map((known) => keys.indexOf(headerKey(known))).filter((index) => index >= 0);
    if (found.length > 0) columns[field] = [...new Set(found)];
  }
  return columns;
}

const entries = (headers: Partial<Readonly<Record<Field, readonly string[]>>>) =>
  FIELDS.flatMap((field) => (headers[field] ? [[field, headers[field]] as const] : []));
