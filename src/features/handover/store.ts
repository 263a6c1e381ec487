import type { Person } from '../../app/people.ts';
import { piece, type Reads, type System, type Tx, WORKSPACE } from '../../store/index.ts';

/** What went from one rep to another, or to the pool. */
export interface Given {
  readonly id: string;
  readonly customerId: string;
  /** Who had it last. */
  readonly fromRepId: string;
}

type Which =
  | { readonly touchIds: readonly string[] }
  /** Everything open that a rep has, lent out, or left in the pool. */
  | { readonly repId: string };

/** A promise is warned of before it breaks; everything else is nudged at its moment. What has passed is on the list. */
const nudgeAt = (now: Date) => piece`
  CASE WHEN t."dueAt" > ${now} THEN GREATEST(${now}, CASE WHEN t."kind" = 'promise' THEN t."dueAt" - interval '1 hour' ELSE t."dueAt" END) END`;

/** Gives open touches to a rep, whoever has them, and keeps who had them. What that rep has already stays out of it. */
export async function giveTouches(tx: Tx, which: Which, toRepId: string, byId: string, now: Date): Promise<readonly Given[]> {
  const wanted =
    'touchIds' in which
      ? piece`"id" = ANY(${[...which.touchIds]}::uuid[])`
      : piece`("repId" = ${which.repId}::uuid OR "lentById" = ${which.repId}::uuid)`;
  return tx.rows<Given>`
    WITH before AS (
      SELECT "id", COALESCE("lentById", "repId") AS "fromRepId", "pooledAt" FROM "Touch"
      WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' AND ${wanted} AND ("repId" <> ${toRepId}::uuid OR "pooledAt" IS NOT NULL OR "lentById" IS NOT NULL)
      ORDER BY "id" FOR UPDATE
    ), given AS (
      UPDATE "Touch" t SET "repId" = ${toRepId}::uuid, "lentById" = NULL, "pooledAt" = NULL,
        "nextNudgeAt" = CASE WHEN before."pooledAt" IS NULL THEN t."nextNudgeAt" ELSE ${nudgeAt(now)} END
      FROM before WHERE t."workspaceId" = ${WORKSPACE} AND t."id" = before."id"
      RETURNING t."id", t."customerId", before."fromRepId"
    ), kept AS (
      INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "personId", "fromRepId", "toRepId", "at")
      SELECT ${WORKSPACE}, gen_random_uuid(), "id", 'given', ${byId}::uuid, "fromRepId", ${toRepId}::uuid, ${now} FROM given
    )
    SELECT * FROM given ORDER BY "customerId", "id"`;
}

/** Makes a rep the owner of customers: of those named, or of all that another has. */
export async function giveCustomers(
  tx: Tx,
  which: { readonly customerId: string } | { readonly ownerId: string },
  toRepId: string | null,
): Promise<number> {
  const where = 'customerId' in which ? { id: which.customerId } : which;
  return (await tx.db.customer.updateMany({ where, data: { ownerId: toRepId } })).count;
}

/**
 * Takes from the pool all that is open with a customer: who calls should be one person. Empty where somebody else was
 * first: the customer's row decides, so that of two at the same instant one gets everything and the other nothing.
 */
export async function takeFromPool(tx: Tx, customerId: string, repId: string, now: Date): Promise<readonly Given[]> {
  await tx.rows`SELECT 1 FROM "Customer" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${customerId}::uuid FOR UPDATE`;
  return tx.rows<Given>`
    WITH taken AS (
      UPDATE "Touch" t SET "repId" = ${repId}::uuid, "pooledAt" = NULL, "nextNudgeAt" = ${nudgeAt(now)}
      FROM "Touch" before
      WHERE before."workspaceId" = t."workspaceId" AND before."id" = t."id"
        AND t."workspaceId" = ${WORKSPACE} AND t."customerId" = ${customerId}::uuid AND t."state" = 'open' AND t."pooledAt" IS NOT NULL
      RETURNING t."id", t."customerId", before."repId" AS "fromRepId"
    ), kept AS (
      INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "personId", "fromRepId", "toRepId", "at")
      SELECT ${WORKSPACE}, gen_random_uuid(), "id", 'taken', ${repId}::uuid, "fromRepId", ${repId}::uuid, ${now} FROM taken
    )
    SELECT * FROM taken ORDER BY "id"`;
}

