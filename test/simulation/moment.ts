import type { System } from '../../src/store/index.ts';
import type { Clocks } from './clocks.ts';

interface Row {
  /** By the copies' clocks. */
  readonly told: Date | null;
  /** By the database's. */
  readonly real: Date | null;
}

/** When something of interest happens next, in milliseconds: a touch, a morning, a job, a plan, an absence, a promise. */
export async function nextMoment({ prisma }: System, clocks: Clocks): Promise<number> {
  const [row] = await prisma.$queryRawUnsafe<Row[]>(`
    SELECT LEAST(
      (SELECT min("nextNudgeAt") FROM "Touch" WHERE "nextNudgeAt" IS NOT NULL AND "nextStage" IS NOT NULL),
      (SELECT min("nextMorningAt") FROM "Person"),
      (SELECT min("nextPlanAt") FROM "Workspace"),
      (SELECT min("releaseAt") FROM "Person"),
      (SELECT min((CASE WHEN "awaySince" IS NULL THEN "awayFrom" ELSE "awayUntil" + 1 END)::timestamp AT TIME ZONE "zone") FROM "Person"),
      (SELECT min("dueAt") FROM "Touch" WHERE "kind" = 'promise' AND "state" = 'open' AND "brokenAt" IS NULL)
    ) AS "told", LEAST(
      (SELECT min("rescueAt") FROM "Nudge" WHERE "state" IN ('queued', 'sending')),
      (SELECT min("start_after") FROM pgboss.job WHERE "state" < 'active' AND "name" <> 'dead')
    ) AS "real"`);
  const told = row?.told ? row.told.getTime() - clocks.skewMs() : Number.POSITIVE_INFINITY;
  return Math.min(told, row?.real?.getTime() ?? Number.POSITIVE_INFINITY);
}
