import { calendarDate, dateColumn } from '../../store/dates.ts';
import type { Reads, System, Tx } from '../../store/index.ts';
import { addTouches } from '../followups/index.ts';
import { type Due, warnAt } from './promise.ts';

/** A promise is a touch of its own kind: the first of every list, and never moved by itself. */
export async function addPromise(
  tx: Tx,
  promise: Due & { readonly id: string; readonly customerId: string; readonly repId: string; readonly what: string },
  now: Date,
): Promise<void> {
  const { what, ...touch } = promise;
  await addTouches(tx, [{ ...touch, kind: 'promise', step: 'promise', about: what, nudgeAt: warnAt(promise, now) }], now);
}

export interface Move {
  readonly id: string;
  readonly touchId: string;
  readonly personId: string;
  readonly from: Due;
  readonly to: Due;
  readonly reason: string;
  /** The customer was told. */
  readonly told: boolean;
}

/** Moves an open promise and keeps why; false where it is closed. */
export async function movePromise(tx: Tx, move: Move, now: Date): Promise<boolean> {
  const { from, to, ...kept } = move;
  const { count } = await tx.db.touch.updateMany({
    where: { id: move.touchId, state: 'open', kind: 'promise' },
    data: { dueOn: dateColumn(to.dueOn), dueAt: to.dueAt ?? null, nextNudgeAt: warnAt(to, now) ?? null, brokenAt: null },
  });
  if (count === 0) return false;
  const { workspaceId } = tx;
  const days = { fromOn: dateColumn(from.dueOn), fromAt: from.dueAt ?? null, toOn: dateColumn(to.dueOn), toAt: to.dueAt ?? null };
  await tx.db.promiseMove.create({ data: { workspaceId, ...kept, ...days, at: now } });
  return true;
}

/** How a customer's promises were moved, the last first. */
export async function listMoves(data: Reads, customerId: string, limit: number) {
  const rows = await data.db.promiseMove.findMany({
    where: { touch: { customerId } },
    include: { touch: { select: { about: true } } },
    orderBy: { at: 'desc' },
    take: limit,
  });
  return rows.map(({ touch, fromOn, fromAt, toOn, toAt, reason, told }) => ({
    about: touch.about ?? '',
    reason,
    told,
    from: { dueOn: calendarDate(fromOn), dueAt: fromAt ?? undefined },
    to: { dueOn: calendarDate(toOn), dueAt: toAt ?? undefined },
  }));
}

export interface PromiseRow {
  readonly createdAt: Date;
  readonly repId: string;
}

export async function findPromise(data: Reads, touchId: string): Promise<PromiseRow | undefined> {
  const row = await data.db.touch.findFirst({ where: { id: touchId, kind: 'promise', state: 'open' } });
  return row ?? undefined;
}

const batch = 200;

/** Marks the promises whose time has gone by, each once, and has the managers told. */
export function claimBroken(system: System, now: Date): Promise<number> {
  return system.transaction(async (tx) => {
    const broken = await tx.$queryRaw<{ workspaceId: string; id: string }[]>`
      WITH due AS (
        SELECT t."workspaceId", t."id" FROM "Touch" t JOIN "Person" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."repId"
        WHERE t."kind" = 'promise' AND t."state" = 'open' AND t."brokenAt" IS NULL AND t."dueOn" <= (${now}::timestamptz AT TIME ZONE 'UTC')::date + 1
          AND CASE WHEN t."dueAt" IS NULL THEN t."dueOn" < (${now}::timestamptz AT TIME ZONE p."zone")::date ELSE t."dueAt" < ${now} END
        LIMIT ${batch} FOR UPDATE OF t SKIP LOCKED
      )
      UPDATE "Touch" t SET "brokenAt" = ${now} FROM due WHERE t."workspaceId" = due."workspaceId" AND t."id" = due."id"
      RETURNING t."workspaceId", t."id"`;
    for (const { workspaceId, id } of broken) await tx.enqueue('promises.broken', { workspaceId, touchId: id });
    return broken.length;
  });
}

/** Its time went by, and it was neither kept nor moved since. */
export async function isBroken(data: Reads, touchId: string): Promise<boolean> {
  return (await data.db.touch.count({ where: { id: touchId, state: 'open', brokenAt: { not: null } } })) > 0;
}
