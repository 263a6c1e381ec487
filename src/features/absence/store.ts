import type { CalendarDate } from '../../calendar/index.ts';
import { dateColumn } from '../../store/dates.ts';
import { type Reads, type System, type Tx, WORKSPACE } from '../../store/index.ts';
import { findHearing, nextMorning, replanTouches } from '../people/index.ts';

export interface NewAbsence {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly standInId: string | undefined;
}

/** Notes an absence; it begins by itself when its first day comes. */
export async function noteAway(tx: Tx, personId: string, { from, until, standInId }: NewAbsence, now: Date): Promise<void> {
  await tx.db.person.updateMany({
    where: { id: personId },
    data: { awayFrom: dateColumn(from), awayUntil: dateColumn(until), standInId: standInId ?? null, awaySince: null },
  });
  await planAnew(tx, personId, now);
}

async function planAnew(tx: Tx, personId: string, now: Date): Promise<void> {
  const hearing = await findHearing(tx, personId);
  if (hearing)
    await tx.db.person.updateMany({
      where: { id: personId, role: { not: null } },
      data: { nextMorningAt: nextMorning(hearing, now) },
    });
  await replanTouches(tx, { repId: personId });
}

export interface Ended {
  readonly standInId: string | undefined;
  readonly since: Date | undefined;
  /** Touches that went back. */
  readonly returned: number;
}

/** Ends an absence: what the stand-in still has goes back. Undefined where there was none. */
export async function endAway(tx: Tx, personId: string, now: Date): Promise<Ended | undefined> {
  const person = await tx.db.person.findFirst({ where: { id: personId, awayFrom: { not: null } } });
  if (!person) return undefined;
  const returned = await tx.execute`
    WITH back AS (
      UPDATE "Touch" t SET "repId" = t."lentById", "lentById" = NULL FROM "Touch" o
      WHERE t."workspaceId" = ${WORKSPACE} AND t."lentById" = ${personId}::uuid AND t."state" = 'open' AND o."workspaceId" = t."workspaceId" AND o."id" = t."id"
      RETURNING t."workspaceId", t."id", o."repId" AS "from", t."repId" AS "to"
    )
    INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "fromRepId", "toRepId", "at")
    SELECT "workspaceId", gen_random_uuid(), "id", 'returned', "from", "to", ${now} FROM back`;
  await tx.db.person.updateMany({
    where: { id: personId },
    data: { awayFrom: null, awayUntil: null, standInId: null, awaySince: null },
  });
  await planAnew(tx, personId, now);
  return { standInId: person.standInId ?? undefined, since: person.awaySince ?? undefined, returned };
}

/** How much of a person's falls due by a day, and how many of it are promises. */
export async function dueBy(
  data: Reads,
  personId: string,
  until: CalendarDate,
): Promise<{ readonly touches: number; readonly promises: number }> {
  const [row] = await data.rows<{ touches: number; promises: number }>`
    SELECT count(*)::int AS "touches", (count(*) FILTER (WHERE "kind" = 'promise'))::int AS "promises" FROM "Touch"
    WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' AND "pooledAt" IS NULL AND "dueOn" <= ${until}::date
      AND ("repId" = ${personId}::uuid AND "lentById" IS NULL OR "lentById" = ${personId}::uuid)`;
  return row ?? { touches: 0, promises: 0 };
}

/** What a stand-in closed for somebody since then, and what came of it. */
export async function doneFor(
  data: Reads,
  personId: string,
  since: Date,
  limit: number,
): Promise<readonly { readonly touchId: string; readonly outcome: string }[]> {
  const rows = await data.db.touch.findMany({
    where: { lentById: personId, state: { not: 'open' }, closedAt: { gte: since } },
    orderBy: { closedAt: 'asc' },
    take: limit,
  });
  return rows.map(({ id, closedReason }) => ({ touchId: id, outcome: closedReason ?? '' }));
}

interface Turned {
  readonly workspaceId: string;
  readonly id: string;
  readonly over: boolean;
}

const batch = 200;

/** Absences that begin or are over, by the person's own calendar: each is taken once. */
export function turnAbsences(system: System, now: Date): Promise<number> {
  return system.transaction(async (tx) => {
    const turned = await tx.$queryRaw<Turned[]>`
      SELECT "workspaceId", "id", "awayUntil" < (${now}::timestamptz AT TIME ZONE "zone")::date AS "over" FROM "Person"
      WHERE "awayFrom" IS NOT NULL AND (("awaySince" IS NULL AND "awayFrom" <= (${now}::timestamptz AT TIME ZONE "zone")::date)
        OR "awayUntil" < (${now}::timestamptz AT TIME ZONE "zone")::date)
      LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
    for (const { workspaceId, id, over } of turned) {
      if (!over) {
        await tx.$executeRaw`UPDATE "Person" SET "awaySince" = ${now} WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ${id}::uuid`;
        await tx.$executeRaw`UPDATE "Touch" SET "replan" = TRUE WHERE "workspaceId" = ${workspaceId}::uuid AND "repId" = ${id}::uuid AND "state" = 'open'`;
      }
      await tx.enqueue(over ? 'absence.over' : 'absence.begun', { workspaceId, personId: id });
    }
    return turned.length;
  });
}
