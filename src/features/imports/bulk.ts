import type { NewId } from '../../app/ids.ts';
import type { LanguageCode } from '../../languages/index.ts';
import { calendarDate } from '../../store/dates.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { type CustomerFields, customerColumns } from '../customers/index.ts';
import type { NewTouch } from '../followups/index.ts';
import type { ImportRow, RowCustomer, RowPurchase } from './import-row.ts';

export interface KnownCustomer {
  readonly id: string;
  readonly fields: CustomerFields;
  readonly language: LanguageCode | undefined;
  readonly doNotContact: boolean;
  readonly ownerId: string | undefined;
}

/** What the database has of a batch already. */
export interface Known {
  /** By identity key. */
  readonly customers: ReadonlyMap<string, KnownCustomer>;
  /** Keys of purchases. */
  readonly purchases: ReadonlySet<string>;
  /** Days on which its customers bought something, as `dayKey` has them. */
  readonly days: ReadonlySet<string>;
}

/** What is bought on one day leads to one round of calls, however many things it was. */
export const dayKey = (customer: string, boughtOn: string): string => `${boughtOn} ${customer}`;

interface CustomerRow {
  readonly id: string;
  readonly identityKey: string;
  readonly formerKeys: readonly string[];
  readonly name: string;
  readonly company: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly language: LanguageCode | null;
  readonly birthday: Date | null;
  readonly birthdayLunar: boolean;
  readonly tier: CustomerFields['tier'] | null;
  readonly note: string | null;
  readonly doNotContactAt: Date | null;
  readonly ownerId: string | null;
}

const knownOf = (row: CustomerRow): KnownCustomer => ({
  id: row.id,
  fields: {
    name: row.name,
    company: row.company ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    country: row.country ?? undefined,
    birthday: row.birthday ? calendarDate(row.birthday) : undefined,
    birthdayBy: row.birthdayLunar ? 'lunar' : undefined,
    tier: row.tier ?? undefined,
    note: row.note ?? undefined,
  },
  language: row.language ?? undefined,
  doNotContact: row.doNotContactAt !== null,
  ownerId: row.ownerId ?? undefined,
});

export async function findCustomers(data: Reads, identityKeys: readonly string[]): Promise<Map<string, KnownCustomer>> {
  if (identityKeys.length === 0) return new Map();
  const rows = await data.rows<CustomerRow>`
    SELECT "id", "identityKey", "formerKeys", "name", "company", "phone", "email", "country", "language"::text AS "language", "birthday", "birthdayLunar", "tier"::text AS "tier", "note", "doNotContactAt", "ownerId"
    FROM "Customer" WHERE "workspaceId" = ${WORKSPACE}
      AND ("identityKey" = ANY(${identityKeys}::text[]) OR "formerKeys" && ${identityKeys}::text[])`;
  // Whoever has a key now goes before whoever had it.
  const former = rows.flatMap((row) => row.formerKeys.map((key) => [key, knownOf(row)] as const));
  return new Map([...former, ...rows.map((row) => [row.identityKey, knownOf(row)] as const)]);
}

async function findDays(data: Reads, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const rows = await data.rows<{ customerId: string; boughtOn: Date }>`
    SELECT "customerId", "boughtOn" FROM "Purchase" WHERE "workspaceId" = ${WORKSPACE} AND "customerId" = ANY(${customerIds}::uuid[])`;
  return new Set(rows.map(({ customerId, boughtOn }) => dayKey(customerId, calendarDate(boughtOn))));
}

export async function findKnown(data: Reads, rows: readonly ImportRow[]): Promise<Known> {
  const keys = rows.flatMap(({ purchase }) => purchase?.key ?? []);
  const found = await data.rows<{ key: string }>`
    SELECT "key" FROM "Purchase" WHERE "workspaceId" = ${WORKSPACE} AND "key" = ANY(${keys}::text[])`;
  const customers = await findCustomers(data, [...new Set(rows.map(({ customer }) => customer.identityKey))]);
  const purchases = new Set(found.map(({ key }) => key));
  const buyers = rows.flatMap(({ customer, purchase }) =>
    purchase && !purchases.has(purchase.key) ? (customers.get(customer.identityKey)?.id ?? []) : [],
  );
  return { customers, purchases, days: await findDays(data, [...new Set(buyers)]) };
}

