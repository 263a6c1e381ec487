import type { CalendarDate } from '../../calendar/index.ts';
import { calendarDate, dateColumn } from '../../store/dates.ts';
import { piece, type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { type ListQuery, lastDay, pageSize } from './list-query.ts';
import { parseSaid, type Touch, type TouchKind } from './touch.ts';

interface TouchRow {
  readonly id: string;
  readonly kind: TouchKind;
  readonly cadence: string | null;
  readonly step: string;
  readonly said: unknown;
  readonly about: string | null;
  readonly dueOn: Date;
  readonly dueAt: Date | null;
  readonly snoozes: number;
  readonly attempts: number;
  readonly state: 'open' | 'done' | 'dropped';
  readonly closedAt: Date | null;
  readonly brokenAt: Date | null;
  readonly pooledAt: Date | null;
  readonly pausedAt: Date | null;
  readonly repId: string;
  readonly repName: string;
  readonly purchaseId: string | null;
  readonly product: string | null;
  readonly customerId: string;
  readonly name: string;
  readonly company: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly zone: string | null;
  readonly contactFrom: string | null;
  readonly contactTo: string | null;
  readonly contactDays: readonly number[];
  readonly trade: string | null;
}

const touchOf = (row: TouchRow): Touch => ({
  id: row.id,
  kind: row.kind,
  cadence: row.cadence ?? undefined,
  step: row.step,
  said: row.said == null ? undefined : parseSaid(row.said),
  about: row.about ?? undefined,
  dueOn: calendarDate(row.dueOn),
  dueAt: row.dueAt ?? undefined,
  snoozes: row.snoozes,
  attempts: row.attempts,
  state: row.state,
  closedAt: row.closedAt ?? undefined,
  brokenAt: row.brokenAt ?? undefined,
  pooledAt: row.pooledAt ?? undefined,
  pausedAt: row.pausedAt ?? undefined,
  repId: row.repId,
  repName: row.repName,
  purchaseId: row.purchaseId ?? undefined,
  product: row.product ?? undefined,
  customer: {
    id: row.customerId,
    name: row.name,
    company: row.company ?? undefined,
    phone: row.phone ?? undefined,
    country: row.country ?? undefined,
    contact: {
      zone: row.zone ?? undefined,
      from: row.contactFrom ?? undefined,
      to: row.contactTo ?? undefined,
      days: row.contactDays,
      trade: row.trade ?? undefined,
    },
  },
});

const touchColumns = piece`
  t."id", t."kind"::text AS "kind", t."cadence", t."step", cd."words" -> t."step" AS "said", t."about", t."dueOn", t."dueAt", t."snoozes",
  t."attempts", t."state"::text AS "state", t."closedAt", t."brokenAt", t."pooledAt", t."pausedAt", t."repId", r."name" AS "repName", t."purchaseId", p."product",
  c."id" AS "customerId", c."name", c."company", c."phone", c."country", c."zone", c."contactFrom", c."contactTo", c."contactDays", c."trade"`;

/** Whom and what a touch is about, and the team's own words for it. */
const whatTouchesNeed = piece`
  JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c."id" = t."customerId"
  JOIN "Person" r ON r."workspaceId" = t."workspaceId" AND r."id" = t."repId"
  LEFT JOIN "Purchase" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."purchaseId"
  LEFT JOIN "Cadence" cd ON cd."workspaceId" = t."workspaceId" AND cd."key" = t."cadence"`;

export interface TouchPage {
  readonly touches: readonly Touch[];
  readonly total: number;
  readonly overdue: number;
}

/**
 * One page of open follow-ups, by conversations: overdue ones first, then by day; within both by what matters. The touches
 * of a conversation stand together, and `total` and `overdue` count conversations.
 */
export async function listTouches(data: Reads, query: ListQuery, personId: string, today: CalendarDate): Promise<TouchPage> {
  const everybody = query.team || query.customerId !== undefined;
  // Conditions of this list alone: with `OR … IS NULL` the server could not keep one plan for all of them.
  const ofRep = everybody ? piece`` : piece`AND "repId" = ${query.repId ?? personId}::uuid`;
  // What nobody has, or what waits for a complaint, is on no rep's list; the customer's own shows it.
  const ofCustomer =
    query.customerId === undefined
      ? piece`AND "pooledAt" IS NULL AND "pausedAt" IS NULL`
      : piece`AND "customerId" = ${query.customerId}::uuid`;
  const inOrder = piece`GREATEST(min("dueOn"), ${today}::date - 1), min("kind"), min("dueOn"), min("dueAt") NULLS LAST, "customerId", "repId"`;
  const rows = await data.rows<TouchRow & { total: number; overdue: number }>`
    SELECT ${touchColumns}, g."total", g."overdue"
    FROM (
      SELECT array_agg("id" ORDER BY "kind", "dueOn", "dueAt" NULLS LAST, "id") AS "ids", row_number() OVER (ORDER BY ${inOrder}) AS "place",
        (count(*) OVER ())::int AS "total", (sum(CASE WHEN min("dueOn") < ${today}::date THEN 1 ELSE 0 END) OVER ())::int AS "overdue"
      FROM "Touch"
      WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' AND "dueOn" <= ${lastDay(query, today)}::date ${ofRep} ${ofCustomer}
      GROUP BY "customerId", "repId", GREATEST("dueOn", ${today}::date), "pooledAt" IS NULL, "pausedAt" IS NULL
      ORDER BY "place" LIMIT ${pageSize} OFFSET ${query.page * pageSize}
    ) g CROSS JOIN LATERAL unnest(g."ids") WITH ORDINALITY AS m("id", "nth")
    JOIN "Touch" t ON t."workspaceId" = ${WORKSPACE} AND t."id" = m."id" ${whatTouchesNeed}
    ORDER BY g."place", m."nth"`;
  return { touches: rows.map(touchOf), total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0 };
}

export async function findTouch(data: Reads, id: string): Promise<Touch | undefined> {
  const [row] = await data.rows<TouchRow>`
    SELECT ${touchColumns} FROM "Touch" t ${whatTouchesNeed} WHERE t."workspaceId" = ${WORKSPACE} AND t."id" = ${id}::uuid`;
  return row && touchOf(row);
}

export async function findTouches(data: Reads, ids: readonly string[]): Promise<readonly Touch[]> {
  if (ids.length === 0) return [];
  const rows = await data.rows<TouchRow>`
    SELECT ${touchColumns} FROM "Touch" t ${whatTouchesNeed}
    WHERE t."workspaceId" = ${WORKSPACE} AND t."id" = ANY(${[...ids]}::uuid[]) ORDER BY t."kind", t."dueOn", t."dueAt" NULLS LAST, t."id"`;
  return rows.map(touchOf);
}

/** The customer's open touches, the next first. */
export async function openTouches(data: Reads, customerId: string, limit = 20): Promise<readonly Touch[]> {
  return openTouchesOf(data, [customerId], limit);
}

/** The same of several customers, so many of each at most, in one statement. */
export async function openTouchesOf(data: Reads, customerIds: readonly string[], limit: number): Promise<readonly Touch[]> {
  const rows = await data.rows<TouchRow>`
    SELECT ${touchColumns} FROM unnest(${[...new Set(customerIds)]}::uuid[]) AS x("id")
    CROSS JOIN LATERAL (
      SELECT * FROM "Touch" o WHERE o."workspaceId" = ${WORKSPACE} AND o."customerId" = x."id" AND o."state" = 'open' ORDER BY o."dueOn", o."kind" LIMIT ${limit}
    ) t ${whatTouchesNeed} ORDER BY t."dueOn", t."kind"`;
  return rows.map(touchOf);
}

/** What this rep has next after a day. */
export async function nextTouch(data: Reads, repId: string, after: CalendarDate): Promise<Touch | undefined> {
  const [row] = await data.rows<TouchRow>`
    SELECT ${touchColumns} FROM "Touch" t ${whatTouchesNeed}
    WHERE t."workspaceId" = ${WORKSPACE} AND t."repId" = ${repId}::uuid AND t."state" = 'open' AND t."pooledAt" IS NULL AND t."pausedAt" IS NULL
      AND t."dueOn" > ${after}::date
    ORDER BY t."dueOn", t."kind" LIMIT 1`;
  return row && touchOf(row);
}

export interface NewTouch {
  readonly id: string;
  readonly customerId: string;
  readonly purchaseId?: string | undefined;
  readonly repId: string;
  readonly kind: TouchKind;
  readonly cadence?: string | undefined;
  readonly step: string;
  /** The day that led to it, where that is no purchase. */
  readonly occursOn?: CalendarDate | undefined;
  readonly about?: string | undefined;
  readonly dueOn: CalendarDate;
  readonly dueAt?: Date | undefined;
  /** When the rep is nudged; absent: at the moment itself. */
  readonly nudgeAt?: Date | undefined;
  readonly attempts?: number;
  /** The day is agreed with the customer. */
  readonly agreed?: boolean;
}

/** What a cadence planned before stays as it is. */
export async function addTouches(tx: Tx, touches: readonly NewTouch[], now: Date): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.touch.createMany({
    data: touches.map(({ dueOn, dueAt, nudgeAt, occursOn, ...touch }) => ({
      workspaceId,
      ...touch,
      dueOn: dateColumn(dueOn),
      occursOn: occursOn ? dateColumn(occursOn) : null,
      dueAt: dueAt ?? null,
      nextNudgeAt: nudgeAt ?? dueAt ?? null,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
}

/** Closes an open touch; false where it was closed already. */
export async function closeTouch(tx: Tx, id: string, state: 'done' | 'dropped', reason: string, at: Date): Promise<boolean> {
  const { count } = await tx.db.touch.updateMany({
    where: { id, state: 'open' },
    data: { state, closedReason: reason, closedAt: at, nextNudgeAt: null },
  });
  return count > 0;
}

/** Ends every open touch of a customer; gives their ids. */
export async function dropTouches(tx: Tx, customerId: string, reason: string, at: Date): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>`
    UPDATE "Touch" SET "state" = 'dropped', "closedReason" = ${reason}, "closedAt" = ${at}, "nextNudgeAt" = NULL
    WHERE "workspaceId" = ${WORKSPACE} AND "customerId" = ${customerId}::uuid AND "state" = 'open' RETURNING "id"`;
  return rows.map(({ id }) => id);
}

export async function reopenTouches(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute`
    UPDATE "Touch" SET "state" = 'open', "closedReason" = NULL, "closedAt" = NULL, "nextNudgeAt" = "dueAt"
    WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY(${[...ids]}::uuid[])`;
}

export interface Moved {
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
  readonly attempts?: number;
  readonly snoozes?: number;
  /** The day was named by a person: the weekly limit does not move it. */
  readonly agreed?: boolean;
}

/** Moves an open touch to another day; false where it is closed. */
export async function moveTouch(tx: Tx, id: string, to: Moved): Promise<boolean> {
  const { dueOn, dueAt, ...rest } = to;
  const { count } = await tx.db.touch.updateMany({
    where: { id, state: 'open' },
    data: { dueOn: dateColumn(dueOn), dueAt: dueAt ?? null, nextNudgeAt: dueAt ?? null, ...rest },
  });
  return count > 0;
}

export async function deleteTouch(tx: Tx, id: string): Promise<void> {
  await tx.db.touch.deleteMany({ where: { id } });
}
