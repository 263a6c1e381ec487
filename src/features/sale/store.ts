import type { ChangeContext } from '../../app/context.ts';
import type { CalendarDate } from '../../calendar/index.ts';
import { dateColumn } from '../../store/dates.ts';
import { type Tx, WORKSPACE } from '../../store/index.ts';
import { listCadences, touchesAfter } from '../cadences/index.ts';
import type { Customer } from '../customers/index.ts';
import { addTouches, type NewTouch } from '../followups/index.ts';

export interface NewPurchase {
  readonly id: string;
  /** Says that it is the same purchase when a file or hook brings it again. */
  readonly key: string;
  readonly product: string;
  readonly boughtOn: CalendarDate;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly repId: string;
}

type Moment = Pick<ChangeContext, 'now' | 'today' | 'newId'>;

/** Keeps a purchase and plans what follows from it; undefined where it was there already. `first`: of that customer's on that day. */
export async function addPurchase(
  tx: Tx,
  customer: Pick<Customer, 'id' | 'country' | 'tier' | 'doNotContactAt'>,
  purchase: NewPurchase,
  country: string | undefined,
  { now, today, newId }: Moment,
  first = true,
): Promise<readonly NewTouch[] | undefined> {
  const { workspaceId } = tx;
  const { boughtOn, ...columns } = purchase;
  const { count } = await tx.db.purchase.createMany({
    data: [{ workspaceId, customerId: customer.id, ...columns, boughtOn: dateColumn(boughtOn), createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return undefined;
  const bought = { boughtOn, product: purchase.product, first };
  const buyer = { country: customer.country ?? country, tier: customer.tier };
  const planned = customer.doNotContactAt ? [] : touchesAfter(await listCadences(tx), bought, buyer, today);
  const touches = planned.map((touch) => ({
    ...touch,
    id: newId(),
    customerId: customer.id,
    purchaseId: purchase.id,
    repId: purchase.repId,
  }));
  await addTouches(tx, touches, now);
  return touches;
}

/** Whether the customer bought something on that day: what is bought on one day leads to one round of calls. */
export async function boughtOnDay(tx: Tx, customerId: string, boughtOn: CalendarDate): Promise<boolean> {
  return (await tx.db.purchase.count({ where: { customerId, boughtOn: dateColumn(boughtOn) } })) > 0;
}

/** Takes back a purchase of this rep's that nothing was logged for yet, with all that it planned; or says why not. */
export async function removePurchase(
  tx: Tx,
  purchaseId: string,
  repId: string,
  since: Date,
): Promise<'removed' | 'gone' | 'late' | 'blocked'> {
  const removed = await tx.execute`
    DELETE FROM "Purchase" p
    WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ${purchaseId}::uuid AND p."repId" = ${repId}::uuid AND p."createdAt" >= ${since}
      AND NOT EXISTS (SELECT 1 FROM "Touch" t WHERE t."workspaceId" = p."workspaceId" AND t."purchaseId" = p."id" AND t."state" <> 'open')`;
  if (removed > 0) return 'removed';
  const there = await tx.db.purchase.findFirst({ where: { id: purchaseId, repId } });
  if (!there) return 'gone';
  return there.createdAt < since ? 'late' : 'blocked';
}

/** What files and shops call a rep, as people once said. */
export async function findNamedRep(tx: Tx, written: string): Promise<string | undefined> {
  const name = written.trim().toLowerCase();
  const said = await tx.db.repName.findFirst({ where: { name } });
  if (said) return said.personId ?? undefined;
  const person = await tx.db.person.findFirst({
    where: {
      leftAt: null,
      role: { not: null },
      OR: [{ email: { equals: name, mode: 'insensitive' } }, { name: { equals: name, mode: 'insensitive' } }],
    },
  });
  return person?.id;
}

export async function firstAdmin(tx: Tx): Promise<string | undefined> {
  const row = await tx.db.person.findFirst({ where: { role: 'admin', leftAt: null }, orderBy: { createdAt: 'asc' } });
  return row?.id;
}

/** What a customer bought, the newest first. */
export async function listPurchases(data: Pick<Tx, 'db'>, customerId: string, limit: number) {
  return data.db.purchase.findMany({ where: { customerId }, orderBy: { boughtOn: 'desc' }, take: limit });
}

export async function findPurchase(data: Pick<Tx, 'db'>, id: string) {
  const row = await data.db.purchase.findFirst({ where: { id } });
  return row ?? undefined;
}

/** Marks a purchase as given back, or (`undefined`) as kept; false where it stands so already. */
export async function markReturned(tx: Tx, id: string, at: Date | undefined): Promise<boolean> {
  const where = { id, returnedAt: at ? null : { not: null } };
  const { count } = await tx.db.purchase.updateMany({ where, data: { returnedAt: at ?? null } });
  return count > 0;
}
