import type { CalendarDate } from '../../calendar/index.ts';
import type { System, SystemTx } from '../../store/index.ts';
import type { TouchKind } from '../followups/index.ts';
import { type HearingRow, hearingColumns, hearingOf } from '../people/index.ts';
import { type Because, parseBecause } from './because.ts';
import { carriersFor, type NewNudge } from './carrier-store.ts';
import { type Decided, decideAll, repKey } from './fold.ts';
import { daysGate, quietGate, throughGates, workGate } from './gates.ts';
import { joinConversations } from './join.ts';
import { missedBefore } from './missed.ts';
import { heardKey } from './missed-store.ts';
import type { How, Stage } from './nudge-moment.ts';
import { enqueueNudges, rescueAfter } from './nudge-store.ts';

/** Rows one transaction takes; the next takes on where there are more, here or in another copy. */
export const batch = 2_000;

/** Takes batch after batch until nothing more is due. */
export async function claimAll(claim: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const claimed = await claim();
    all += claimed;
    if (claimed < batch) return all;
  }
}

interface DueRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly repId: string;
  readonly customerId: string;
  readonly kind: TouchKind;
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | null;
  readonly stage: Stage;
  readonly how: How;
  readonly because: unknown;
  readonly mostPerHour: number;
  readonly missed: boolean;
}

/**
 * Takes the touches whose moment has come, and decides how each is told: by itself, with others, or on a list. Each leaves
 * one row, under a key of what is heard, for when and by whom: two copies never take the same, and nothing is heard twice.
 * What is due with one customer that day is one message; the customer's row is taken along, so that of two copies one has all of it.
 */
export async function claimTouches(system: System, now: Date): Promise<number> {
  const databaseNow = await system.now();
  const rescueAt = rescueAfter(system, databaseNow);
  return system.transaction(async (tx) => {
    const due = await tx.$queryRaw<DueRow[]>`
      SELECT t."workspaceId", t."id", t."repId", t."customerId", t."kind"::text AS "kind", t."dueOn"::text AS "dueOn", t."dueAt", t."nextStage"::text AS "stage",
        t."nextHow"::text AS "how", t."because", (COALESCE(t."because" @> '[{"rule":"missed"}]', FALSE)
          OR t."nextHow" = 'list' AND t."nextNudgeAt" <= ${missedBefore(now)}) AS "missed", p."mostPerHour"
      FROM "Touch" t JOIN "Person" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."repId"
        JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c."id" = t."customerId"
      WHERE t."nextNudgeAt" <= ${now} AND NOT t."replan" AND t."nextStage" IS NOT NULL
      ORDER BY t."nextNudgeAt", t."workspaceId", t."repId", t."kind", t."id" LIMIT ${batch} FOR UPDATE OF t SKIP LOCKED FOR NO KEY UPDATE OF c SKIP LOCKED`;
    if (due.length === 0) return 0;
    const joined = joinConversations([...due, ...(await laterToday(tx, due, now))]);
    const matesOf = new Map(joined.map(({ lead, mates }) => [lead.id, mates]));
    const leads = decideAll(
      joined.map(({ lead }) => lead),
      await recentMessages(tx, due, now),
      now,
    );
    const decided = leads.flatMap((lead): Decided<DueRow>[] => [
      lead,
      ...(matesOf.get(lead.id) ?? []).map((mate) => ({
        ...{ ...lead, ...mate },
        ...(lead.as === 'send' ? { as: 'join' as const, leadId: lead.id } : {}),
      })),
    ]);
    const told = decided.filter(({ as }) => as !== 'hold');
    await noteHeard(tx, told, now);
    await hold(
      tx,
      decided.filter(({ as }) => as === 'hold'),
      now,
    );
    const folded = told.filter(({ as }) => as === 'fold' || as === 'digest');
    const carriers = await carriersFor(
      tx,
      folded.map(({ workspaceId, repId }) => ({ workspaceId, personId: repId })),
      { now, at: databaseNow, rescueAt },
    );
    const [mates, alone] = [told.filter(({ as }) => as === 'join'), told.filter(({ as }) => as !== 'join')];
    const sent = await addNudges(tx, alone, (row) => carriers.get(repKey(row))?.id, now, rescueAt);
    const leadNudges = new Map(sent.map((nudge) => [`${nudge.workspaceId} ${nudge.touchId}`, nudge.id]));
    // A lead that was heard before carries nobody: its mates are told by themselves.
    const carrierOf = (row: DueRow & { readonly leadId?: string }) => leadNudges.get(`${row.workspaceId} ${row.leadId}`);
    const tellable = mates.map((mate) => (carrierOf(mate) === undefined ? { ...mate, as: 'send' as const } : mate));
    const late = mates.length === 0 ? [] : await addNudges(tx, tellable, carrierOf, now, rescueAt);
    await enqueueNudges(tx, [...sent, ...late, ...carriers.values()]);
    return due.length;
  });
}