/** Who has what is open with a customer, for whoever came too late. */
export async function whoHas(data: Reads, customerId: string): Promise<string | undefined> {
  const row = await data.db.touch.findFirst({
    where: { customerId, state: 'open', pooledAt: null },
    include: { rep: true },
    orderBy: { dueOn: 'asc' },
  });
  return row?.rep.name;
}

/** Whether this customer is somebody's who is in the team. */
export async function isOwned(data: Reads, customerId: string): Promise<boolean> {
  const customer = await data.db.customer.findFirst({ where: { id: customerId }, select: { ownerId: true } });
  if (!customer?.ownerId) return false;
  return (await data.db.person.count({ where: { id: customer.ownerId, role: { not: null }, leftAt: null } })) > 0;
}

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly role: Person['role'];
}

/** The person with this account, also one who has left. */
export async function findSomeone(
  data: Reads,
  by: { readonly account: string } | { readonly personId: string },
): Promise<Someone | undefined> {
  const row =
    'account' in by
      ? (await data.db.identity.findFirst({ where: by, include: { person: true } }))?.person
      : await data.db.person.findFirst({ where: { id: by.personId } });
  return row ? { id: row.id, name: row.name, role: row.leftAt === null ? (row.role ?? undefined) : undefined } : undefined;
}

export interface Load {
  readonly touches: number;
  readonly customers: number;
  readonly promises: number;
}

/** How much a rep has, lent out or left in the pool included. */
export async function loadOf(data: Reads, repId: string): Promise<Load> {
  const [row] = await data.rows<Load>`
    SELECT count(*)::int AS "touches", count(DISTINCT "customerId")::int AS "customers", (count(*) FILTER (WHERE "kind" = 'promise'))::int AS "promises"
    FROM "Touch" WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' AND ("repId" = ${repId}::uuid OR "lentById" = ${repId}::uuid)`;
  return row ?? { touches: 0, customers: 0, promises: 0 };
}

const batch = 50;

/** Puts into the pool what belongs to people who left the team, each once, and has those who lead told. */
export function claimReleased(system: System, now: Date): Promise<number> {
  return system.transaction(async (tx) => {
    const left = await tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      WITH due AS (
        SELECT "workspaceId", "id" FROM "Person" WHERE "releaseAt" <= ${now} ORDER BY "releaseAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED
      )
      UPDATE "Person" p SET "releaseAt" = NULL FROM due WHERE p."workspaceId" = due."workspaceId" AND p."id" = due."id"
      RETURNING p."workspaceId", p."id"`;
    for (const { workspaceId, id: personId } of left) await tx.enqueue('handover.release', { workspaceId, personId });
    return left.length;
  });
}

/** Nobody has this rep's touches any more; what they had as a stand-in goes back to whose it is. */
export async function poolTouches(tx: Tx, repId: string, now: Date): Promise<readonly Given[]> {
  await tx.execute`
    UPDATE "Touch" SET "repId" = "lentById", "lentById" = NULL
    WHERE "workspaceId" = ${WORKSPACE} AND "repId" = ${repId}::uuid AND "lentById" IS NOT NULL AND "state" = 'open'`;
  const pooled = await tx.rows<Given>`
    WITH pooled AS (
      UPDATE "Touch" SET "repId" = ${repId}::uuid, "lentById" = NULL, "pooledAt" = ${now}, "nextNudgeAt" = NULL
      WHERE "workspaceId" = ${WORKSPACE} AND ("repId" = ${repId}::uuid OR "lentById" = ${repId}::uuid) AND "state" = 'open' AND "pooledAt" IS NULL
      RETURNING "id", "customerId"
    ), kept AS (
      INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "fromRepId", "reason", "at")
      SELECT ${WORKSPACE}, gen_random_uuid(), "id", 'pooled', ${repId}::uuid, 'rep_left', ${now} FROM pooled
    )
    SELECT "id", "customerId", ${repId}::uuid AS "fromRepId" FROM pooled`;
  await giveCustomers(tx, { ownerId: repId }, null);
  return pooled;
}
