import type { Role } from '../../app/people.ts';
import type { CalendarDate } from '../../calendar/index.ts';
import { dateIn, zoneOfCountry } from '../../calendar/index.ts';
import type { System, SystemTx } from '../../store/index.ts';
import type { TouchKind } from '../followups/index.ts';
import { dayBound } from '../pace/index.ts';
import { type HearingRow, hearingColumns, hearingOf, isAway, weekdaysOf } from '../people/index.ts';
import { missedBefore } from './missed.ts';
import { markMissed, noteTooLate } from './missed-store.ts';
import { type Heard, nudgeMoment, type Stage } from './nudge-moment.ts';

/** Rows one transaction takes. */
const batch = 1_000;
/** So many one look of the sweep works out; the rest waits for the next, or for another copy. */
const mostBatches = 20;

interface PlanRow extends HearingRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly repId: string;
  /** It is of no use after its day: a card for a birthday or a holiday. */
  readonly dayPast: boolean;
  /** What was planned before: a moment, and what was to be heard then. */
  readonly wasAt: Date | null;
  readonly wasStage: Stage | null;
  readonly kind: TouchKind;
  readonly open: boolean;
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | null;
  readonly heard: Stage | null;
  readonly heardAt: Date | null;
  readonly role: Role | null;
  readonly leftAt: Date | null;
  readonly overdueDays: number;
  readonly customerZone: string | null;
  readonly customerCountry: string | null;
  readonly contactFrom: string | null;
  readonly contactTo: string | null;
  readonly contactDays: readonly number[];
  readonly trade: string | null;
  /** A message of it stands somewhere and is not true any more. */
  readonly stale: boolean;
  /** It was to be heard by somebody who has it no more, and was not. */
  readonly unheard: boolean;
  /** There is somebody to take it while its rep is away. */
  readonly standIn: boolean;
}

/** Works out anew when touches are heard of, wherever something has changed that. Gives how many. */
export async function planMoments(system: System, now: Date): Promise<number> {
  await markMissed(system, now);
  let planned = 0;
  for (let batches = 0; batches < mostBatches; batches += 1) {
    const done = await system.transaction((tx) => planBatch(tx, now));
    planned += done;
    if (done < batch) break;
  }
  return planned;
}

async function planBatch(tx: SystemTx, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<PlanRow[]>`
    SELECT t."workspaceId", t."id", t."repId", t."kind"::text AS "kind", t."nextNudgeAt" AS "wasAt", t."nextStage"::text AS "wasStage",
      t."cadence" = ANY(${[...dayBound]}) AND COALESCE(t."occursOn", t."dueOn") < (${now}::timestamptz AT TIME ZONE p."zone")::date IS TRUE AS "dayPast", t."state" = 'open' AND t."pooledAt" IS NULL AND t."pausedAt" IS NULL AS "open",
      t."dueOn"::text AS "dueOn", t."dueAt", t."heard"::text AS "heard", t."heardAt", p."role"::text AS "role", p."leftAt", w."overdueDays",
      c."zone" AS "customerZone", COALESCE(c."country", w."country") AS "customerCountry", c."contactFrom", c."contactTo", c."contactDays", c."trade",
      EXISTS (SELECT 1 FROM "Nudge" n WHERE n."workspaceId" = t."workspaceId" AND n."touchId" = t."id" AND n."settledAt" IS NULL
        AND n."state" IN ('queued', 'sending', 'sent', 'folded')
        AND (t."state" <> 'open' OR t."heard" IS NULL OR n."personId" <> t."repId" OR t."pooledAt" IS NOT NULL OR t."pausedAt" IS NOT NULL)) AS "stale",
      t."heard" IS NOT NULL AND EXISTS (SELECT 1 FROM "Nudge" n WHERE n."workspaceId" = t."workspaceId" AND n."touchId" = t."id" AND n."stage" = t."heard"
        AND n."personId" <> t."repId" AND n."state" IN ('queued', 'skipped', 'failed')) AS "unheard",
      s."role" IS NOT NULL AND s."leftAt" IS NULL AS "standIn", ${hearingColumns}
    FROM "Touch" t
    JOIN "Person" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."repId"
    JOIN "Workspace" w ON w."id" = t."workspaceId"
    JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c."id" = t."customerId"
    LEFT JOIN "Person" s ON s."workspaceId" = p."workspaceId" AND s."id" = p."standInId"
    WHERE t."replan" ORDER BY t."dueOn" LIMIT ${batch} FOR UPDATE OF t SKIP LOCKED`;
  if (rows.length === 0) return 0;
  const lent = rows.filter((row) => isLent(row, now));
  const planned = rows.filter((row) => !lent.includes(row)).map((row) => planOf(row, now));
  await savePlans(tx, planned);
  await noteTooLate(
    tx,
    planned.flatMap(({ row, tooLate }) => (tooLate ? [{ ...row, stage: tooLate }] : [])),
    now,
  );
  if (lent.length > 0) await lend(tx, lent, now);
  for (const { workspaceId, id } of rows.filter(({ stale }) => stale))
    await tx.enqueue('reminders.settle', { workspaceId, touchId: id });
  return rows.length;
}