/** What else is to be nudged of today with the same customers: it is told with what is due now. A promise is warned of by itself. */
async function laterToday(tx: SystemTx, due: readonly DueRow[], now: Date): Promise<readonly DueRow[]> {
  const nudged = due.filter(({ how }) => how === 'nudge');
  if (nudged.length === 0) return [];
  const rows = await tx.$queryRaw<DueRow[]>`
    SELECT t."workspaceId", t."id", t."repId", t."customerId", t."kind"::text AS "kind", t."dueOn"::text AS "dueOn", t."dueAt", t."nextStage"::text AS "stage",
      t."nextHow"::text AS "how", t."because", COALESCE(t."because" @> '[{"rule":"missed"}]', FALSE) AS "missed", p."mostPerHour"
    FROM (SELECT DISTINCT * FROM unnest(${nudged.map(({ workspaceId }) => workspaceId)}::uuid[], ${nudged.map(({ repId }) => repId)}::uuid[],
        ${nudged.map(({ customerId }) => customerId)}::uuid[]) AS x("workspaceId", "repId", "customerId")) r
    JOIN "Person" p ON p."workspaceId" = r."workspaceId" AND p."id" = r."repId"
    JOIN "Touch" t ON t."workspaceId" = r."workspaceId" AND t."customerId" = r."customerId" AND t."repId" = r."repId"
    WHERE t."state" = 'open' AND t."nextNudgeAt" > ${now} AND NOT t."replan" AND t."nextStage" = 'due' AND t."nextHow" = 'nudge' AND t."kind" <> 'promise'
      AND t."dueOn" <= (${now}::timestamptz AT TIME ZONE p."zone")::date
    FOR UPDATE OF t SKIP LOCKED`;
  return rows;
}

/** When each rep of these had messages lately that count against the cap. */
async function recentMessages(tx: SystemTx, due: readonly DueRow[], now: Date): Promise<ReadonlyMap<string, readonly Date[]>> {
  const reps = [...new Map(due.filter(({ how }) => how === 'nudge').map((row) => [repKey(row), row])).values()];
  if (reps.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ workspaceId: string; personId: string; createdAt: Date }[]>`
    SELECT n."workspaceId", n."personId", n."createdAt"
    FROM unnest(${reps.map(({ workspaceId }) => workspaceId)}::uuid[], ${reps.map(({ repId }) => repId)}::uuid[]) AS r("workspaceId", "personId")
    JOIN "Nudge" n ON n."workspaceId" = r."workspaceId" AND n."personId" = r."personId"
    WHERE n."createdAt" > ${new Date(now.getTime() - 3_600_000)} AND n."createdAt" <= ${now} AND n."kind" IN ('touch', 'digest')
      AND n."state" IN ('queued', 'sending', 'sent')`;
  const grouped = Map.groupBy(rows, ({ workspaceId, personId }) => repKey({ workspaceId, repId: personId }));
  return new Map([...grouped].map(([rep, messages]) => [rep, messages.map(({ createdAt }) => createdAt)]));
}

