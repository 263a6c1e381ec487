import type { NewId } from '../../app/ids.ts';
import { dateIn } from '../../calendar/index.ts';
import { type Scope, type System, type Tx, WORKSPACE } from '../../store/index.ts';
import { createCustomer, findCustomer, identityKey, recogniseCustomer } from '../customers/index.ts';
import type { HookSale } from './hook-order.ts';
import { addPurchase, boughtOnDay, findNamedRep, firstAdmin } from './store.ts';

export interface HookWorkspace {
  readonly id: string;
  readonly zone: string;
  readonly country: string | undefined;
}

/** The workspace a shop means: the one it names, or the only one there is. */
export async function findHookWorkspace(
  { prisma }: System,
  named: string | undefined,
): Promise<HookWorkspace | 'none' | 'several'> {
  const rows = await prisma.workspace.findMany({
    ...(named === undefined ? {} : { where: { id: named } }),
    take: 2,
    select: { id: true, zone: true, country: true },
  });
  const [only, second] = rows;
  if (!only) return 'none';
  return second ? 'several' : { ...only, country: only.country ?? undefined };
}

/** Keeps that this delivery came; false where it came before. Its row holds a second one back until the first has ended. */
async function claim(tx: Tx, key: string, hash: string, now: Date): Promise<boolean> {
  const rows = await tx.execute`
    INSERT INTO "Delivery" ("workspaceId", "key", "at", "hash")
    VALUES (${WORKSPACE}, ${key}, ${now.toISOString()}::timestamptz, ${hash})
    ON CONFLICT ("workspaceId", "key") DO NOTHING`;
  return rows > 0;
}

/** What was called off needs no calls. */
async function dropCancelled(tx: Tx, keys: readonly string[], now: Date): Promise<number> {
  if (keys.length === 0) return 0;
  await tx.execute`
    UPDATE "Purchase" SET "returnedAt" = ${now.toISOString()}::timestamptz
    WHERE "workspaceId" = ${WORKSPACE} AND "key" = ANY(${keys}::text[]) AND "returnedAt" IS NULL`;
  return tx.execute`
    UPDATE "Touch" t SET "state" = 'dropped', "closedReason" = 'cancelled', "closedAt" = ${now.toISOString()}::timestamptz, "nextNudgeAt" = NULL
    FROM "Purchase" p
    WHERE t."workspaceId" = ${WORKSPACE} AND p."workspaceId" = t."workspaceId" AND p."id" = t."purchaseId" AND t."state" = 'open'
      AND p."key" = ANY(${keys}::text[])`;
}

export type Kept =
  | { readonly kind: 'duplicate' }
  /** Nobody is there who could get the calls. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'kept'; readonly purchases: number; readonly touches: number; readonly dropped: number };

interface Delivered {
  /** Names the delivery, so that it counts once. */
  readonly key: string;
  readonly hash: string;
  readonly sale: HookSale;
}

class NobodyThere extends Error {}

/** Keeps what a hook brought, all of it or nothing. */
export async function keepHookSale(
  scope: Scope,
  { country, zone }: HookWorkspace,
  { key, hash, sale }: Delivered,
  now: Date,
  newId: NewId,
): Promise<Kept> {
  const moment = { now, today: dateIn(zone, now), newId };
  try {
    return await scope.transaction(async (tx): Promise<Kept> => {
      if (!(await claim(tx, key, hash, now))) return { kind: 'duplicate' };
      const dropped = await dropCancelled(tx, sale.cancelled, now);
      if (sale.purchases.length === 0) return { kind: 'kept', purchases: 0, touches: 0, dropped };
      const known = await recogniseCustomer(tx, identityKey(sale.customer));
      const repId = (sale.rep && (await findNamedRep(tx, sale.rep))) ?? known?.ownerId ?? (await firstAdmin(tx));
      // Thrown, so that the delivery counts as not come and may be sent again.
      if (!repId) throw new NobodyThere();
      const id = known?.id ?? newId();
      if (!known) await createCustomer(tx, id, sale.customer, repId, now);
      const customer = known ?? (await findCustomer(tx, id));
      if (!customer) throw new Error('A customer that was just created is not there');
      let purchases = 0;
      let touches = 0;
      for (const purchase of sale.purchases) {
        const first = !(await boughtOnDay(tx, id, purchase.boughtOn));
        const planned = await addPurchase(tx, customer, { ...purchase, id: newId(), repId }, country, moment, first);
        purchases += planned ? 1 : 0;
        touches += planned?.length ?? 0;
      }
      return { kind: 'kept', purchases, touches, dropped };
    });
  } catch (error) {
    if (error instanceof NobodyThere) return { kind: 'nobody' };
    throw error;
  }
}
