import { type CalendarDate, dateIn, mondayOf, timeIn, toInstant } from '../../calendar/index.ts';
import type { Reads, System, SystemTx, Tx } from '../../store/index.ts';
import type { TouchKind } from '../followups/index.ts';
import { type Contact, paceTouches } from './pace.ts';

/** Customers one transaction takes, and transactions of one look: an import of thousands leaves room for the other sweeps. */
const batch = 200;
const mostLooks = 10;

interface CustomerRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly country: string | null;
  readonly zone: string;
  readonly limit: number;
  readonly complaint: boolean;
}

interface TouchRow {
  readonly id: string;
  readonly customerId: string;
  readonly kind: TouchKind;
  readonly cadence: string | null;
  readonly agreed: boolean;
  readonly repId: string;
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | null;
  readonly zone: string;
}

/** A card on the wrong day says the wrong thing. */
export const dayBound: ReadonlySet<string> = new Set(['birthday', 'holidays']);

/**
 * Looks through the weeks of customers with whom something was planned or moved since. The customer's row is held, so that
 * two who plan at once are looked at one after the other. Whoever wrote the touch, the database marks it to be looked at.
 */
export async function keepPace(system: System, now: Date): Promise<number> {
  let all = 0;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const taken = await paceBatch(system, now);
    all += taken;
    if (taken < batch) break;
  }
  return all;
}

function paceBatch(system: System, now: Date): Promise<number> {
  return system.transaction(async (tx) => {
    const customers = await tx.$queryRaw<CustomerRow[]>`
      SELECT c."workspaceId", c."id", COALESCE(c."country", w."country") AS "country", w."zone", w."touchesPerWeek" AS "limit", cardinality(c."openComplaints") > 0 AS "complaint"
      FROM (SELECT DISTINCT "workspaceId", "customerId" FROM (SELECT "workspaceId", "customerId" FROM "Touch" WHERE "unpaced" LIMIT ${batch * 5}) u LIMIT ${batch}) due
      JOIN "Customer" c ON c."workspaceId" = due."workspaceId" AND c."id" = due."customerId"
      JOIN "Workspace" w ON w."id" = c."workspaceId"
      FOR NO KEY UPDATE OF c SKIP LOCKED`;
    if (customers.length === 0) return 0;
    await poolOfGone(tx, customers, now);
    const open = await openOf(tx, customers);
    const had = await contactsOf(tx, customers, now);
    const moves: Move[] = customers.flatMap((customer) => movesFor(customer, open, had, now));
    await apply(tx, moves, now);
    await tx.$executeRaw`
      UPDATE "Touch" t SET "unpaced" = FALSE FROM unnest(${customers.map(({ workspaceId }) => workspaceId)}::uuid[], ${customers.map(({ id }) => id)}::uuid[]) AS c("workspaceId", "id")
      WHERE t."workspaceId" = c."workspaceId" AND t."customerId" = c."id" AND t."unpaced"`;
    for (const { workspaceId, id, complaint } of customers)
      if (complaint) await tx.enqueue('pace.pause', { workspaceId, customerId: id });
    return customers.length;
  });
}

