import { addDays, businessDayFrom, type CalendarDate, daysBetween } from '../../calendar/index.ts';
import { calendarDate, dateColumn } from '../../store/dates.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { addChanges, type NewChange } from '../followups/index.ts';

/** Whether the last of the customer's complaints is solved, or the first has opened; undefined where nothing changed. */
export async function noteComplaint(tx: Tx, customerId: string, complaintId: string, open: boolean): Promise<boolean> {
  await tx.rows`SELECT 1 FROM "Customer" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${customerId}::uuid FOR UPDATE`;
  const customer = await tx.db.customer.findFirst({ where: { id: customerId }, select: { openComplaints: true } });
  if (!customer) return false;
  const before = customer.openComplaints;
  const after = open ? [...new Set([...before, complaintId])] : before.filter((id) => id !== complaintId);
  await tx.db.customer.updateMany({ where: { id: customerId }, data: { openComplaints: after } });
  return open ? after.length > 0 : before.length > 0 && after.length === 0;
}

export async function hasComplaint(data: Reads, customerId: string): Promise<boolean> {
  const customer = await data.db.customer.findFirst({ where: { id: customerId }, select: { openComplaints: true } });
  return customer !== null && customer.openComplaints.length > 0;
}

/** Selling waits: what the named cadences planned, and what a customer wanted more of (playbook: P1). */
export async function pauseTouches(
  tx: Tx,
  customerId: string,
  cadences: readonly string[],
  now: Date,
  newId: () => string,
): Promise<void> {
  const paused = await tx.rows<{ id: string }>`
    UPDATE "Touch" SET "pausedAt" = ${now}, "nextNudgeAt" = NULL
    WHERE "workspaceId" = ${WORKSPACE} AND "customerId" = ${customerId}::uuid AND "state" = 'open' AND "pausedAt" IS NULL
      AND "kind" NOT IN ('promise', 'complaint') AND ("cadence" = ANY(${[...cadences]}::text[]) OR ("cadence" IS NULL AND "step" = 'wants_more'))
    RETURNING "id"`;
  const changes = paused.map(({ id }): NewChange => ({ id: newId(), touchId: id, kind: 'paused', reason: 'complaint' }));
  await addChanges(tx, changes, now);
}

/** A thank-you or a first call so late says the wrong thing. */
const lateDays = 30;

/**
 * The complaint is solved: what waited comes back with fresh days, as far apart as it was planned, from the next open day
 * on. What waited too long is let go.
 */
export async function resumeTouches(
  tx: Tx,
  customerId: string,
  { today, now, country, newId }: { today: CalendarDate; now: Date; country: string | undefined; newId: () => string },
): Promise<void> {
  const rows = await tx.db.touch.findMany({
    where: { customerId, state: 'open', pausedAt: { not: null } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  const start = businessDayFrom(addDays(today, 1), country);
  const firstOn = rows.map(({ dueOn }) => calendarDate(dueOn)).find((on) => on < start);
  const changes: NewChange[] = [];
  for (const { id, dueOn, dueAt } of rows) {
    const on = calendarDate(dueOn);
    const from = { dueOn: on, dueAt: dueAt ?? undefined };
    const change = { id: newId(), touchId: id, kind: 'resumed' as const, from, reason: 'solved' };
    if (daysBetween(on, today) > lateDays) {
      const closed = { state: 'dropped' as const, closedAt: now, closedReason: 'complaint', pausedAt: null, nextNudgeAt: null };
      await tx.db.touch.updateMany({ where: { id }, data: closed });
      changes.push(change);
      continue;
    }
    // What still lies ahead keeps its day; what went by is moved as a whole.
    const fresh = on >= start || firstOn === undefined ? on : businessDayFrom(addDays(start, daysBetween(firstOn, on)), country);
    const moved = fresh !== on;
    await tx.db.touch.updateMany({
      where: { id },
      data: { pausedAt: null, ...(moved ? { dueOn: dateColumn(fresh), dueAt: null } : {}) },
    });
    changes.push({ ...change, to: { dueOn: fresh, dueAt: moved ? undefined : from.dueAt } });
  }
  await addChanges(tx, changes, now);
}
