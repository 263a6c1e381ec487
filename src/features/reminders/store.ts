import { dateIn, isBusinessDay, nextAt } from '../../calendar/index.ts';
import type { System } from '../../store/index.ts';
import { enqueueNudges, nextRescue } from './nudge-store.ts';

/** Rows one transaction takes; the next takes on where there are more, here or in another copy. */
const batch = 2_000;

/** Takes batch after batch until nothing more is due. */
export async function claimAll(claim: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const claimed = await claim();
    all += claimed;
    if (claimed < batch) return all;
  }
}

interface Claimed {
  readonly workspaceId: string;
  readonly id: string;
}

interface NewNudge extends Claimed {
  readonly personId: string;
}

/** Takes the touches whose moment has come; of one that is warned of, the moment itself comes next. One statement claims, one row a moment: two copies never take the same. */
export async function claimTouches(system: System, now: Date): Promise<number> {
  const rescueAt = await nextRescue(system);
  return system.transaction(async (tx) => {
    const nudges = await tx.$queryRaw<NewNudge[]>`
      WITH due AS (
        SELECT "workspaceId", "id", "nextNudgeAt" FROM "Touch" WHERE "nextNudgeAt" <= ${now} AND "pooledAt" IS NULL AND "pausedAt" IS NULL
        ORDER BY "nextNudgeAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE "Touch" t SET "nextNudgeAt" = CASE WHEN t."dueAt" > due."nextNudgeAt" AND t."dueAt" > ${now} THEN t."dueAt" END FROM due
        WHERE t."workspaceId" = due."workspaceId" AND t."id" = due."id"
        RETURNING t."workspaceId", t."id", t."repId", due."nextNudgeAt" AS "at"
      )
      INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "touchId", "createdAt", "rescueAt")
      SELECT "workspaceId", gen_random_uuid(), 'touch:' || "id" || ':' || to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), 'touch', "repId", "id", ${now}, ${rescueAt}
      FROM claimed ON CONFLICT ("workspaceId", "key") DO NOTHING
      RETURNING "workspaceId", "id", "personId"`;
    await enqueueNudges(tx, nudges);
    return nudges.length;
  });
}

interface DuePerson extends Claimed {
  readonly zone: string;
  readonly morningTime: string;
  readonly country: string | null;
}

/** Takes the people whose morning has come and sets their next one; on closed days there is no list. */
export async function claimMornings(system: System, now: Date): Promise<number> {
  const rescueAt = await nextRescue(system);
  return system.transaction(async (tx) => {
    const people = await tx.$queryRaw<DuePerson[]>`
      SELECT p."workspaceId", p."id", p."zone", p."morningTime", w."country" FROM "Person" p JOIN "Workspace" w ON w."id" = p."workspaceId"
      WHERE p."nextMorningAt" <= ${now} ORDER BY p."nextMorningAt" LIMIT ${batch} FOR UPDATE OF p SKIP LOCKED`;
    if (people.length === 0) return 0;
    const next = people.map(({ zone, morningTime }) => nextAt(zone, morningTime, now).toISOString());
    await tx.$executeRaw`
      UPDATE "Person" p SET "nextMorningAt" = due."next"::timestamptz
      FROM unnest(${people.map(({ workspaceId }) => workspaceId)}::uuid[], ${people.map(({ id }) => id)}::uuid[], ${next}::text[]) AS due("workspaceId", "id", "next")
      WHERE p."workspaceId" = due."workspaceId" AND p."id" = due."id"`;
    const at = people
      .map((person) => ({ ...person, on: dateIn(person.zone, now) }))
      .filter(({ on, country }) => isBusinessDay(on, country ?? undefined));
    const nudges = await tx.$queryRaw<NewNudge[]>`
      INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "createdAt", "rescueAt")
      SELECT "workspaceId", gen_random_uuid(), 'morning:' || "id" || ':' || "on", 'morning', "id", ${now}, ${rescueAt}
      FROM unnest(${at.map(({ workspaceId }) => workspaceId)}::uuid[], ${at.map(({ id }) => id)}::uuid[], ${at.map(({ on }) => on)}::text[]) AS due("workspaceId", "id", "on")
      ON CONFLICT ("workspaceId", "key") DO NOTHING
      RETURNING "workspaceId", "id", "personId"`;
    await enqueueNudges(tx, nudges);
    return people.length;
  });
}
