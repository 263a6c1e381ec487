import type { Role } from '../../app/people.ts';
import { dateIn, timeIn } from '../../calendar/index.ts';
import type { System } from '../../store/index.ts';
import { type HearingRow, hearingColumns, hearingOf, nextMorning, worksOn } from '../people/index.ts';
import { batch } from './claim-store.ts';
import { listStillServes, missedBefore } from './missed.ts';
import { enqueueNudges, nextRescue } from './nudge-store.ts';

interface Claimed {
  readonly workspaceId: string;
  readonly id: string;
}

/**
 * Takes the people whose working morning has come and sets their next one: their list, if they want one, and for who leads the
 * team what slips. A morning that was missed while the bot was down is made up for until work ends; else it leaves a row that
 * says it came to nothing: the message that tells of all that was missed has it, or the next list.
 */
export async function claimMornings(system: System, now: Date): Promise<number> {
  const rescueAt = await nextRescue(system);
  return system.transaction(async (tx) => {
    const people = await tx.$queryRaw<
      (Claimed & HearingRow & { readonly role: Role | null; readonly morningAt: Date; readonly digest: boolean })[]
    >`
      SELECT p."workspaceId", p."id", p."role"::text AS "role", p."nextMorningAt" AS "morningAt",
        EXISTS (SELECT 1 FROM "Nudge" n WHERE n."workspaceId" = p."workspaceId" AND n."personId" = p."id" AND n."createdAt" > ${missedBefore(now)}
          AND n."kind" = 'digest') AS "digest", ${hearingColumns} FROM "Person" p JOIN "Workspace" w ON w."id" = p."workspaceId"
      WHERE p."nextMorningAt" <= ${now} ORDER BY p."nextMorningAt" LIMIT ${batch} FOR UPDATE OF p SKIP LOCKED`;
    if (people.length === 0) return 0;
    const next = people.map((person) => nextMorning(hearingOf(person), now).toISOString());
    await tx.$executeRaw`
      UPDATE "Person" p SET "nextMorningAt" = due."next"::timestamptz
      FROM unnest(${people.map(({ workspaceId }) => workspaceId)}::uuid[], ${people.map(({ id }) => id)}::uuid[], ${next}::text[]) AS due("workspaceId", "id", "next")
      WHERE p."workspaceId" = due."workspaceId" AND p."id" = due."id"`;
    const at = people.flatMap((person) => {
      const on = dateIn(person.zone, now);
      const hearing = hearingOf(person);
      const missed = person.morningAt <= missedBefore(now);
      const was = dateIn(person.zone, person.morningAt);
      const serves = missed ? listStillServes(hearing, on, timeIn(person.zone, now)) : worksOn(hearing, on);
      const kinds = [
        ...(person.hears === 'both' || person.hears === 'list' ? ['morning' as const] : []),
        ...(person.role === null || person.role === 'rep' ? [] : ['team' as const]),
      ];
      return kinds.flatMap((kind) => {
        const told = serves && !(missed && kind === 'morning' && person.digest);
        return [
          ...(told ? [{ ...person, kind, on, state: 'queued' }] : []),
          ...(missed && !(told && was === on) && worksOn(hearing, was) ? [{ ...person, kind, on: was, state: 'skipped' }] : []),
        ];
      });
    });
    const nudges = await tx.$queryRaw<(Claimed & { readonly personId: string; readonly state: string })[]>`
      INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "state", "problem", "createdAt", "rescueAt")
      SELECT "workspaceId", gen_random_uuid(), "kind" || ':' || "id" || ':' || "on", "kind"::"NudgeKind", "id", "state"::"NudgeState",
        CASE WHEN "state" = 'skipped' THEN 'too_late' END, ${now}, ${rescueAt}
      FROM unnest(${at.map(({ workspaceId }) => workspaceId)}::uuid[], ${at.map(({ id }) => id)}::uuid[], ${at.map(({ on }) => on)}::text[], ${at.map(({ kind }) => kind)}::text[],
        ${at.map(({ state }) => state)}::text[]) AS due("workspaceId", "id", "on", "kind", "state")
      ON CONFLICT ("workspaceId", "key") DO NOTHING
      RETURNING "workspaceId", "id", "personId", "state"::text AS "state"`;
    await enqueueNudges(
      tx,
      nudges.filter(({ state }) => state === 'queued'),
    );
    return people.length;
  });
}
