import type { CalendarDate } from '../calendar/index.ts';
import { dateColumn } from '../store/dates.ts';
import { type Scope, WORKSPACE } from '../store/index.ts';

/** Sets tokens aside for a question; false where the day's ceiling does not leave as many. Two copies cannot pass it together. */
export async function reserveTokens(scope: Scope, on: CalendarDate, tokens: number, ceiling: number): Promise<boolean> {
  const changed = await scope.transaction(
    (tx) => tx.execute`
      INSERT INTO "ModelUse" ("workspaceId", "on", "tokens")
      SELECT ${WORKSPACE}, ${dateColumn(on)}::date, ${tokens}::int WHERE ${tokens}::int <= ${ceiling}::int
      ON CONFLICT ("workspaceId", "on") DO UPDATE SET "tokens" = "ModelUse"."tokens" + EXCLUDED."tokens"
      WHERE "ModelUse"."tokens" + EXCLUDED."tokens" <= ${ceiling}::int`,
  );
  return changed > 0;
}

/** Puts what a question really took in the place of what was set aside for it. */
export async function settleTokens(scope: Scope, on: CalendarDate, reserved: number, used: number): Promise<void> {
  await scope.transaction(
    (tx) => tx.execute`
      UPDATE "ModelUse" SET "tokens" = GREATEST(0, "tokens" + ${used - reserved}::int)
      WHERE "workspaceId" = ${WORKSPACE} AND "on" = ${dateColumn(on)}::date`,
  );
}

/** Tokens used or set aside on a day. */
export async function tokensUsed(scope: Scope, on: CalendarDate): Promise<number> {
  const row = await scope.db.modelUse.findFirst({ where: { on: dateColumn(on) } });
  return row?.tokens ?? 0;
}
