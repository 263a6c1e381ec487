import type { MessageRef } from '../../chat/platform.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';

/** How the touches stand that a nudge tells of: its own, or those that its message carries. */
export async function toldTouches(data: Reads, nudgeId: string): Promise<readonly string[]> {
  const rows = await data.rows<{ id: string }>`
    SELECT t."id" FROM "Nudge" n JOIN "Touch" t ON t."workspaceId" = n."workspaceId" AND t."id" = n."touchId"
    WHERE n."workspaceId" = ${WORKSPACE} AND (n."id" = ${nudgeId}::uuid OR n."carrierId" = ${nudgeId}::uuid)
      AND t."state" = 'open' AND t."pooledAt" IS NULL AND t."pausedAt" IS NULL AND t."repId" = n."personId"
      AND CASE WHEN n."stage" IS NULL THEN t."heard" IS NOT NULL ELSE t."heard" = n."stage" END
    ORDER BY t."kind", t."dueOn", t."dueAt" NULLS LAST, t."id"`;
  return rows.map(({ id }) => id);
}

export interface StandingNudge {
  readonly id: string;
  readonly kind: 'touch' | 'digest';
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
    standing: messages.flatMap(({ id, kind, state, platform, team, channel, message, personId }) =>
      state === 'sent' && platform && team && channel && message
        ? [{ id, kind: kind === 'digest' ? 'digest' : 'touch', platform, team, ref: { channel, message }, personId }]
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
