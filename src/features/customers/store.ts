import type { LanguageCode } from '../../languages/index.ts';
import { calendarDate, dateColumn } from '../../store/dates.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { type Customer, type CustomerFields, identityKey, type Tier } from './customer.ts';
import { searchColumns, searchQuery } from './search-keys.ts';

interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly company: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly language: LanguageCode | null;
  readonly birthday: Date | null;
  readonly birthdayLunar: boolean;
  readonly tier: Tier | null;
  readonly note: string | null;
  readonly ownerId: string | null;
  readonly doNotContactAt: Date | null;
  readonly wrongNumberAt: Date | null;
  readonly lastContactAt: Date | null;
}

const customerOf = (row: CustomerRow): Customer => ({
  id: row.id,
  name: row.name,
  company: row.company ?? undefined,
  phone: row.phone ?? undefined,
  email: row.email ?? undefined,
  country: row.country ?? undefined,
  language: row.language ?? undefined,
  birthday: row.birthday ? calendarDate(row.birthday) : undefined,
  birthdayBy: row.birthdayLunar ? 'lunar' : undefined,
  tier: row.tier ?? undefined,
  note: row.note ?? undefined,
  ownerId: row.ownerId ?? undefined,
  doNotContactAt: row.doNotContactAt ?? undefined,
  wrongNumberAt: row.wrongNumberAt ?? undefined,
  lastContactAt: row.lastContactAt ?? undefined,
});

export async function findCustomer(data: Reads, id: string): Promise<Customer | undefined> {
  const row = await data.db.customer.findFirst({ where: { id } });
  return row ? customerOf(row) : undefined;
}

/** Customers whose name, company, initials, phone ending or mail contain the query; the likeliest first. */
export async function searchCustomers(data: Reads, query: string, personId: string, limit: number): Promise<readonly Customer[]> {
  if (query.trim() === '') return recentCustomers(data, personId, limit);
  const { keys, text, whole, digits } = searchQuery(query);
  if (text === '') return [];
  const rows = await data.rows<CustomerRow>`
    SELECT "id", "name", "company", "phone", "email", "country", "language"::text AS "language", "birthday", "birthdayLunar", "tier"::text AS "tier", "note", "ownerId",
           "doNotContactAt", "wrongNumberAt", "lastContactAt"
    FROM "Customer"
    WHERE "workspaceId" = ${WORKSPACE} AND (
        ("searchKeys" @> ${keys}::text[] AND position(${text} in "searchText") > 0)
        OR ("searchKeys" @> ARRAY[${whole ?? null}]::text[] AND (${digits ?? null}::text IS NULL
          OR right(ltrim(regexp_replace("phone", '[^0-9]', '', 'g'), '0'), length(${digits ?? null})) = ${digits ?? null}
          OR ltrim(regexp_replace("phone", '[^0-9]', '', 'g'), '0') = right(${digits ?? null}, length(ltrim(regexp_replace("phone", '[^0-9]', '', 'g'), '0')))))
      )
    ORDER BY split_part("searchText", E'\n', 1) = ${text} DESC, starts_with("searchText", ${text}) DESC,
             ("ownerId" = ${personId}::uuid) IS TRUE DESC, "lastContactAt" DESC NULLS LAST, "name"
    LIMIT ${limit}`;
  return rows.map(customerOf);
}

/** The customers this rep dealt with last. */
export async function recentCustomers(data: Reads, personId: string, limit: number): Promise<readonly Customer[]> {
  const rows = await data.db.customer.findMany({ where: { ownerId: personId }, orderBy: { updatedAt: 'desc' }, take: limit });
  return rows.map(customerOf);
}

/** Names that share the most with one that nobody has. */
export async function nearestCustomers(data: Reads, query: string, limit: number): Promise<readonly Customer[]> {
  const { keys } = searchQuery(query);
  if (keys.length === 0) return [];
  const rows = await data.rows<CustomerRow & { shared: number }>`
    SELECT * FROM (
      SELECT "id", "name", "company", "phone", "email", "country", "language"::text AS "language", "birthday", "birthdayLunar", "tier"::text AS "tier", "note", "ownerId",
             "doNotContactAt", "wrongNumberAt", "lastContactAt",
             (SELECT count(*)::int FROM unnest("searchKeys") k WHERE k = ANY(${keys}::text[])) AS "shared"
      FROM "Customer" WHERE "workspaceId" = ${WORKSPACE} AND "searchKeys" && ${keys}::text[] LIMIT 2000
    ) near
    WHERE "shared" * 2 >= ${keys.length}
    ORDER BY "shared" DESC, length("name"), "name" LIMIT ${limit}`;
  return rows.map(customerOf);
}

export async function findByIdentity(data: Reads, key: string): Promise<Customer | undefined> {
  const row = await data.db.customer.findFirst({ where: { identityKey: key } });
  return row ? customerOf(row) : undefined;
}

/** The same, also by what another system knew them by before their file was edited. */
export async function recogniseCustomer(data: Reads, key: string): Promise<Customer | undefined> {
  const known = await findByIdentity(data, key);
  if (known) return known;
  const row = await data.db.customer.findFirst({ where: { formerKeys: { has: key } }, orderBy: { id: 'asc' } });
  return row ? customerOf(row) : undefined;
}

/** What the file looks like in its columns. */
export function customerColumns(fields: CustomerFields, externalId?: string) {
  return {
    identityKey: identityKey(fields, externalId),
    name: fields.name,
    company: fields.company ?? null,
    phone: fields.phone ?? null,
    email: fields.email ?? null,
    country: fields.country ?? null,
    birthday: fields.birthday ? dateColumn(fields.birthday) : null,
    birthdayLunar: fields.birthdayBy === 'lunar',
    tier: fields.tier ?? null,
    note: fields.note ?? null,
    ...searchColumns(fields),
  };
}

export async function createCustomer(tx: Tx, id: string, fields: CustomerFields, ownerId: string, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.customer.create({ data: { workspaceId, id, ownerId, createdAt: now, updatedAt: now, ...customerColumns(fields) } });
}

/** A file that is known by other words than before keeps those too: the next import still means the same customer. */
export async function updateCustomer(tx: Tx, id: string, fields: CustomerFields, now: Date): Promise<void> {
  const columns = customerColumns(fields);
  const before = await tx.db.customer.findFirst({ where: { id }, select: { identityKey: true, formerKeys: true } });
  if (!before) return;
  const keys = new Set([...before.formerKeys, before.identityKey]);
  keys.delete(columns.identityKey);
  await tx.db.customer.updateMany({ where: { id }, data: { ...columns, formerKeys: [...keys], updatedAt: now } });
}

export async function markCustomer(
  tx: Tx,
  id: string,
  mark: { readonly doNotContactAt?: Date | null; readonly wrongNumberAt?: Date | null; readonly lastContactAt?: Date | null },
): Promise<void> {
  await tx.db.customer.updateMany({ where: { id }, data: mark });
}
