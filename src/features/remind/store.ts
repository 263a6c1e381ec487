import type { Tx } from '../../store/index.ts';

/** Takes back a follow-up that this rep planned since then and that is still open; false where there is none. */
export async function removeFollowUp(tx: Tx, id: string, repId: string, since: Date): Promise<boolean> {
  const where = { id, repId, kind: 'followup' as const, state: 'open' as const, createdAt: { gte: since } };
  return (await tx.db.touch.deleteMany({ where })).count > 0;
}
