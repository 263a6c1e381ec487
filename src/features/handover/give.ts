import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import type { Told } from './jobs.ts';
import { findSomeone, type Given, giveCustomers, giveTouches, type Someone } from './store.ts';

/** A member of the team, by the account that was mentioned or chosen. */
export async function memberBy({ data }: Pick<ChangeContext, 'data'>, account: string): Promise<Someone> {
  const found = await findSomeone(data, { account });
  if (!found?.role) throw new UserError('nobodyThere', [], 'account');
  return found;
}

/** Tells who has it now and who had it, each in one message; whoever did it sees the answer. */
async function tell(context: ChangeContext, given: readonly Given[], customerId: string, to: Someone): Promise<void> {
  const { data, person } = context;
  const what = context.newId();
  const told = (personId: string, kind: Told['kind'], touches: readonly Given[]): Told => ({
    workspaceId: data.workspaceId,
    ...{ personId, what, kind, byId: person.id, toId: to.id, customerId },
    touchIds: touches.map(({ id }) => id),
  });
  if (to.id !== person.id) await data.enqueue('handover.tell', told(to.id, 'given', given));
  for (const fromRepId of new Set(given.map((one) => one.fromRepId))) {
    if (fromRepId === person.id || fromRepId === to.id) continue;
    const own = given.filter((one) => one.fromRepId === fromRepId);
    await data.enqueue('handover.tell', told(fromRepId, 'gone', own));
  }
}

/** Gives touches with a customer to a rep and, with `whole`, the customer too. Gives how many went. */
export async function give(
  context: ChangeContext,
  touchIds: readonly string[],
  customerId: string,
  to: Someone,
  whole: boolean,
): Promise<number> {
  const { data, person, now } = context;
  const given = await giveTouches(data, { touchIds }, to.id, person.id, now);
  if (whole) await giveCustomers(data, { customerId }, to.id);
  if (given.length > 0) {
    await tell(context, given, customerId, to);
    await context.raise({ kind: 'touches.given', touchIds: given.map(({ id }) => id), toId: to.id });
  }
  return given.length;
}

/** Everything of one rep goes to another, customers included. */
export async function giveList(
  context: ChangeContext,
  from: Someone,
  to: Someone,
): Promise<{ readonly touches: number; readonly customers: number }> {
  const { data, person, now } = context;
  const given = await giveTouches(data, { repId: from.id }, to.id, person.id, now);
  await giveCustomers(data, { ownerId: from.id }, to.id);
  const customers = new Set(given.map(({ customerId }) => customerId)).size;
  const counts = { touches: given.length, customers };
  if (given.length === 0) return counts;
  const told = { workspaceId: data.workspaceId, what: context.newId(), byId: person.id, fromId: from.id, toId: to.id, ...counts };
  if (to.id !== person.id) await data.enqueue('handover.tell', { ...told, personId: to.id, kind: 'listGiven' });
  if (from.id !== person.id) await data.enqueue('handover.tell', { ...told, personId: from.id, kind: 'listGone' });
  await context.raise({ kind: 'touches.given', touchIds: given.map(({ id }) => id), toId: to.id });
  return counts;
}
