import { dateIn } from '../../calendar/index.ts';
import type { Mapping } from '../../files/map-table.ts';
import { recordKeys } from '../../files/record-key.ts';
import type { Scope, Tx } from '../../store/index.ts';
import { listCadences, planSoon } from '../cadences/index.ts';
import {
  dayKey,
  fillCustomers,
  findCustomers,
  findKnown,
  type ImportedTouch,
  insertCustomers,
  insertPurchases,
  insertTouches,
  type Known,
  type KnownCustomer,
  type NewPurchase,
  waitForOtherImports,
} from './bulk.ts';
import { distinctCustomers, gain, type ImportRow, importRow } from './import-row.ts';
import { type PlanTouches, touchPlanner } from './plan-touches.ts';
import type { Outcome, Unreadable } from './preview.ts';
import { type ImportOptions, type OpenSource, readBatches, surveyFile } from './read-file.ts';
import { loadReps, loadUnnamed, repKey, type Unnamed } from './reps.ts';

/** Called after each batch with the number of lines taken so far. Must not wait and must not touch the database. */
export type OnProgress = (lines: number) => void;

type Customers = ReadonlyMap<string, KnownCustomer>;

interface Importer {
  readonly tx: Tx;
  readonly options: ImportOptions;
  /** Absent: the file names nobody we know. */
  repOf(written: string | undefined): string | undefined;
  readonly unnamed: Unnamed;
  readonly plan: PlanTouches;
}

/** Brings the batch's customers in, or up to date; gives them by identity key. */
async function takeCustomers({ tx, options, repOf, unnamed }: Importer, rows: readonly ImportRow[], known: Known) {
  const distinct = distinctCustomers(rows);
  // A purchase that is here keeps the customer it has, also when that file was edited since and reads otherwise now.
  const wanted = new Set(
    rows.filter(({ purchase }) => !purchase || !known.purchases.has(purchase.key)).map(({ customer }) => customer.identityKey),
  );
  const fresh = [...distinct]
    .filter(([key]) => wanted.has(key) && !known.customers.has(key))
    .map(([, { customer, rep }]) => ({
      customer,
      ownerId: repOf(rep) ?? (unnamed.pools && rep === undefined ? null : options.personId),
    }));
  const fillings = [...known.customers].flatMap(([key, there]) => {
    const seen = distinct.get(key);
    const more = seen && gain(there, seen.customer);
    return more ? [{ id: there.id, fields: { ...there.fields, ...more.fields }, language: more.language }] : [];
  });
  const added = fresh.length === 0 ? 0 : await insertCustomers(tx, fresh, options.newId, options.now);
  const filled = fillings.length === 0 ? 0 : await fillCustomers(tx, fillings, options.now);
  const found = await findCustomers(
    tx,
    fresh.map(({ customer }) => customer.identityKey),
  );
  const customers: Customers = new Map([...known.customers, ...found]);
  return { customers, added, filled };
}

interface Wanted {
  readonly purchase: NewPurchase;
  readonly customer: KnownCustomer;
  /** The customer's day: what is bought on it leads to one round of calls. */
  readonly day: string;
  readonly pooled: boolean;
}

/** Whose a purchase is. A line without a rep is of whoever has the customer, or of nobody. */
function sellerOf({ options, repOf, unnamed }: Importer, rep: string | undefined, { ownerId }: KnownCustomer) {
  const named = repOf(rep) ?? (rep === undefined && ownerId && unnamed.members.has(ownerId) ? ownerId : undefined);
  return { repId: named ?? options.personId, pooled: !named && rep === undefined && unnamed.pools };
}

function newPurchases(importer: Importer, rows: readonly ImportRow[], known: Known, customers: Customers): Wanted[] {
  return rows.flatMap(({ customer: { identityKey }, purchase, rep }) => {
    if (!purchase || known.purchases.has(purchase.key)) return [];
    const customer = customers.get(identityKey);
    if (!customer) throw new Error('A purchase without its customer');
    const { options } = importer;
    const { repId, pooled } = sellerOf(importer, rep, customer);
    const product = purchase.product || options.purchaseWord;
    const kept = { ...purchase, product, id: options.newId(), customerId: customer.id, repId };
    return { purchase: kept, customer, day: dayKey(customer.id, purchase.boughtOn), pooled };
  });
}

function touchesOf({ options, plan }: Importer, wanted: readonly Wanted[], known: Known): ImportedTouch[] {
  const days = new Set(known.days);
  return wanted.flatMap(({ purchase, customer, day, pooled }) => {
    if (customer.doNotContact) return [];
    const first = !days.has(day);
    days.add(day);
    const { id: purchaseId, customerId, repId, boughtOn, product } = purchase;
    const { country = options.country, tier } = customer.fields;
    const planned = plan({ boughtOn, product, first }, { country, tier });
    return planned.map((touch) => ({ ...touch, id: options.newId(), customerId, purchaseId, repId, pooled }));
  });
}

async function takeBatch(importer: Importer, rows: readonly ImportRow[]): Promise<Omit<Outcome, 'lines'>> {
  const { tx, options } = importer;
  const known = await findKnown(tx, rows);
  const { customers, added, filled } = await takeCustomers(importer, rows, known);
  const wanted = newPurchases(importer, rows, known, customers);
  const purchases = wanted.map(({ purchase }) => purchase);
  const inserted = purchases.length === 0 ? new Set() : await insertPurchases(tx, purchases, options.now);
  const touches = touchesOf(
    importer,
    wanted.filter(({ purchase }) => inserted.has(purchase.id)),
    known,
  );
  const planned = touches.length === 0 ? 0 : await insertTouches(tx, touches, options.now);
  return { customers: { fresh: added, filled }, purchases: inserted.size, touches: planned };
}

/** Imports a surveyed file inside a transaction: its failure takes everything back. */
export async function importInto(
  tx: Tx,
  open: OpenSource,
  mapping: Mapping,
  options: ImportOptions,
  onProgress: OnProgress,
): Promise<Outcome> {
  await waitForOtherImports(tx);
  const reps = await loadReps(tx);
  const importer: Importer = {
    tx,
    options,
    repOf: (written) => (written === undefined ? undefined : (reps.get(repKey(written)) ?? undefined)),
    unnamed: await loadUnnamed(tx, options.personId),
    plan: touchPlanner(await listCadences(tx), dateIn(options.zone, options.now)),
  };
  const keyOf = recordKeys(mapping.format, options.country);
  const total = { lines: 0, fresh: 0, filled: 0, purchases: 0, touches: 0 };
  for await (const { records } of readBatches(open, mapping, options)) {
    const rows = records.map((record) => importRow(record, keyOf(record), mapping.format));
    const { customers, purchases, touches } = await takeBatch(importer, rows);
    total.lines += rows.length;
    total.fresh += customers.fresh;
    total.filled += customers.filled;
    total.purchases += purchases;
    total.touches += touches;
    onProgress(total.lines);
  }
  await planSoon(tx, options.now);
  const { lines, fresh, filled, purchases, touches } = total;
  return { lines, customers: { fresh, filled }, purchases, touches };
}

/** Imports a file: all lines that can be taken go in, or, when this throws, nothing does. Importing twice changes nothing. */
export async function runImport(
  scope: Scope,
  open: OpenSource,
  options: ImportOptions,
  onProgress: OnProgress = () => {},
): Promise<Outcome | Unreadable> {
  const surveyed = await surveyFile(open, options);
  if ('unreadable' in surveyed) return surveyed;
  return scope.transaction((tx) => importInto(tx, open, surveyed.mapping, options, onProgress));
}