/** Lists of lists cannot be unnested, so each row's search keys travel as one text. */
const separator = '\u001f';

export interface NewCustomer {
  readonly customer: RowCustomer;
  /** Null: nobody's yet. */
  readonly ownerId: string | null;
}

/** Adds customers; one that came in meanwhile is left as it is. Gives how many were added. */
export async function insertCustomers(tx: Tx, customers: readonly NewCustomer[], newId: NewId, now: Date): Promise<number> {
  const rows = customers.map(({ customer }) => customerColumns(customer.fields, customer.externalId));
  return tx.execute`
    INSERT INTO "Customer" ("workspaceId", "id", "identityKey", "name", "company", "phone", "email", "country", "language", "birthday", "birthdayLunar", "tier", "note", "ownerId",
                            "searchText", "searchKeys", "createdAt", "updatedAt")
    SELECT ${WORKSPACE}, r."id", r."key", r."name", r."company", r."phone", r."email", r."country", r."language"::"Language", r."birthday"::date, r."lunar", r."tier"::"Tier", r."note", r."ownerId",
           r."searchText", string_to_array(r."searchKeys", ${separator}::text), ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    FROM unnest(${rows.map(newId)}::uuid[], ${rows.map((row) => row.identityKey)}::text[], ${rows.map((row) => row.name)}::text[],
                ${rows.map((row) => row.company)}::text[], ${rows.map((row) => row.phone)}::text[], ${rows.map((row) => row.email)}::text[],
                ${rows.map((row) => row.country)}::text[], ${customers.map(({ customer }) => customer.language ?? null)}::text[],
                ${customers.map(({ customer }) => customer.fields.birthday ?? null)}::text[], ${customers.map(({ customer }) => customer.fields.birthdayBy === 'lunar')}::boolean[], ${rows.map((row) => row.tier)}::text[], ${rows.map((row) => row.note)}::text[],
                ${customers.map(({ ownerId }) => ownerId)}::uuid[], ${rows.map((row) => row.searchText)}::text[],
                ${rows.map((row) => row.searchKeys.join(separator))}::text[])
      AS r("id", "key", "name", "company", "phone", "email", "country", "language", "birthday", "lunar", "tier", "note", "ownerId", "searchText", "searchKeys")
    ON CONFLICT ("workspaceId", "identityKey") DO NOTHING`;
}

export interface Filling {
  readonly id: string;
  /** The whole file after filling: what it can be found by follows from it. */
  readonly fields: CustomerFields;
  readonly language: LanguageCode | undefined;
}

/** Fills what is empty in customers' files; what somebody wrote meanwhile stays. */
export async function fillCustomers(tx: Tx, fillings: readonly Filling[], now: Date): Promise<number> {
  const rows = fillings.map(({ fields }) => customerColumns(fields));
  return tx.execute`
    UPDATE "Customer" c SET
      "company" = COALESCE(c."company", r."company"), "phone" = COALESCE(c."phone", r."phone"), "email" = COALESCE(c."email", r."email"),
      "country" = COALESCE(c."country", r."country"), "language" = COALESCE(c."language", r."language"::"Language"),
      "birthday" = COALESCE(c."birthday", r."birthday"::date),
      "birthdayLunar" = CASE WHEN c."birthday" IS NULL THEN r."lunar" ELSE c."birthdayLunar" END, "tier" = COALESCE(c."tier", r."tier"::"Tier"), "note" = COALESCE(c."note", r."note"),
      "searchText" = r."searchText", "searchKeys" = string_to_array(r."searchKeys", ${separator}::text), "updatedAt" = ${now.toISOString()}::timestamptz
    FROM unnest(${fillings.map(({ id }) => id)}::uuid[], ${rows.map((row) => row.company)}::text[], ${rows.map((row) => row.phone)}::text[],
                ${rows.map((row) => row.email)}::text[], ${rows.map((row) => row.country)}::text[], ${fillings.map(({ language }) => language ?? null)}::text[],
                ${fillings.map(({ fields }) => fields.birthday ?? null)}::text[], ${fillings.map(({ fields }) => fields.birthdayBy === 'lunar')}::boolean[], ${rows.map((row) => row.tier)}::text[], ${rows.map((row) => row.note)}::text[],
                ${rows.map((row) => row.searchText)}::text[], ${rows.map((row) => row.searchKeys.join(separator))}::text[])
      AS r("id", "company", "phone", "email", "country", "language", "birthday", "lunar", "tier", "note", "searchText", "searchKeys")
    WHERE c."workspaceId" = ${WORKSPACE} AND c."id" = r."id"`;
}

