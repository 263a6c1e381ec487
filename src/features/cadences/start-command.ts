import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand } from '../../app/feature.ts';
import type { Element } from '../../chat/card.ts';
import { findCustomer } from '../customers/index.ts';
import { stepWords, touchWhen } from '../followups/index.ts';
import { openOf } from './customer-store.ts';
import { startCadence } from './on-event.ts';
import { cadenceName } from './say-cadence.ts';
import { findCadence, listCadences } from './store.ts';

/** A rep says that the moment has come: a good first visit, a favour (playbook: P3). */
export const startCommand: Command = changeCommand({
  name: 'cadences.start',
  who: 'rep',
  input: z.object({ customerId: z.uuid(), cadence: z.string().max(60) }),
  async run(context, { customerId, cadence: key }) {
    const { data, words } = context;
    const customer = await findCustomer(data, customerId);
    if (!customer) throw new UserError('customerGone', []);
    const cadence = await findCadence(data, key);
    if (!cadence?.on || cadence.start.by !== 'hand') throw new UserError('staleButton', []);
    const line = async () => {
      if (customer.doNotContactAt) return words.customers.doNotContact();
      if ((await openOf(data, customerId, [key])).length > 0) return words.cadences.startedAlready(customer.name);
      const [first] = await startCadence(context, cadence, customer);
      if (!first) return words.cadences.startedAlready(customer.name);
      const { title } = stepWords({ step: first.step, said: cadence.words[first.step] }, { words });
      return words.cadences.started(customer.name, title, touchWhen({ dueOn: first.dueOn, dueAt: undefined }, context));
    };
    const text = await line();
    return { kind: 'say', to: 'person', card: { text, elements: [{ kind: 'text', line: text }] } };
  },
});

/** On a customer's card: what a rep can start by hand. */
export async function startElements(context: ReadContext, customerId: string): Promise<readonly Element[]> {
  const byHand = (await listCadences(context.data)).filter(({ on, start }) => on && start.by === 'hand');
  if (byHand.length === 0) return [];
  return [
    {
      kind: 'actions',
      actions: [
        {
          kind: 'menu',
          label: context.words.cadences.buttons.start,
          command: 'cadences.start',
          name: 'cadence',
          args: { customerId },
          choices: byHand.map((cadence) => ({ label: cadenceName(cadence, context), value: cadence.key })),
        },
      ],
    },
  ];
}