/** What was planned for somebody who is not in the team any more is nobody's: a purchase still names who sold it. */
async function poolOfGone(tx: SystemTx, customers: readonly CustomerRow[], now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH pooled AS (
      UPDATE "Touch" t SET "pooledAt" = ${now}, "nextNudgeAt" = NULL
      FROM unnest(${customers.map(({ workspaceId }) => workspaceId)}::uuid[], ${customers.map(({ id }) => id)}::uuid[]) AS c("workspaceId", "id"), "Person" p
      WHERE t."workspaceId" = c."workspaceId" AND t."customerId" = c."id" AND t."unpaced" AND t."state" = 'open' AND t."pooledAt" IS NULL
        AND p."workspaceId" = t."workspaceId" AND p."id" = t."repId" AND p."releaseAt" IS NULL AND (p."role" IS NULL OR p."leftAt" IS NOT NULL)
      RETURNING t."workspaceId", t."id", t."repId"
    )
    INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "fromRepId", "reason", "at")
    SELECT "workspaceId", gen_random_uuid(), "id", 'pooled', "repId", 'rep_left', ${now} FROM pooled`;
}

const keyOf = (workspaceId: string, id: string) => `${workspaceId} ${id}`;

async function openOf(tx: SystemTx, customers: readonly CustomerRow[]): Promise<ReadonlyMap<string, readonly TouchRow[]>> {
  const rows = await tx.$queryRaw<(TouchRow & { workspaceId: string })[]>`
    SELECT t."workspaceId", t."id", t."customerId", t."kind"::text AS "kind", t."cadence", t."agreed", t."repId", t."dueOn"::text AS "dueOn", t."dueAt", p."zone"
    FROM unnest(${customers.map(({ workspaceId }) => workspaceId)}::uuid[], ${customers.map(({ id }) => id)}::uuid[]) AS c("workspaceId", "id")
    JOIN "Touch" t ON t."workspaceId" = c."workspaceId" AND t."customerId" = c."id" AND t."state" = 'open' AND t."pausedAt" IS NULL
    JOIN "Person" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."repId"`;
  return Map.groupBy(rows, ({ workspaceId, customerId }) => keyOf(workspaceId, customerId));
}

/** Whom somebody spoke or wrote to since Monday; trying in vain is no contact. */
async function contactsOf(
  tx: SystemTx,
  customers: readonly CustomerRow[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const rows = await tx.$queryRaw<{ workspaceId: string; customerId: string; repId: string; on: CalendarDate }[]>`
    SELECT DISTINCT e."workspaceId", e."customerId", e."personId" AS "repId", (e."at" AT TIME ZONE p."zone")::date::text AS "on"
    FROM unnest(${customers.map(({ workspaceId }) => workspaceId)}::uuid[], ${customers.map(({ id }) => id)}::uuid[]) AS c("workspaceId", "id")
    JOIN "Entry" e ON e."workspaceId" = c."workspaceId" AND e."customerId" = c."id"
    JOIN "Person" p ON p."workspaceId" = e."workspaceId" AND p."id" = e."personId"
    WHERE e."at" > ${new Date(now.getTime() - 8 * 86_400_000)} AND e."undoneAt" IS NULL AND e."outcome" NOT IN ('no_answer', 'wrong_number')`;
  return Map.groupBy(rows, ({ workspaceId, customerId }) => keyOf(workspaceId, customerId));
}

interface Move {
  readonly workspaceId: string;
  readonly touch: TouchRow;
  readonly to: CalendarDate | undefined;
}

function movesFor(
  { workspaceId, id, country, zone, limit }: CustomerRow,
  open: ReadonlyMap<string, readonly TouchRow[]>,
  had: ReadonlyMap<string, readonly Contact[]>,
  now: Date,
): readonly Move[] {
  const today = dateIn(zone, now);
  const touches = open.get(keyOf(workspaceId, id)) ?? [];
  const monday = mondayOf(today);
  const contacts = (had.get(keyOf(workspaceId, id)) ?? []).filter(({ on }) => on >= monday);
  const asked = touches.map((touch) => ({ ...touch, cadence: touch.cadence ?? undefined }));
  const byId = new Map(touches.map((touch) => [touch.id, touch]));
  return paceTouches(asked, contacts, { limit, today, country: country ?? undefined, dayBound }).flatMap(
    ({ id: touchId, to }) => {
      const touch = byId.get(touchId);
      return touch ? [{ workspaceId, touch, to }] : [];
    },
  );
}

/** An hour stays the same on the rep's clock. */
const atThatHour = ({ dueAt, zone }: TouchRow, to: CalendarDate) =>
  dueAt ? toInstant(to, timeIn(zone, dueAt), zone) : undefined;

async function apply(tx: SystemTx, moves: readonly Move[], now: Date): Promise<void> {
  if (moves.length === 0) return;
  const on = moves.map(({ to }) => to ?? null);
  const at = moves.map(({ touch, to }) => (to === undefined ? null : (atThatHour(touch, to)?.toISOString() ?? null)));
  await tx.$executeRaw`
    WITH moves AS (
      SELECT * FROM unnest(${moves.map(({ workspaceId }) => workspaceId)}::uuid[], ${moves.map(({ touch }) => touch.id)}::uuid[], ${on}::text[], ${at}::text[])
        AS m("workspaceId", "id", "on", "at")
    ), kept AS (
      INSERT INTO "TouchChange" ("workspaceId", "id", "touchId", "kind", "fromOn", "fromAt", "toOn", "toAt", "reason", "at")
      SELECT t."workspaceId", gen_random_uuid(), t."id", 'paced', t."dueOn", t."dueAt", m."on"::date, m."at"::timestamptz, 'week_full', ${now}
      FROM moves m JOIN "Touch" t ON t."workspaceId" = m."workspaceId" AND t."id" = m."id" AND t."state" = 'open'
    )
    UPDATE "Touch" t SET
      "dueOn" = COALESCE(m."on"::date, t."dueOn"), "dueAt" = CASE WHEN m."on" IS NULL THEN t."dueAt" ELSE m."at"::timestamptz END, "nextNudgeAt" = NULL,
      "state" = CASE WHEN m."on" IS NULL THEN 'dropped' ELSE t."state" END::"TouchState",
      "closedAt" = CASE WHEN m."on" IS NULL THEN ${now} ELSE t."closedAt" END,
      "closedReason" = CASE WHEN m."on" IS NULL THEN 'week_full' ELSE t."closedReason" END
    FROM moves m WHERE t."workspaceId" = m."workspaceId" AND t."id" = m."id" AND t."state" = 'open'`;
}

export async function limitOf(data: Reads): Promise<number> {
  return (await data.db.workspace.findFirst({ select: { touchesPerWeek: true } }))?.touchesPerWeek ?? 3;
}

/** From now on so many a week; what is planned already is looked through again. */
export async function setLimit(tx: Tx, limit: number): Promise<void> {
  await tx.db.workspace.updateMany({ data: { touchesPerWeek: limit } });
  await tx.db.touch.updateMany({ where: { state: 'open' }, data: { unpaced: true } });
}
