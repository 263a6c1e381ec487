import { addDays, type CalendarDate, mondayOf } from '../../calendar/index.ts';
import { type Reads, WORKSPACE } from '../../store/index.ts';
import { limitOf } from './store.ts';

/**
 * How many contacts a customer has in the week of a day already, where another of this rep on that day would be more than the
 * team allows (playbook: P6); undefined where there is room. Counted as the sweep counts: what one rep has on one day is one.
 */
export async function fullWeek(
  data: Reads,
  wanted: { readonly customerId: string; readonly repId: string; readonly on: CalendarDate },
  today: CalendarDate,
): Promise<{ readonly limit: number } | undefined> {
  const monday = mondayOf(wanted.on);
  const sunday = addDays(monday, 6);
  const rows = await data.rows<{ repId: string; on: CalendarDate }>`
    SELECT "repId", GREATEST("dueOn", ${today}::date)::text AS "on" FROM "Touch"
    WHERE "workspaceId" = ${WORKSPACE} AND "customerId" = ${wanted.customerId}::uuid AND "state" = 'open' AND "pausedAt" IS NULL
      AND GREATEST("dueOn", ${today}::date) BETWEEN ${monday}::date AND ${sunday}::date
    UNION
    SELECT e."personId", (e."at" AT TIME ZONE p."zone")::date::text FROM "Entry" e
    JOIN "Person" p ON p."workspaceId" = e."workspaceId" AND p."id" = e."personId"
    WHERE e."workspaceId" = ${WORKSPACE} AND e."customerId" = ${wanted.customerId}::uuid AND e."undoneAt" IS NULL AND e."outcome" NOT IN ('no_answer', 'wrong_number')
      AND (e."at" AT TIME ZONE p."zone")::date BETWEEN ${monday}::date AND ${sunday}::date`;
  if (rows.some(({ repId, on }) => repId === wanted.repId && on === wanted.on)) return undefined;
  const limit = await limitOf(data);
  return rows.length >= limit ? { limit } : undefined;
}
