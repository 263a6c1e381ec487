import type { Role } from '../../app/people.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { replanTouches } from '../people/index.ts';

export interface Merged {
  readonly keptId: string;
  readonly touches: number;
  readonly customers: number;
}

const rank: Readonly<Record<Role, number>> = { rep: 1, manager: 2, admin: 3 };

/** Who of two stays: whoever has more to say in the team, then whoever was there first. Their settings hold. */
async function chooseKept(data: Reads, ids: readonly [string, string]) {
  const rows = await data.db.person.findMany({ where: { id: { in: [...ids] } } });
  const weight = (role: Role | null) => (role === null ? 0 : rank[role]);
  const [kept, gone] = rows.sort(
    (a, b) => weight(b.role) - weight(a.role) || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  return kept && gone && { kept, gone };
}

/**
 * Makes two people one: whatever one has or did is the other's, with an entry in the log for each account that came along. Part of
 * one transaction; both rows are locked, so that of two linkings at once the second finds one person.
 */
export async function mergePeople(
  tx: Tx,
  ids: readonly [string, string],
  newId: () => string,
  now: Date,
): Promise<Merged | undefined> {
  await tx.rows`
    SELECT "id" FROM "Person" WHERE "workspaceId" = ${WORKSPACE} AND "id" IN (${ids[0]}::uuid, ${ids[1]}::uuid) ORDER BY "id" FOR UPDATE`;
  const both = await chooseKept(tx, ids);
  if (!both) return undefined;
  const { kept, gone } = both;
  const [to, from] = [kept.id, gone.id];
  const accounts = await tx.db.identity.findMany({ where: { personId: from } });
  const { touches, customers } = await giveWork(tx, from, to);
  await giveHistory(tx, from, to);
  await giveMessages(tx, from, to);
  await tx.execute`UPDATE "Identity" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "AccountChange" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.db.accountChange.createMany({
    data: accounts.map(({ platform, team, account }) => ({
      ...{ workspaceId: tx.workspaceId, id: newId(), personId: to, kind: 'linked' as const, platform, team, account, at: now },
      ...{ name: gone.name, role: gone.role, touches, customers },
    })),
  });
  // Whoever was let in or greeted under either account was.
  await tx.db.person.updateMany({
    where: { id: to },
    data: { welcomedAt: kept.welcomedAt ?? gone.welcomedAt, askedAt: kept.role ? null : (kept.askedAt ?? gone.askedAt) },
  });
  await tx.db.person.deleteMany({ where: { id: from } });
  await replanTouches(tx, { repId: to });
  return { keptId: to, touches, customers };
}

/** Customers, follow-ups and what hangs on them. */
async function giveWork(tx: Tx, from: string, to: string): Promise<{ readonly touches: number; readonly customers: number }> {
  const touches = await tx.execute`
    UPDATE "Touch" SET "repId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "repId" = ${from}::uuid`;
  const customers = await tx.execute`
    UPDATE "Customer" SET "ownerId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "ownerId" = ${from}::uuid`;
  await tx.execute`UPDATE "Purchase" SET "repId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "repId" = ${from}::uuid`;
  await tx.execute`UPDATE "RepName" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "Complaint" SET "repId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "repId" = ${from}::uuid`;
  // Nobody is asked to take what is theirs.
  await tx.execute`
    UPDATE "Complaint" SET "offeredToId" = CASE WHEN "repId" <> ${to}::uuid THEN ${to}::uuid END
    WHERE "workspaceId" = ${WORKSPACE} AND "offeredToId" IN (${from}::uuid, ${to}::uuid)`;
  // Nobody stands in for themselves.
  await tx.execute`UPDATE "Touch" SET "lentById" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "lentById" = ${from}::uuid`;
  await tx.execute`UPDATE "Touch" SET "lentById" = NULL WHERE "workspaceId" = ${WORKSPACE} AND "lentById" = ${to}::uuid AND "repId" = ${to}::uuid`;
  await tx.execute`
    UPDATE "Person" SET "standInId" = CASE WHEN "id" <> ${to}::uuid THEN ${to}::uuid END WHERE "workspaceId" = ${WORKSPACE} AND "standInId" = ${from}::uuid`;
  await tx.execute`UPDATE "Person" SET "standInId" = NULL WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${to}::uuid AND "standInId" = ${to}::uuid`;
  return { touches, customers };
}

/** What they did, and what is counted of it: the same reply, checked under both accounts, counts once. */
async function giveHistory(tx: Tx, from: string, to: string): Promise<void> {
  await tx.execute`UPDATE "Entry" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "PromiseMove" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`
    UPDATE "TouchChange" SET "personId" = CASE WHEN "personId" = ${from}::uuid THEN ${to}::uuid ELSE "personId" END,
      "fromRepId" = CASE WHEN "fromRepId" = ${from}::uuid THEN ${to}::uuid ELSE "fromRepId" END,
      "toRepId" = CASE WHEN "toRepId" = ${from}::uuid THEN ${to}::uuid ELSE "toRepId" END
    WHERE "workspaceId" = ${WORKSPACE} AND ${from}::uuid IN ("personId", "fromRepId", "toRepId")`;
  await tx.execute`UPDATE "ComplaintNote" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "CadenceChange" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "RuleDecision" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "PhraseTrial" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`UPDATE "Import" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  await tx.execute`
    UPDATE "Reviewed" r SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid
      AND NOT EXISTS (SELECT 1 FROM "Reviewed" o WHERE o."workspaceId" = r."workspaceId" AND o."personId" = ${to}::uuid AND o."hash" = r."hash")`;
  await tx.execute`
    UPDATE "Dispute" d SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Dispute" o WHERE o."workspaceId" = d."workspaceId" AND o."rule" = d."rule" AND o."personId" = ${to}::uuid AND o."hash" = d."hash")`;
}

/** What was said and is still to be said to them; the list of a morning comes once. */
async function giveMessages(tx: Tx, from: string, to: string): Promise<void> {
  await tx.execute`
    UPDATE "Nudge" n SET "state" = 'skipped', "problem" = 'linked' WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid AND "state" = 'queued'
      AND EXISTS (SELECT 1 FROM "Nudge" o WHERE o."workspaceId" = n."workspaceId" AND o."personId" = ${to}::uuid
        AND o."key" = replace(n."key", ${from}, ${to}) AND n."kind" IN ('morning', 'team'))`;
  await tx.execute`UPDATE "Nudge" SET "personId" = ${to}::uuid WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${from}::uuid`;
  // Whether this morning's list was told is told by its key.
  await tx.execute`
    UPDATE "Nudge" n SET "key" = replace(n."key", ${from}, ${to}) WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${to}::uuid AND "key" LIKE ${`%${from}%`}
      AND NOT EXISTS (SELECT 1 FROM "Nudge" o WHERE o."workspaceId" = n."workspaceId" AND o."key" = replace(n."key", ${from}, ${to}))`;
  // Work for them that waits in the queue.
  await tx.execute`
    UPDATE pgboss.job SET "data" = replace("data"::text, ${from}, ${to})::jsonb
    WHERE "state" < 'active' AND "data"->>'workspaceId' = (${WORKSPACE})::text AND "data"::text LIKE ${`%${from}%`}`;
}
