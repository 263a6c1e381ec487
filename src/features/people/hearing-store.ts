import { piece, type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import type { Hearing } from './hearing.ts';
import { type HearingRow, hearingOf } from './hearing-row.ts';

/** What `HearingRow` names, of `Person p` in `Workspace w`. */
export const hearingColumns = piece`p."zone", COALESCE(p."country", w."country") AS "country", p."hears"::text AS "hears", p."morningTime", p."digestTimes",
  p."mostPerHour", p."workFrom", p."workTo", p."workDays", p."quietFrom", p."quietTo", p."daysOff"::text[] AS "daysOff",
  p."awayFrom"::text AS "awayFrom", p."awayUntil"::text AS "awayUntil", p."standInId"`;

export async function findHearing(data: Reads, personId: string): Promise<Hearing | undefined> {
  const [row] = await data.rows<HearingRow>`
    SELECT ${hearingColumns} FROM "Person" p JOIN "Workspace" w ON w."id" = p."workspaceId"
    WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ${personId}::uuid`;
  return row && hearingOf(row);
}

/** Whose open touches are heard of at other moments from now on: they are worked out anew, by the next look of the sweep. */
export async function replanTouches(
  tx: Tx,
  whose: { readonly repId: string } | { readonly customerId: string } | 'everybody',
): Promise<void> {
  const of =
    whose === 'everybody'
      ? piece``
      : 'repId' in whose
        ? piece`AND "repId" = ${whose.repId}::uuid`
        : piece`AND "customerId" = ${whose.customerId}::uuid`;
  await tx.execute`UPDATE "Touch" SET "replan" = TRUE WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' ${of}`;
}