/** What falls due while its rep is away goes to the stand-in. */
function isLent(row: PlanRow, now: Date): boolean {
  const hearing = hearingOf(row);
  return (
    row.open &&
    row.standIn &&
    hearing.away !== undefined &&
    isAway(hearing, dateIn(row.zone, now)) &&
    row.dueOn <= hearing.away.until
  );
}

interface Planned {
  readonly row: PlanRow;
  readonly next: Heard | undefined;
  /** What was to be heard, and is of no use any more. */
  readonly tooLate: Stage | undefined;
}

/** What nobody could tell in time is told at the next good moment, if it is of use then. */
function planOf(row: PlanRow, now: Date): Planned {
  const stage = row.open && row.wasAt && row.wasAt <= missedBefore(now) ? row.wasStage : null;
  if (!stage) return { row, next: momentOf(row, now), tooLate: undefined };
  if (row.dayPast) return { row, next: undefined, tooLate: stage };
  const next = momentOf(row, now);
  const because = next && [{ rule: 'missed' as const }, ...next.because.filter(({ rule }) => rule !== 'late')];
  return { row, next: next && because && { ...next, because }, tooLate: next?.stage === stage ? undefined : stage };
}

function momentOf(row: PlanRow, now: Date): Heard | undefined {
  if (!row.open) return undefined;
  const { kind, dueOn, customerCountry, trade } = row;
  return nudgeMoment({
    touch: {
      kind,
      dueOn,
      dueAt: row.dueAt ?? undefined,
      heard: row.unheard ? undefined : (row.heard ?? undefined),
      heardAt: row.heardAt ?? undefined,
    },
    rep: { ...hearingOf(row), gone: row.role === null || row.leftAt !== null },
    customer: {
      zone: row.customerZone ?? zoneOfCountry(customerCountry ?? undefined) ?? row.zone,
      country: customerCountry ?? undefined,
      hours: row.contactFrom !== null && row.contactTo !== null ? { from: row.contactFrom, to: row.contactTo } : undefined,
      days: weekdaysOf(row.contactDays),
      trade: trade ?? undefined,
    },
    overdueDays: row.overdueDays,
    now,
  });
}

async function savePlans(tx: SystemTx, plans: readonly Planned[]): Promise<void> {
  const past = plans.map(({ next, tooLate }) => !next && tooLate !== undefined);
  await tx.$executeRaw`
    UPDATE "Touch" t SET "replan" = FALSE, "nextNudgeAt" = r."at"::timestamptz, "nextStage" = r."stage"::"NudgeStage", "nextHow" = r."how"::"NudgeHow",
      "because" = r."because"::jsonb, "heard" = CASE WHEN r."unheard" THEN NULL WHEN r."past" THEN 'manager' ELSE t."heard" END
    FROM unnest(${plans.map(({ row }) => row.workspaceId)}::uuid[], ${plans.map(({ row }) => row.id)}::uuid[],
                ${plans.map(({ next }) => next?.at.toISOString() ?? null)}::text[], ${plans.map(({ next }) => next?.stage ?? null)}::text[],
                ${plans.map(({ next }) => next?.how ?? null)}::text[], ${plans.map(({ next }) => (next ? JSON.stringify(next.because) : null))}::text[],
                ${plans.map(({ row }) => row.unheard)}::boolean[], ${past}::boolean[])
      AS r("workspaceId", "id", "at", "stage", "how", "because", "unheard", "past")
    WHERE t."workspaceId" = r."workspaceId" AND t."id" = r."id"`;
}

/** The new rep has the trigger ask for another moment. */
async function lend(tx: SystemTx, rows: readonly PlanRow[], now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      UPDATE "Touch" t SET "repId" = p."standInId", "lentById" = COALESCE(t."lentById", t."repId")
      FROM unnest(${rows.map(({ workspaceId }) => workspaceId)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) AS r("workspaceId", "id")
      JOIN "Touch" o ON o."workspaceId" = r."workspaceId" AND o."id" = r."id"
      JOIN "Person" p ON p."workspaceId" = o."workspaceId" AND p."id" = o."repId"
      WHERE t."workspaceId" = r."workspaceId" AND t."id" = r."id"
      RETURNING t."workspaceId", t."id", o."repId" AS "from", t."repId" AS "to"
    )
    INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "fromRepId", "toRepId", "at")
    SELECT "workspaceId", gen_random_uuid(), "id", 'lent', "from", "to", ${now} FROM given`;
}
