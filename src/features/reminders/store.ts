import { dateIn, isBusinessDay, nextAt } from '../../calendar/index.ts';
import type { MessageRef } from '../../chat/platform.ts';
import { type Reads, type Scope, type System, type SystemTx, WORKSPACE } from '../../store/index.ts';

/** Rows one look of the sweep takes; the rest is taken by the next, or by another copy. */
const batch = 500;

interface Claimed {
  readonly workspaceId: string;
  readonly id: string;
}

async function enqueueNudges(tx: SystemTx, nudges: readonly Claimed[]): Promise<number> {
  for (const { workspaceId, id } of nudges) await tx.enqueue('reminders.send', { workspaceId, nudgeId: id });
  return nudges.length;
}

/** Takes the touches whose moment has come; of one that is warned of, the moment itself comes next. One statement claims, one row a moment: two copies never take the same. */
export function claimTouches(system: System, now: Date): Promise<number> {
  return system.transaction(async (tx) => {
    const nudges = await tx.$queryRaw<Claimed[]>`
      WITH due AS (
        SELECT "workspaceId", "id", "nextNudgeAt" FROM "Touch" WHERE "nextNudgeAt" <= ${now} AND "pooledAt" IS NULL AND "pausedAt" IS NULL
        ORDER BY "nextNudgeAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE "Touch" t SET "nextNudgeAt" = CASE WHEN t."dueAt" > due."nextNudgeAt" AND t."dueAt" > ${now} THEN t."dueAt" END FROM due
        WHERE t."workspaceId" = due."workspaceId" AND t."id" = due."id"
        RETURNING t."workspaceId", t."id", t."repId", due."nextNudgeAt" AS "at"
      )
      INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "touchId", "createdAt")
      SELECT "workspaceId", gen_random_uuid(), 'touch:' || "id" || ':' || to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), 'touch', "repId", "id", ${now}
      FROM claimed ON CONFLICT ("workspaceId", "key") DO NOTHING
      RETURNING "workspaceId", "id"`;
    return enqueueNudges(tx, nudges);
  });
}

interface DuePerson extends Claimed {
  readonly zone: string;
  readonly morningTime: string;
  readonly country: string | null;
}

/** Takes the people whose morning has come and sets their next one; on closed days there is no list. */
export function claimMornings(system: System, now: Date): Promise<number> {
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
    const nudges = await tx.$queryRaw<Claimed[]>`
      INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "createdAt")
      SELECT "workspaceId", gen_random_uuid(), 'morning:' || "id" || ':' || "on", 'morning', "id", ${now}
      FROM unnest(${at.map(({ workspaceId }) => workspaceId)}::uuid[], ${at.map(({ id }) => id)}::uuid[], ${at.map(({ on }) => on)}::text[]) AS due("workspaceId", "id", "on")
      ON CONFLICT ("workspaceId", "key") DO NOTHING
      RETURNING "workspaceId", "id"`;
    await enqueueNudges(tx, nudges);
    return people.length;
  });
}

export interface Nudge {
  readonly id: string;
  readonly kind: 'touch' | 'morning' | 'digest' | 'team';
  readonly personId: string;
  readonly touchId: string | undefined;
  readonly state: 'queued' | 'sending' | 'sent' | 'skipped' | 'failed' | 'folded' | 'listed';
  readonly claimedAt: Date | undefined;
  readonly createdAt: Date;
}

export async function findNudge(data: Reads, id: string): Promise<Nudge | undefined> {
  const row = await data.db.nudge.findFirst({ where: { id } });
  return row ? { ...row, touchId: row.touchId ?? undefined, claimedAt: row.claimedAt ?? undefined } : undefined;
}

/** Takes a nudge for sending, or for sending again; false where somebody else has it or had it. */
export async function startSending(scope: Scope, { id, state, claimedAt }: Nudge, now: Date): Promise<boolean> {
  const where = { id, state, claimedAt: claimedAt ?? null };
  const { count } = await scope.transaction((tx) =>
    tx.db.nudge.updateMany({ where, data: { state: 'sending', claimedAt: now } }),
  );
  return count > 0;
}

export async function settleNudge(
  scope: Scope,
  id: string,
  to:
    | {
        readonly state: 'sent';
        readonly platform: 'slack' | 'teams';
        readonly team: string;
        readonly ref: MessageRef;
        readonly at: Date;
      }
    | { readonly state: 'queued' | 'skipped' | 'failed'; readonly problem: string },
): Promise<void> {
  const data =
    to.state === 'sent'
      ? { state: to.state, platform: to.platform, team: to.team, channel: to.ref.channel, message: to.ref.message, sentAt: to.at }
      : { state: to.state, problem: to.problem };
  await scope.transaction((tx) => tx.db.nudge.updateMany({ where: { id }, data }));
}

export interface SentNudge {
  readonly platform: 'slack' | 'teams';
  readonly team: string;
  readonly ref: MessageRef;
  readonly personId: string;
}

/** Where nudges for a touch stand, so that they can say that it is settled. */
export async function sentNudges(data: Reads, touchId: string): Promise<readonly SentNudge[]> {
  const rows = await data.rows<{ platform: 'slack' | 'teams'; team: string; channel: string; message: string; personId: string }>`
    SELECT "platform"::text AS "platform", "team", "channel", "message", "personId" FROM "Nudge"
    WHERE "workspaceId" = ${WORKSPACE} AND "touchId" = ${touchId}::uuid AND "state" = 'sent' AND "message" IS NOT NULL`;
  return rows.map(({ platform, team, channel, message, personId }) => ({ platform, team, ref: { channel, message }, personId }));
}
