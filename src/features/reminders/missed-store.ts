import type { CalendarDate } from '../../calendar/index.ts';
import type { System, SystemTx } from '../../store/index.ts';
import { dayBound } from '../pace/index.ts';
import { carriersFor, type NewNudge } from './carrier-store.ts';
import { repKey } from './fold.ts';
import { missedBefore } from './missed.ts';
import type { Stage } from './nudge-moment.ts';
import { enqueueNudges, rescueAfter } from './nudge-store.ts';

/** Rows one look takes. */
const batch = 10_000;

interface Hearable {
  readonly workspaceId: string;
  readonly id: string;
  readonly repId: string;
  readonly stage: Stage;
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | null;
}

/** What is heard, for when, by whom: once. */
export const heardKey = ({ id, stage, dueAt, dueOn, repId }: Hearable) =>
  `touch:${id}:${stage}:${dueAt?.toISOString() ?? dueOn}:${repId}`;

/** Moments that came while the bot was down are worked out anew, rep after rep: it may be night now, or too late. */
export async function markMissed({ prisma }: System, now: Date): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "Touch" t SET "replan" = TRUE
    FROM (
      SELECT "workspaceId", "id" FROM "Touch" WHERE "nextNudgeAt" <= ${missedBefore(now)} AND NOT "replan" AND "nextStage" IS NOT NULL
        AND ("nextHow" IN ('nudge', 'digest') OR "nextHow" = 'list' AND "cadence" = ANY(${[...dayBound]}))
      ORDER BY "workspaceId", "repId" LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ) missed WHERE t."workspaceId" = missed."workspaceId" AND t."id" = missed."id"`;
}

/** What is not told since it is too late for it leaves a row that says so. */
export async function noteTooLate(tx: SystemTx, rows: readonly Hearable[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "touchId", "stage", "state", "problem", "because", "createdAt")
    SELECT r."workspaceId", gen_random_uuid(), r."key", 'touch', r."personId", r."touchId", r."stage"::"NudgeStage", 'skipped', 'too_late', '[{"rule":"missed"}]', ${now}
    FROM unnest(${rows.map(({ workspaceId }) => workspaceId)}::uuid[], ${rows.map(heardKey)}::text[], ${rows.map(({ repId }) => repId)}::uuid[],
                ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ stage }) => stage)}::text[]) AS r("workspaceId", "key", "personId", "touchId", "stage")
    ON CONFLICT ("workspaceId", "key") DO NOTHING`;
}

/**
 * While a chat platform is down, nudges wait. Those that waited for long become one message for each person, so that the end
 * of an outage does not flood anybody. Only what certainly did not arrive is taken (`queued`, with a problem).
 */
export async function foldHeld(system: System, now: Date): Promise<number> {
  const at = await system.now();
  const rescueAt = rescueAfter(system, at);
  return system.transaction(async (tx) => {
    const held = await tx.$queryRaw<NewNudge[]>`
      SELECT "workspaceId", "id", "personId" FROM "Nudge"
      WHERE "state" = 'queued' AND "rescueAt" IS NOT NULL AND "kind" = 'touch' AND "problem" IS NOT NULL AND "createdAt" <= ${missedBefore(now)}
      ORDER BY "workspaceId", "personId" LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
    const byPerson = Map.groupBy(held, ({ workspaceId, personId }) => repKey({ workspaceId, repId: personId }));
    const several = [...byPerson.values()].filter((rows) => rows.length > 1).flat();
    const carriers = await carriersFor(tx, several, { now, at, rescueAt });
    if (carriers.size === 0) return 0;
    const carrierIds = several.map(
      ({ workspaceId, personId }) => carriers.get(repKey({ workspaceId, repId: personId }))?.id ?? null,
    );
    await tx.$executeRaw`
      WITH held AS (
        SELECT * FROM unnest(${several.map(({ workspaceId }) => workspaceId)}::uuid[], ${several.map(({ id }) => id)}::uuid[], ${carrierIds}::uuid[])
          AS h("workspaceId", "id", "carrierId")
      ), mates AS (
        UPDATE "Nudge" n SET "carrierId" = held."carrierId" FROM held WHERE n."workspaceId" = held."workspaceId" AND n."carrierId" = held."id"
      )
      UPDATE "Nudge" n SET "state" = 'folded', "carrierId" = held."carrierId", "problem" = NULL, "because" = COALESCE(n."because", '[]') || '[{"rule":"missed"}]'
      FROM held WHERE n."workspaceId" = held."workspaceId" AND n."id" = held."id"`;
    await enqueueNudges(tx, [...carriers.values()]);
    return several.length;
  });
}
