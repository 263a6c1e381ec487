import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Feature, readCommand } from '../../app/feature.ts';
import type { Reply } from '../../chat/platform.ts';
import { chooseCustomer, customerField } from '../customers/index.ts';
import { findTouch, listChanges, openTouches, type Touch } from '../followups/index.ts';
import { type Explained, receiptCard } from './cards.ts';
import { findReceipt } from './store.ts';

const shownTouches = 5;
const shownChanges = 12;

const whyInput = z.object({ touchId: z.uuid().optional(), customerId: z.uuid().optional(), query: z.string().optional() });

async function explain({ data }: ReadContext, touches: readonly Touch[]): Promise<readonly Explained[]> {
  const explained: Explained[] = [];
  for (const touch of touches) {
    const receipt = await findReceipt(data, touch.id);
    if (receipt) explained.push({ touch, receipt, changes: await listChanges(data, { touchId: touch.id }, shownChanges) });
  }
  return explained;
}

async function why(context: ReadContext, { touchId, ...asked }: z.infer<typeof whyInput>): Promise<Reply> {
  const { data } = context;
  if (touchId !== undefined) {
    const touch = await findTouch(data, touchId);
    if (!touch) throw new UserError('staleButton', []);
    return { kind: 'say', card: receiptCard(touch.customer, await explain(context, [touch]), context), to: 'person' };
  }
  const choice = await chooseCustomer(context, asked, { command: 'why' });
  if ('ask' in choice) return choice.ask;
  const { customer } = choice;
  const touches = await openTouches(data, customer.id, shownTouches);
  return { kind: 'say', card: receiptCard(customer, await explain(context, touches), context), to: 'person' };
}

/** The reminder receipt: why now, why me, why not. */
export const receipt: Feature = {
  name: 'receipt',
  commands: [
    readCommand({
      name: 'why',
      word: 'why',
      who: 'rep',
      input: whyInput,
      route: (text) => (text === '' ? 'why.form' : undefined),
      fromText: (query) => ({ query }),
      run: why,
    }),
    readCommand({
      name: 'why.form',
      who: 'rep',
      input: z.unknown(),
      opensForm: () => true,
      run: async ({ words }) => ({
        kind: 'form',
        form: {
          title: words.receipt.button,
          submit: words.common.open,
          cancel: words.common.cancel,
          command: 'why',
          fields: [customerField(words)],
        },
      }),
    }),
  ],
};
