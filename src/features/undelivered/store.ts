import { type Reads, type System, type Tx, WORKSPACE } from '../../store/index.ts';

const dayMs = 86_400_000;
/** What is older is history: a reminder of last week helps nobody. */
const keptDays = 7;

/** A message that did not reach its person, by why; `job` is other work that failed for good. */
export interface Undelivered {
  readonly problem: string;
  readonly count: number;
}

/** What was not delivered in the last week. That somebody has left the team is no failure. */
export async function listUndelivered(data: Reads, now: Date): Promise<readonly Undelivered[]> {
  const since = new Date(now.getTime() - keptDays * dayMs);
  return data.rows<Undelivered>`
    SELECT COALESCE("problem", 'error') AS "problem", count(*)::int AS "count" FROM "Nudge"
    WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'failed' AND "createdAt" > ${since} AND "problem" IS DISTINCT FROM 'nobody_to_reach'
    GROUP BY 1
    UNION ALL
    SELECT 'job', count(*)::int FROM pgboss.job WHERE "name" = 'dead' AND "data"->>'workspaceId' = (${WORKSPACE})::text HAVING count(*) > 0
    ORDER BY 2 DESC, 1`;
}

/** What an admin can see of reaching people on a platform that cannot be asked: who is not reached, and what may have come twice. */
export interface Reaching {
  /** Members of the team who have no account left at which they can be reached. They are again with their next message. */
  readonly unreachable: readonly string[];
  /** Messages of the last week that were sent once more without knowing whether the first arrived. */
  readonly repeated: number;
}

export async function findReaching(data: Reads, now: Date): Promise<Reaching> {
  const since = new Date(now.getTime() - keptDays * dayMs);
  const lost = await data.rows<{ name: string }>`
    SELECT p."name" FROM "Person" p JOIN "Identity" i ON i."workspaceId" = p."workspaceId" AND i."personId" = p."id"
      LEFT JOIN "Sighting" s ON s."platform" = i."platform" AND s."team" = i."team" AND s."account" = i."account"
    WHERE p."workspaceId" = ${WORKSPACE} AND p."role" IS NOT NULL AND p."leftAt" IS NULL
    GROUP BY p."id", p."name" HAVING bool_and(i."platform" = 'teams' AND s."conversation" IS NULL) ORDER BY p."name"`;
  const [row] = await data.rows<{ count: number }>`
    SELECT count(*)::int AS "count" FROM "Nudge" WHERE "workspaceId" = ${WORKSPACE} AND "repeatedAt" > ${since}`;
  return { unreachable: lost.map(({ name }) => name), repeated: row?.count ?? 0 };
}

/** Has all of it tried once more; gives how much that is. What was settled meanwhile says so by itself. */
export async function tryAgain(tx: Tx, now: Date): Promise<number> {
  const since = new Date(now.getTime() - keptDays * dayMs);
  // The sweep makes jobs for what has none.
  const nudges = await tx.execute`
    UPDATE "Nudge" SET "state" = 'queued', "attempts" = 0, "claimedAt" = NULL, "rescueAt" = 'epoch'
    WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'failed' AND "createdAt" > ${since} AND "problem" IS DISTINCT FROM 'nobody_to_reach'
      AND "problem" NOT LIKE 'unclear%'`;
  const unclear = await tx.execute`
    UPDATE "Nudge" SET "state" = 'sending', "attempts" = 0, "claimedAt" = "createdAt", "rescueAt" = 'epoch', "repeatedAt" = NULL
    WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'failed' AND "createdAt" > ${since} AND "problem" LIKE 'unclear%'`;
  const jobs = await tx.rows<{ name: string; data: object }>`
    DELETE FROM pgboss.job WHERE "name" = 'dead' AND "source_name" IS NOT NULL AND "data"->>'workspaceId' = (${WORKSPACE})::text
    RETURNING "source_name" AS "name", "data"`;
  for (const { name, data } of jobs) await tx.enqueue(name, data);
  return nudges + unclear + jobs.length;
}

/** Admins of the workspaces in which something was not delivered since yesterday; each workspace once a day. */
export function claimTold(system: System, now: Date): Promise<number> {
  const since = new Date(now.getTime() - dayMs);
  const day = now.toISOString().slice(0, 10);
  return system.transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ workspaceId: string; personId: string }[]>`
      WITH bad AS (
        SELECT "workspaceId" FROM "Nudge" WHERE "state" = 'failed' AND "createdAt" > ${since} AND "problem" IS DISTINCT FROM 'nobody_to_reach'
        UNION
        SELECT w."id" FROM pgboss.job j JOIN "Workspace" w ON w."id"::text = j."data"->>'workspaceId' WHERE j."name" = 'dead' AND j."created_on" > ${since}
      ), told AS (
        INSERT INTO "Delivery" ("workspaceId", "key", "at", "hash") SELECT "workspaceId", ${`undelivered:${day}`}, ${now}, '' FROM bad
        ON CONFLICT DO NOTHING RETURNING "workspaceId"
      )
      SELECT p."workspaceId", p."id" AS "personId" FROM told JOIN "Person" p ON p."workspaceId" = told."workspaceId"
      WHERE p."role" = 'admin' AND p."leftAt" IS NULL`;
    await tx.enqueueAll(
      'undelivered.tell',
      admins.map((admin) => ({ data: { ...admin, day } })),
    );
    return admins.length;
  });
}
