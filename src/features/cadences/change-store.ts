import { calendarDate } from '../../store/dates.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { parseSaid } from '../followups/index.ts';
import type { CadenceTouch, Tier } from './cadence.ts';
import type { Effect, OpenTouch } from './change-effects.ts';

interface Row {
  readonly id: string;
  readonly step: string;
  readonly said: unknown;
  readonly dueOn: Date;
  readonly anchor: Date | null;
  readonly product: string | null;
  readonly country: string | null;
  readonly tier: Tier | null;
  readonly customer: string;
  readonly taken: boolean;
}

/** The open touches that a cadence planned, the next first. `country`: of customers without one. */
export async function openTouchesOf(data: Reads, cadence: string, country: string | undefined): Promise<readonly OpenTouch[]> {
  const rows = await data.rows<Row>`
    SELECT t."id", t."step", cd."words" -> t."step" AS "said", t."dueOn", COALESCE(t."occursOn", p."boughtOn") AS "anchor", p."product",
           COALESCE(c."country", ${country ?? null}) AS "country", c."tier"::text AS "tier", c."name" AS "customer",
           (t."snoozes" > 0 OR t."attempts" > 0 OR t."dueAt" IS NOT NULL OR t."agreed") AS "taken"
    FROM "Touch" t JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c."id" = t."customerId"
    LEFT JOIN "Purchase" p ON p."workspaceId" = t."workspaceId" AND p."id" = t."purchaseId"
    LEFT JOIN "Cadence" cd ON cd."workspaceId" = t."workspaceId" AND cd."key" = t."cadence"
    WHERE t."workspaceId" = ${WORKSPACE} AND t."state" = 'open' AND t."cadence" = ${cadence} ORDER BY t."dueOn", c."name", t."id"`;
  return rows.map(({ said, dueOn, anchor, product, country: of, tier, ...row }) => ({
    ...row,
    said: said == null ? undefined : parseSaid(said),
    dueOn: calendarDate(dueOn),
    anchor: anchor ? calendarDate(anchor) : undefined,
    product: product ?? undefined,
    country: of ?? undefined,
    tier: tier ?? undefined,
  }));
}

/** Puts touches on their new days. */
export async function moveTouches(tx: Tx, effects: readonly Effect[]): Promise<void> {
  const moves = effects.flatMap(({ touch, fate }) => (fate.kind === 'move' ? [{ id: touch.id, to: fate.to }] : []));
  if (moves.length === 0) return;
  await tx.execute`
    UPDATE "Touch" t SET "dueOn" = m."to"::date
    FROM unnest(${moves.map(({ id }) => id)}::uuid[], ${moves.map(({ to }) => to)}::text[]) AS m("id", "to")
    WHERE t."workspaceId" = ${WORKSPACE} AND t."id" = m."id" AND t."state" = 'open'`;
}

/** What is planned becomes what the cadence's touches are now: a call, a note. */
export async function renewKinds(tx: Tx, cadence: string, touches: readonly CadenceTouch[]): Promise<void> {
  await tx.execute`
    UPDATE "Touch" t SET "kind" = k."kind"::"TouchKind"
    FROM unnest(${touches.map(({ step }) => step)}::text[], ${touches.map(({ kind }) => kind)}::text[]) AS k("step", "kind")
    WHERE t."workspaceId" = ${WORKSPACE} AND t."state" = 'open' AND t."cadence" = ${cadence} AND t."step" = k."step"
      AND t."kind" <> k."kind"::"TouchKind"`;
}
