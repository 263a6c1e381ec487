import type { CalendarDate } from '../../calendar/index.ts';
import { type Reads, WORKSPACE } from '../../store/index.ts';

/** What slips in a team, for who leads it. */
export interface Slips {
  /** Touches that stayed open too long, or whose rep is gone; the ids, what matters most first. */
  readonly overdue: readonly string[];
  /** People whom reminders could not reach, how many, and the platform's word for why. */
  readonly unreached: readonly { readonly name: string; readonly count: number; readonly problem: string }[];
  /** People with more due than one can do. */
  readonly full: readonly { readonly name: string; readonly count: number }[];
  /** People who had reminders and logged nothing for two weeks. */
  readonly silent: readonly { readonly name: string; readonly count: number }[];
  /** People who are away, with nobody to stand in. */
  readonly away: readonly { readonly name: string; readonly count: number }[];
}

const silentMs = 14 * 86_400_000;
/** Fewer reminders than this say nothing about somebody. */
const fewest = 5;

/** Who leads: managers, or admins where there are none. */
export async function leads(data: Reads, personId: string): Promise<boolean> {
  const [row] = await data.rows<{ leads: boolean }>`
    SELECT "role" = 'manager' OR ("role" = 'admin' AND NOT EXISTS (
      SELECT 1 FROM "Person" m WHERE m."workspaceId" = p."workspaceId" AND m."role" = 'manager' AND m."leftAt" IS NULL)) AS "leads"
    FROM "Person" p WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${personId}::uuid`;
  return row?.leads ?? false;
}

/** Until when the last such message told this person; what slipped before is not told again. */
async function toldUntil(data: Reads, personId: string, nudgeId: string): Promise<Date> {
  const [row] = await data.rows<{ at: Date | null }>`
    SELECT max("createdAt") AS "at" FROM "Nudge" WHERE "workspaceId" = ${WORKSPACE} AND "personId" = ${personId}::uuid AND "kind" = 'team'
      AND "state" = 'sent' AND "id" <> ${nudgeId}::uuid`;
  return row?.at ?? new Date(0);
}

/** All that slipped since the last message up to this one. `weekly`: also what stays so for long, which is not said every day. */
export async function findSlips(
  data: Reads,
  personId: string,
  nudge: { readonly id: string; readonly createdAt: Date },
  today: CalendarDate,
  weekly: boolean,
): Promise<Slips> {
  const since = await toldUntil(data, personId, nudge.id);
  const until = nudge.createdAt;
  const overdue = await data.rows<{ id: string }>`
    SELECT "id" FROM "Touch" WHERE "workspaceId" = ${WORKSPACE} AND "escalatedAt" > ${since} AND "escalatedAt" <= ${until}
      AND "state" = 'open' AND "pooledAt" IS NULL AND "pausedAt" IS NULL ORDER BY "kind", "dueOn", "id"`;
  const unreached = await data.rows<{ name: string; count: number; problem: string }>`
    SELECT p."name", count(*)::int AS "count", COALESCE(max(n."problem"), '') AS "problem" FROM "Nudge" n
    JOIN "Person" p ON p."workspaceId" = n."workspaceId" AND p."id" = n."personId"
    WHERE n."workspaceId" = ${WORKSPACE} AND n."state" = 'failed' AND n."createdAt" > ${since} AND n."createdAt" <= ${until} GROUP BY p."id", p."name" ORDER BY p."name"`;
  const full = await data.rows<{ name: string; count: number }>`
    SELECT p."name", count(*)::int AS "count" FROM "Touch" t JOIN "Person" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."repId"
    JOIN "Workspace" w ON w."id" = t."workspaceId"
    WHERE t."workspaceId" = ${WORKSPACE} AND t."state" = 'open' AND t."pooledAt" IS NULL AND t."pausedAt" IS NULL AND t."dueOn" <= ${today}::date
    GROUP BY p."id", p."name", w."fullList" HAVING count(*) > w."fullList" ORDER BY count(*) DESC`;
  const silent = weekly ? await silentPeople(data, new Date(until.getTime() - silentMs), until) : [];
  const away = await data.rows<{ name: string; count: number }>`
    SELECT p."name", count(*)::int AS "count" FROM "Person" p
    JOIN "Touch" t ON t."workspaceId" = p."workspaceId" AND t."repId" = p."id" AND t."state" = 'open' AND t."pooledAt" IS NULL AND t."dueOn" <= ${today}::date
    WHERE p."workspaceId" = ${WORKSPACE} AND p."standInId" IS NULL AND p."awayFrom" <= ${today}::date AND p."awayUntil" >= ${today}::date
    GROUP BY p."id", p."name" ORDER BY p."name"`;
  return { overdue: overdue.map(({ id }) => id), unreached, full, silent, away };
}

function silentPeople(data: Reads, since: Date, until: Date): Promise<{ name: string; count: number }[]> {
  return data.rows<{ name: string; count: number }>`
    SELECT p."name", count(*)::int AS "count" FROM "Nudge" n JOIN "Person" p ON p."workspaceId" = n."workspaceId" AND p."id" = n."personId"
    WHERE n."workspaceId" = ${WORKSPACE} AND n."kind" IN ('touch', 'digest') AND n."state" = 'sent' AND n."createdAt" > ${since} AND n."createdAt" <= ${until}
      AND p."leftAt" IS NULL AND p."role" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Entry" e WHERE e."workspaceId" = p."workspaceId" AND e."personId" = p."id" AND e."at" > ${since})
    GROUP BY p."id", p."name" HAVING count(*) >= ${fewest} ORDER BY p."name"`;
}

export const nothingSlips = ({ overdue, unreached, full, silent, away }: Slips): boolean =>
  overdue.length + unreached.length + full.length + silent.length + away.length === 0;
