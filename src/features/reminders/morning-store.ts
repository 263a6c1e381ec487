import type { Role } from '../../app/people.ts';
import { dateIn } from '../../calendar/index.ts';
import type { System } from '../../store/index.ts';
import { type HearingRow, hearingColumns, hearingOf, nextMorning, worksOn } from '../people/index.ts';
import { batch } from './claim-store.ts';
import { enqueueNudges, nextRescue } from './nudge-store.ts';

interface Claimed {
  readonly workspaceId: string;
  readonly id: string;
}

/** Takes the people whose working morning has come and sets their next one: their list, if they want one, and for who leads the team what slips. */
export async function claimMornings(system: System, now: Date): Promise<number> {
  const rescueAt = await nextRescue(system);
  return system.transaction(async (tx) => {
    const people = await tx.$queryRaw<(Claimed & HearingRow & { readonly role: Role | null })[]>`
      SELECT p."workspaceId", p."id", p."role"::text AS "role", ${hearingColumns} FROM "Person" p JOIN "Workspace" w ON w."id" = p."workspaceId"
      WHERE p."nextMorningAt" <= ${now} ORDER BY p."nextMorningAt" LIMIT ${batch} FOR UPDATE OF p SKIP LOCKED`;
    if (people.length === 0) return 0;
    const next = people.map((person) => nextMorning(hearingOf(person), now).toISOString());
    await tx.$executeRaw`
      UPDATE "Person" p SET "nextMorningAt" = due."next"::timestamptz
      FROM unnest(${people.map(({ workspaceId }) => workspaceId)}::uuid[], ${people.map(({ id }) => id)}::uuid[], ${next}::text[]) AS due("workspaceId", "id", "next")
      WHERE p."workspaceId" = due."workspaceId" AND p."id" = due."id"`;
    const at = people.flatMap((person) => {
      const on = dateIn(person.zone, now);
      if (!worksOn(hearingOf(person), on)) return [];
      const list = person.hears === 'both' || person.hears === 'list' ? [{ ...person, on, kind: 'morning' as const }] : [];
      return person.role === null || person.role === 'rep' ? list : [...list, { ...person, on, kind: 'team' as const }];
    });
    const nudges = await tx.$queryRaw<(Claimed & { readonly personId: string })[]>`
      INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "createdAt", "rescueAt")
      SELECT "workspaceId", gen_random_uuid(), "kind" || ':' || "id" || ':' || "on", "kind"::"NudgeKind", "id", ${now}, ${rescueAt}
      FROM unnest(${at.map(({ workspaceId }) => workspaceId)}::uuid[], ${at.map(({ id }) => id)}::uuid[], ${at.map(({ on }) => on)}::text[], ${at.map(({ kind }) => kind)}::text[])
        AS due("workspaceId", "id", "on", "kind")
      ON CONFLICT ("workspaceId", "key") DO NOTHING
      RETURNING "workspaceId", "id", "personId"`;
    await enqueueNudges(tx, nudges);
    return people.length;
  });
}
