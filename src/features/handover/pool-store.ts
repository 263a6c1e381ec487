import type { CalendarDate } from '../../calendar/index.ts';
import { calendarDate } from '../../store/dates.ts';
import { type Reads, WORKSPACE } from '../../store/index.ts';
import { findTouch, type Touch } from '../followups/index.ts';

/** A customer in the pool, with what is open. */
export interface Pooled {
  readonly touch: Touch;
  /** Touches besides the most urgent one. */
  readonly more: number;
  readonly dueOn: CalendarDate;
}

export const poolPage = 8;

/** One page of customers whose open touches nobody has: the most urgent first. */
export async function listPool(
  data: Reads,
  page: number,
): Promise<{ readonly total: number; readonly pooled: readonly Pooled[] }> {
  const rows = await data.rows<{ first: string; count: number; dueOn: Date; total: number }>`
    SELECT (array_agg("id" ORDER BY "kind", "dueOn", "id"))[1] AS "first", count(*)::int AS "count", min("dueOn") AS "dueOn", (count(*) OVER ())::int AS "total"
    FROM "Touch" WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' AND "pooledAt" IS NOT NULL
    GROUP BY "customerId" ORDER BY min("kind"), min("dueOn"), "customerId"
    LIMIT ${poolPage} OFFSET ${page * poolPage}`;
  const pooled: Pooled[] = [];
  for (const { first, count, dueOn } of rows) {
    const touch = await findTouch(data, first);
    if (touch) pooled.push({ touch, more: count - 1, dueOn: calendarDate(dueOn) });
  }
  return { total: rows[0]?.total ?? 0, pooled };
}
