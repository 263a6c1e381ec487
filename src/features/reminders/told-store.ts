import type { MessageRef } from '../../chat/platform.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import type { Nudge } from './nudge-store.ts';

/** What a message tells of. */
export interface Told {
  readonly touchIds: readonly string[];
  /** Something among it came up while nobody could tell it. */
  readonly late: boolean;
}

/** The touches that nudges tell of as they stand now, their own or those that their messages carry; by nudge, in one statement. */
export async function toldTouches(data: Reads, nudgeIds: readonly string[]): Promise<ReadonlyMap<string, Told>> {
  const ids = [...nudgeIds];
  const rows = await data.rows<{ nudgeId: string; id: string; late: boolean }>`
    SELECT told."nudgeId", t."id", COALESCE(n."because" @> '[{"rule":"missed"}]', FALSE) AS "late"
    FROM (
      SELECT "id" AS "nudgeId", "id" FROM "Nudge" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY(${ids}::uuid[])
      UNION ALL
      SELECT "carrierId", "id" FROM "Nudge" WHERE "workspaceId" = ${WORKSPACE} AND "carrierId" = ANY(${ids}::uuid[])
    ) told
    JOIN "Nudge" n ON n."workspaceId" = ${WORKSPACE} AND n."id" = told."id"
    JOIN "Touch" t ON t."workspaceId" = n."workspaceId" AND t."id" = n."touchId"
    WHERE t."state" = 'open' AND t."pooledAt" IS NULL AND t."pausedAt" IS NULL AND t."repId" = n."personId"
      AND CASE WHEN n."stage" IS NULL THEN t."heard" IS NOT NULL ELSE t."heard" = n."stage" END`;
  const byNudge = Map.groupBy(rows, ({ nudgeId }) => nudgeId);
  return new Map(
    [...byNudge].map(([nudgeId, told]) => [nudgeId, { touchIds: told.map(({ id }) => id), late: told.some(({ late }) => late) }]),
  );
}

/** Whether the promise that a nudge warns of is due already. */
export async function isPastWarning(data: Reads, nudgeId: string, now: Date): Promise<boolean> {
  const rows = await data.rows`
    SELECT 1 FROM "Nudge" n JOIN "Touch" t ON t."workspaceId" = n."workspaceId" AND t."id" = n."touchId"
    WHERE n."workspaceId" = ${WORKSPACE} AND n."id" = ${nudgeId}::uuid AND t."dueAt" <= ${now}`;
  return rows.length > 0;
}

export interface StandingNudge {
  readonly id: string;
  readonly kind: 'touch' | 'digest';
  readonly stage: Nudge['stage'];
  readonly platform: 'slack' | 'teams';
  readonly team: string;
  readonly ref: MessageRef;
  readonly personId: string;
}

/** The messages that tell of a touch and have not been replaced; `sending` where one may be on its way. */
export async function standingNudges(
  data: Reads,
  touchId: string,
): Promise<{ readonly sending: boolean; readonly standing: readonly StandingNudge[] }> {
  const rows = await data.db.nudge.findMany({
    where: { touchId, settledAt: null, state: { in: ['sending', 'sent', 'folded'] } },
  });
  const carriers = await data.db.nudge.findMany({
    where: { id: { in: rows.flatMap(({ carrierId }) => carrierId ?? []) }, settledAt: null },
  });
  const messages = [...rows.filter(({ state }) => state !== 'folded'), ...carriers];
  return {
    sending: messages.some(({ state }) => state === 'sending'),
    standing: messages.flatMap(({ id, kind, stage, state, platform, team, channel, message, personId }) =>
      state === 'sent' && platform && team && channel && message
        ? [
            {
              id,
              kind: kind === 'digest' ? 'digest' : 'touch',
              stage: stage ?? undefined,
              platform,
              team,
              ref: { channel, message },
              personId,
            },
          ]
        : [],
    ),
  };
}

/** No button of these messages is left. */
export async function noteSettled(tx: Tx, where: { readonly id: string } | MessageRef, at: Date): Promise<void> {
  const { workspaceId } = tx;
  const nudge =
    'id' in where
      ? where
      : await tx.db.nudge.findFirst({ where: { workspaceId, channel: where.channel, message: where.message } });
  if (!nudge) return;
  await tx.db.nudge.updateMany({ where: { OR: [{ id: nudge.id }, { carrierId: nudge.id }] }, data: { settledAt: at } });
}

/**
 * What was told together with something that is settled now, and has an hour of its own still to come, is nudged of at that
 * hour after all: it was left open on purpose.
 */
export async function tellLeftOpen(tx: Tx, customerId: string, settled: readonly string[], now: Date): Promise<void> {
  await tx.execute`
    WITH back AS (
      UPDATE "Touch" t SET "heard" = NULL, "heardAt" = NULL, "replan" = TRUE
      FROM "Nudge" n JOIN "Nudge" c ON c."workspaceId" = n."workspaceId" AND c."id" = n."carrierId" AND c."kind" = 'touch'
      WHERE t."workspaceId" = ${WORKSPACE} AND t."customerId" = ${customerId}::uuid AND t."state" = 'open' AND t."heard" = 'due' AND t."dueAt" > ${now}
        AND t."id" <> ALL(${[...settled]}::uuid[])
        AND n."workspaceId" = t."workspaceId" AND n."touchId" = t."id" AND n."state" = 'folded' AND n."stage" = 'due'
      RETURNING n."id"
    )
    UPDATE "Nudge" n SET "key" = n."key" || ':' || n."id" FROM back WHERE n."workspaceId" = ${WORKSPACE} AND n."id" = back."id"`;
}
