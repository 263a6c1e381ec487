import type { Field, Format } from './field.ts';
import type { ImportRecord } from './import-record.ts';
import type { LineReader } from './line-reader.ts';

/** Gives the record of the line that the reader stands on; what is wrong is in the reader's `problems`. */
export type BuildRecord = (reader: LineReader, line: number) => ImportRecord | undefined;

type Customer = ImportRecord['customer'];
type Purchase = NonNullable<ImportRecord['purchase']>;

const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Chinese, Japanese and Korean names go family name first, without a space. */
function fullName(first: string | undefined, last: string | undefined): string | undefined {
  if (!first || !last) return first ?? last;
  return EAST_ASIAN.test(first) && EAST_ASIAN.test(last) ? `${last}${first}` : `${first} ${last}`;
}

function customerOf(reader: LineReader, format: Format): Customer {
  const email = reader.email();
  const name = reader.text('name') ?? fullName(reader.text('firstName'), reader.text('lastName'));
  // Exports have people of whom only the mail is known; in a sheet made by hand a missing name is a slip.
  const shown = name ?? (format === 'sheet' ? undefined : email);
  if (!shown && reader.problems.length === 0) reader.problems.push({ code: 'missing', field: 'name' });
  const birthday = reader.birthday(format === 'hubspot-contacts');
  return compact<Customer>({
    name: shown ?? '',
    company: reader.text('company'),
    phone: reader.phone(),
    email,
    country: reader.country(),
    language: reader.language(),
    birthday: birthday?.on,
    birthdayLunar: birthday?.lunar ? true : undefined,
    tier: reader.tier(),
    note: reader.note(),
    externalId: reader.text('customerId'),
  });
}

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Absent, not `undefined`: records are compared and stored as they are. */
function compact<T extends object>(loose: Loose<T>): T {
  const result: Partial<T> = {};
  for (const key in loose) {
    const value = loose[key];
    if (value !== undefined) result[key] = value;
  }
  return parseCompact<T>(result);
}

const parseCompact = <T extends object>(value: Partial<T>): T => value as T;

function record(line: number, customer: Customer, purchase: Purchase | undefined, reader: LineReader): ImportRecord {
  return compact<ImportRecord>({
    line,
    customer,
    purchase,
    rep: reader.text('rep'),
    remarks: reader.remarks.length > 0 ? [...reader.remarks] : undefined,
  });
}

function miss(reader: LineReader, field: Field): undefined {
  // A field that was there but wrong has its problem already.
  if (reader.problems.length === 0) reader.problems.push({ code: 'missing', field });
}

const sheetRecord: BuildRecord = (reader, line) => {
  const customer = customerOf(reader, 'sheet');
  const product = reader.text('product');
  const boughtOn = reader.boughtOn();
  if (product && !boughtOn) miss(reader, 'boughtOn');
  if (boughtOn && !product) miss(reader, 'product');
  const purchase =
    product && boughtOn
      ? compact<Purchase>({
          product,
          boughtOn,
          externalId: reader.text('purchaseId'),
          amount: reader.amount(),
          currency: reader.text('currency')?.toUpperCase(),
          quantity: reader.quantity(),
        })
      : undefined;
  return record(line, customer, purchase, reader);
};

/** Stages in which something was bought; a lead has dates too, of deals that are still open. */
const BOUGHT = new Set(['customer', 'evangelist', 'other', '']);

const hubspotRecord: BuildRecord = (reader, line) => {
  const customer = customerOf(reader, 'hubspot-contacts');
  if (!BOUGHT.has((reader.text('status') ?? '').toLowerCase())) return record(line, customer, undefined, reader);
  const boughtOn = reader.boughtOn();
  const purchase = boughtOn
    ? compact<Purchase>({ product: reader.text('product') ?? '', boughtOn, amount: reader.amount() })
    : undefined;
  return record(line, customer, purchase, reader);
};

const NOT_SOLD = new Set(['voided', 'refunded', 'expired']);

/** The order that the line before belonged to: only the first line of an order carries the order's own fields. */
interface OpenOrder {
  readonly name: string;
  readonly id: string;
  readonly first: ImportRecord | undefined;
  readonly sold: boolean;
  items: number;
}

function shopifyRecords(): BuildRecord {
  let open: OpenOrder | undefined;
  return (reader, line) => {
    const name = reader.text('order');
    if (!name) return miss(reader, 'order');
    // Date and status stand on the first line only; some exports repeat name and mail.
    const continues = !reader.text('status') && !reader.text('purchaseId');
    if (continues && open?.name === name) {
      // The order was refused with its first line; its further lines are refused with it, silently.
      return open.first ? itemRecord(open, open.first, reader, line) : undefined;
    }
    if (continues && open && !reader.text('boughtOn')) {
      reader.problems.push({ code: 'orphan-line', value: name });
      return undefined;
    }
    const customer = customerOf(reader, 'shopify-orders');
    const boughtOn = reader.boughtOn();
    if (!boughtOn) miss(reader, 'boughtOn');
    const sold = !reader.text('cancelled') && !NOT_SOLD.has((reader.text('status') ?? '').toLowerCase());
    const currency = reader.text('currency')?.toUpperCase();
    const first = record(line, customer, boughtOn ? compact<Purchase>({ product: '', boughtOn, currency }) : undefined, reader);
    open = { name, id: reader.text('purchaseId') ?? name, first: reader.problems.length > 0 ? undefined : first, sold, items: 0 };
    return itemRecord(open, first, reader, line);
  };
}

/** One line item: the order's customer and day, the line's product. Lines without one are payments and refunds. */
function itemRecord(order: OpenOrder, first: ImportRecord, reader: LineReader, line: number): ImportRecord | undefined {
  const product = reader.text('product');
  const { purchase: frame, rep, customer } = first;
  const isFirst = first.line === line;
  if (!product && !isFirst) return undefined;
  const quantity = reader.quantity();
  const price = reader.amount();
  const amount = price === undefined ? undefined : Math.round(price * (quantity ?? 1) * 1000) / 1000;
  const index = product ? order.items++ : 0;
  const purchase =
    product && frame && order.sold
      ? compact<Purchase>({ ...frame, product, externalId: `${order.id}#${index}`, amount, quantity })
      : undefined;
  if (!order.sold) reader.remarks.push({ code: 'cancelled' });
  const remarks = reader.remarks.length > 0 ? [...reader.remarks] : undefined;
  return compact<ImportRecord>({ line, customer, purchase, rep, remarks });
}

/** A builder remembers the order it is in: one for each reading of a file. */
export function recordBuilder(format: Format): BuildRecord {
  if (format === 'shopify-orders') return shopifyRecords();
  return format === 'hubspot-contacts' ? hubspotRecord : sheetRecord;
}