/** What comes next is worked out from here: the second nudge, then the manager. */
async function noteHeard(tx: SystemTx, rows: readonly DueRow[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Touch" t SET "heard" = t."nextStage", "nextNudgeAt" = NULL, "nextStage" = NULL, "nextHow" = NULL, "replan" = TRUE,
      "heardAt" = CASE WHEN t."nextStage" IN ('warn', 'due') OR t."heardAt" IS NULL THEN ${now} ELSE t."heardAt" END,
      "escalatedAt" = CASE WHEN t."nextStage" = 'manager' THEN ${now} ELSE t."escalatedAt" END
    FROM unnest(${rows.map(({ workspaceId }) => workspaceId)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) AS r("workspaceId", "id")
    WHERE t."workspaceId" = r."workspaceId" AND t."id" = r."id"`;
}

/** Waits until there is room under the cap, in hours in which the rep may be spoken to. */
async function hold(tx: SystemTx, rows: readonly Decided<DueRow>[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const reps = await tx.$queryRaw<(HearingRow & { workspaceId: string; id: string })[]>`
    SELECT p."workspaceId", p."id", ${hearingColumns} FROM "Person" p JOIN "Workspace" w ON w."id" = p."workspaceId"
    WHERE (p."workspaceId", p."id") IN (SELECT * FROM unnest(${rows.map(({ workspaceId }) => workspaceId)}::uuid[], ${rows.map(({ repId }) => repId)}::uuid[]))`;
  const hearings = new Map(reps.map((row) => [repKey({ ...row, repId: row.id }), hearingOf(row)]));
  const until = rows.map((row) => {
    const hearing = hearings.get(repKey(row));
    const wanted = row.until ?? now;
    const gates = hearing ? [daysGate(hearing, true), workGate(hearing), ...quietGate(hearing)] : [];
    return (throughGates(gates, wanted, 60)?.at ?? wanted).toISOString();
  });
  const because = rows.map((row) => JSON.stringify(cappedBecause(row)));
  await tx.$executeRaw`
    WITH held AS (
      UPDATE "Touch" t SET "nextNudgeAt" = r."until"::timestamptz, "because" = r."because"::jsonb
      FROM unnest(${rows.map(({ workspaceId }) => workspaceId)}::uuid[], ${rows.map(({ id }) => id)}::uuid[], ${until}::text[], ${because}::text[])
        AS r("workspaceId", "id", "until", "because")
      WHERE t."workspaceId" = r."workspaceId" AND t."id" = r."id"
      RETURNING t."workspaceId", t."id", t."nextNudgeAt"
    )
    INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "toAt", "reason", "at")
    SELECT "workspaceId", gen_random_uuid(), "id", 'held', "nextNudgeAt", 'cap', ${now} FROM held`;
}

function cappedBecause({ because, mostPerHour }: DueRow): readonly Because[] {
  return [...parseBecause(because).filter(({ rule }) => rule !== 'cap'), { rule: 'cap', count: mostPerHour }];
}

/** Why it is told as it is. */
function becauseOf(row: Decided<DueRow>): readonly Because[] {
  const because = parseBecause(row.because);
  if (row.as !== 'fold') return because;
  if (!row.missed) return cappedBecause(row);
  return [{ rule: 'missed' }, ...because.filter(({ rule }) => rule !== 'missed')];
}

const stateOf = {
  send: 'queued',
  join: 'folded',
  fold: 'folded',
  digest: 'folded',
  list: 'listed',
  manager: 'listed',
  hold: 'queued',
} as const;

/** Gives those that are messages of their own. */
async function addNudges(
  tx: SystemTx,
  told: readonly Decided<DueRow>[],
  carrierOf: (row: Decided<DueRow>) => string | undefined,
  now: Date,
  rescueAt: Date,
): Promise<readonly (NewNudge & { readonly touchId: string })[]> {
  const carried = (row: Decided<DueRow>) => row.as === 'fold' || row.as === 'digest' || row.as === 'join';
  const rows = await tx.$queryRaw<(NewNudge & { touchId: string; state: string })[]>`
    INSERT INTO "Nudge" ("workspaceId", "id", "key", "kind", "personId", "touchId", "stage", "state", "because", "carrierId", "createdAt", "rescueAt")
    SELECT r."workspaceId", gen_random_uuid(), r."key", 'touch', r."personId", r."touchId", r."stage"::"NudgeStage", r."state"::"NudgeState", r."because"::jsonb, r."carrierId", ${now}, ${rescueAt}
    FROM unnest(${told.map(({ workspaceId }) => workspaceId)}::uuid[], ${told.map(heardKey)}::text[], ${told.map(({ repId }) => repId)}::uuid[],
                ${told.map(({ id }) => id)}::uuid[], ${told.map(({ stage }) => stage)}::text[], ${told.map(({ as }) => stateOf[as])}::text[],
                ${told.map((row) => JSON.stringify(becauseOf(row)))}::text[],
                ${told.map((row) => (carried(row) ? (carrierOf(row) ?? null) : null))}::uuid[])
      AS r("workspaceId", "key", "personId", "touchId", "stage", "state", "because", "carrierId")
    ON CONFLICT ("workspaceId", "key") DO NOTHING
    RETURNING "workspaceId", "id", "personId", "touchId", "state"::text AS "state"`;
  return rows.filter(({ state }) => state === 'queued');
}
