import { type CustomerFields, createCustomer } from '../../src/features/customers/index.ts';
import { addTouches, type NewTouch } from '../../src/features/followups/index.ts';
import type { BotRig, Team } from './bot.ts';

/** A customer of a person's, as if it had been entered now. Gives the id. */
export async function seedCustomer(rig: BotRig, team: Team, account: string, fields: CustomerFields): Promise<string> {
  const id = rig.newId();
  const owner = await team.personId(account);
  await team.scope.transaction((tx) => createCustomer(tx, id, fields, owner, rig.now()));
  return id;
}

/** A planned touch. Gives the id. */
export async function seedTouch(
  rig: BotRig,
  team: Team,
  account: string,
  touch: Omit<NewTouch, 'id' | 'repId' | 'kind' | 'step'> & Partial<Pick<NewTouch, 'kind' | 'step'>>,
): Promise<string> {
  const id = rig.newId();
  const repId = await team.personId(account);
  await team.scope.transaction((tx) => addTouches(tx, [{ kind: 'call', step: 'day2', ...touch, id, repId }], rig.now()));
  return id;
}

/** Everything that a workspace keeps of customers, to be compared. `Delivery` is left out: it only remembers answers. */
export async function everything({ scope }: Team) {
  const order = { orderBy: { id: 'asc' } } as const;
  return {
    customers: await scope.db.customer.findMany(order),
    touches: await scope.db.touch.findMany(order),
    purchases: await scope.db.purchase.findMany(order),
    people: await scope.db.person.findMany(order),
    entries: await scope.db.entry.findMany(order),
    nudges: await scope.db.nudge.findMany(order),
    repNames: await scope.db.repName.findMany(),
  };
}
