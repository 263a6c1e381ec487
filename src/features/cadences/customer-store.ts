import type { CalendarDate } from '../../calendar/index.ts';
import { calendarDate } from '../../store/dates.ts';
import { type Tx, WORKSPACE } from '../../store/index.ts';

export interface Coming {
  readonly id: string;
  readonly cadence: string;
  readonly step: string;
  readonly occursOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** The customer's touches that days led to and that nobody has taken in hand yet. */
export async function comingTouches(tx: Tx, customerId: string, today: CalendarDate): Promise<readonly Coming[]> {
  const rows = await tx.rows<Omit<Coming, 'occursOn' | 'dueOn'> & { occursOn: Date; dueOn: Date }>`
    SELECT "id", "cadence", "step", "occursOn", "dueOn" FROM "Touch"
    WHERE "workspaceId" = ${WORKSPACE} AND "customerId" = ${customerId}::uuid AND "state" = 'open' AND "cadence" IS NOT NULL
      AND "occursOn" IS NOT NULL AND "dueOn" >= ${today}::date AND "snoozes" = 0 AND "attempts" = 0`;
  return rows.map(({ occursOn, dueOn, ...row }) => ({ ...row, occursOn: calendarDate(occursOn), dueOn: calendarDate(dueOn) }));
}

/** `cadence-off`: comes back when its cadence plans it again. `returned`: comes back when the purchase is kept after all. */
export type DropReason = 'cadence-off' | 'cadence' | 'returned' | 'complaint';

export async function dropPlanned(tx: Tx, ids: readonly string[], reason: DropReason, now: Date): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.execute`
    UPDATE "Touch" SET "state" = 'dropped', "closedReason" = ${reason}, "closedAt" = ${now}, "nextNudgeAt" = NULL
    WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY(${[...ids]}::uuid[]) AND "state" = 'open'`;
}

/** What is given back needs no calls. */
export async function dropReturned(tx: Tx, purchaseId: string, now: Date): Promise<number> {
  return tx.execute`
    UPDATE "Touch" SET "state" = 'dropped', "closedReason" = 'returned', "closedAt" = ${now}, "nextNudgeAt" = NULL
    WHERE "workspaceId" = ${WORKSPACE} AND "purchaseId" = ${purchaseId}::uuid AND "state" = 'open' AND "cadence" IS NOT NULL`;
}

/** Brings back what a return had ended and what has not gone by since. */
export async function reviveReturned(tx: Tx, purchaseId: string, today: CalendarDate): Promise<number> {
  return tx.execute`
    UPDATE "Touch" SET "state" = 'open', "closedReason" = NULL, "closedAt" = NULL, "nextNudgeAt" = "dueAt"
    WHERE "workspaceId" = ${WORKSPACE} AND "purchaseId" = ${purchaseId}::uuid AND "state" = 'dropped' AND "closedReason" = 'returned'
      AND "dueOn" >= ${today}::date`;
}

/** Open touches of these cadences with a customer. */
export async function openOf(tx: Tx, customerId: string, cadences: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>`
    SELECT "id" FROM "Touch" WHERE "workspaceId" = ${WORKSPACE} AND "customerId" = ${customerId}::uuid AND "state" = 'open'
      AND "cadence" = ANY(${[...cadences]}::text[])`;
  return rows.map(({ id }) => id);
}

/** What a customer bought and kept. */
export async function keptProducts(tx: Tx, customerId: string): Promise<readonly string[]> {
  const rows = await tx.db.purchase.findMany({ where: { customerId, returnedAt: null }, select: { product: true } });
  return rows.map(({ product }) => product);
}
