import { z } from 'zod';
import type { ChangeContext, ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Element } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { type Customer, findCustomer } from '../customers/index.ts';
import { openTouches } from '../followups/index.ts';
import { listEntries } from '../log/index.ts';
import { poolCard } from './cards.ts';
import { listPool } from './pool-store.ts';
import { giveCustomers, isOwned, takeFromPool, whoHas } from './store.ts';
import { storyElements } from './story.ts';

const page = z.coerce.number().int().min(0).default(0);

async function showPool(context: ReadContext, at: number, notice: readonly Element[] = []): Promise<Reply> {
  let shown = at;
  let pool = await listPool(context.data, shown);
  if (pool.pooled.length === 0 && shown > 0) {
    shown = 0;
    pool = await listPool(context.data, shown);
  }
  const replaces = context.inbound.via === 'button';
  return { kind: 'say', card: poolCard(pool, shown, context, notice), to: 'person', replaces };
}

/** What was taken, with the customer's story; whoever comes second is told who has it. */
async function taken(context: ChangeContext, customer: Customer): Promise<readonly Element[]> {
  const { data, person, words, now } = context;
  const given = await takeFromPool(data, customer.id, person.id, now);
  if (given.length === 0) {
    const who = await whoHas(data, customer.id);
    const text = who === undefined ? words.handover.poolGone(customer.name) : words.handover.takenBy(customer.name, who);
    return [{ kind: 'text', line: text }, { kind: 'divider' }];
  }
  if (!(await isOwned(data, customer.id))) await giveCustomers(data, { customerId: customer.id }, person.id);
  const ids = new Set(given.map(({ id }) => id));
  const touches = (await openTouches(data, customer.id, 100)).filter(({ id }) => ids.has(id));
  const story = { customer, touches, entries: await listEntries(data, customer.id, 3) };
  return [
    { kind: 'text', line: [{ bold: words.handover.taken(customer.name) }] },
    ...storyElements(story, context),
    { kind: 'divider' },
  ];
}

export const poolCommands: readonly Command[] = [
  readCommand({
    name: 'pool',
    word: 'pool',
    who: 'rep',
    input: z.object({ page }),
    fromText: () => ({}),
    run: (context, input) => showPool(context, input.page),
  }),
  changeCommand({
    name: 'pool.take',
    who: 'rep',
    input: z.object({ customerId: z.uuid(), page }),
    async run(context, input) {
      const customer = await findCustomer(context.data, input.customerId);
      if (!customer) throw new UserError('customerGone', []);
      return showPool(context, input.page, await taken(context, customer));
    },
  }),
];