export interface NewPurchase extends RowPurchase {
  readonly id: string;
  readonly customerId: string;
  readonly repId: string;
}

/** Gives the ids of those that were not there yet. */
export async function insertPurchases(tx: Tx, purchases: readonly NewPurchase[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>`
    INSERT INTO "Purchase" ("workspaceId", "id", "key", "customerId", "product", "boughtOn", "amount", "currency", "repId", "createdAt")
    SELECT ${WORKSPACE}, r."id", r."key", r."customerId", r."product", r."boughtOn"::date, r."amount", r."currency", r."repId", ${now.toISOString()}::timestamptz
    FROM unnest(${purchases.map(({ id }) => id)}::uuid[], ${purchases.map(({ key }) => key)}::text[], ${purchases.map(({ customerId }) => customerId)}::uuid[],
                ${purchases.map(({ product }) => product)}::text[], ${purchases.map(({ boughtOn }) => boughtOn)}::text[],
                ${purchases.map(({ amount }) => amount ?? null)}::text[], ${purchases.map(({ currency }) => currency ?? null)}::text[],
                ${purchases.map(({ repId }) => repId)}::uuid[])
      AS r("id", "key", "customerId", "product", "boughtOn", "amount", "currency", "repId")
    ON CONFLICT ("workspaceId", "key") DO NOTHING
    RETURNING "id"`;
  return new Set(rows.map(({ id }) => id));
}

/** A touch that an import plans; `pooled`: nobody's, until somebody takes it. */
export type ImportedTouch = NewTouch & { readonly pooled: boolean };

export async function insertTouches(tx: Tx, touches: readonly ImportedTouch[], now: Date): Promise<number> {
  return tx.execute`
    INSERT INTO "Touch" ("workspaceId", "id", "customerId", "purchaseId", "repId", "kind", "cadence", "step", "dueOn", "pooledAt", "createdAt")
    SELECT ${WORKSPACE}, r."id", r."customerId", r."purchaseId", r."repId", r."kind"::"TouchKind", r."cadence", r."step", r."dueOn"::date, CASE WHEN r."pooled" THEN ${now.toISOString()}::timestamptz END, ${now.toISOString()}::timestamptz
    FROM unnest(${touches.map(({ id }) => id)}::uuid[], ${touches.map(({ customerId }) => customerId)}::uuid[],
                ${touches.map(({ purchaseId }) => purchaseId ?? null)}::uuid[], ${touches.map(({ repId }) => repId)}::uuid[],
                ${touches.map(({ kind }) => kind)}::text[], ${touches.map(({ cadence }) => cadence ?? null)}::text[], ${touches.map(({ step }) => step)}::text[], ${touches.map(({ dueOn }) => dueOn)}::text[], ${touches.map(({ pooled }) => pooled)}::boolean[])
      AS r("id", "customerId", "purchaseId", "repId", "kind", "cadence", "step", "dueOn", "pooled")
    ON CONFLICT ("workspaceId", "purchaseId", "cadence", "step") DO NOTHING`;
}

/** Two imports of one workspace go one after the other: rows locked in two orders would end one of them. */
export async function waitForOtherImports(tx: Tx): Promise<void> {
  await tx.execute`SELECT pg_advisory_xact_lock(7266326, hashtext(${WORKSPACE}::text))`;
}
