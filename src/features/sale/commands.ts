import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Reply } from '../../chat/platform.ts';
import { listCadences } from '../cadences/index.ts';
import {
  type Customer,
  chooseCustomer,
  createCustomer,
  customerHint,
  findByIdentity,
  findCustomer,
  identityKey,
} from '../customers/index.ts';
import { recordedCard, returnedCard, saleForm } from './cards.ts';
import { readSaleText } from './read-sale-text.ts';
import { addPurchase, findPurchase, markReturned, removePurchase } from './store.ts';

const undoMs = 10 * 60_000;

const saleInput = z.object({
  customerId: z.uuid().optional(),
  newName: z.string().trim().max(120).optional(),
  query: z.string().optional(),
  product: z.string().trim().min(1).max(200),
  boughtOn: z.iso.date().optional(),
});
type SaleInput = z.infer<typeof saleInput>;

async function customerFor(
  context: ChangeContext,
  input: SaleInput,
): Promise<{ readonly customer: Customer } | { readonly ask: Reply }> {
  const { data, person, now } = context;
  if (!input.newName || input.customerId) {
    if (!input.customerId && !input.query) throw new UserError('customerMissing', [], 'customerId');
    const args = { product: input.product, ...(input.boughtOn ? { boughtOn: input.boughtOn } : {}) };
    return chooseCustomer(context, input, { command: 'sale', args, createsFrom: 'newName' });
  }
  const fields = { name: input.newName };
  const twin = await findByIdentity(data, identityKey(fields));
  if (twin) throw new UserError('customerThere', [twin.name, customerHint(twin)], 'newName');
  const id = context.newId();
  await createCustomer(data, id, fields, person.id, now);
  const customer = await findCustomer(data, id);
  if (!customer) throw new UserError('customerGone', []);
  return { customer };
}

async function sell(context: ChangeContext, input: SaleInput): Promise<Reply> {
  const { data, person, today, workspace } = context;
  const boughtOn = input.boughtOn ?? today;
  if (boughtOn > today) throw new UserError('inTheFuture', [], 'boughtOn');
  const choice = await customerFor(context, input);
  if ('ask' in choice) return choice.ask;
  const id = context.newId();
  const purchase = { id, key: `sale:${id}`, product: input.product, boughtOn, repId: person.id };
  const touches = (await addPurchase(data, choice.customer, purchase, workspace.country, context)) ?? [];
  await context.raise({ kind: 'purchase.recorded', purchaseId: id, customerId: choice.customer.id });
  return {
    kind: 'say',
    card: recordedCard(choice.customer, purchase, touches, context, await listCadences(data)),
    to: 'person',
    replaces: context.inbound.via === 'button',
  };
}

const refusals = { gone: 'staleButton', late: 'undoTooLate', blocked: 'undoBlocked' } as const;

export const saleCommands: readonly Command[] = [
  changeCommand({
    name: 'sale',
    word: 'sale',
    who: 'rep',
    input: saleInput,
    route: (text) => (text === '' ? 'sale.form' : undefined),
    fromText(text, { now, person }) {
      const sale = readSaleText(text, { now, zone: person.zone, language: person.language });
      if (!sale) throw new UserError('saleUsage', []);
      return sale;
    },
    run: sell,
  }),
  readCommand({
    name: 'sale.form',
    who: 'rep',
    input: z.object({ customerId: z.uuid().optional() }),
    fromText: () => ({}),
    opensForm: () => true,
    run: async (context, { customerId }) => ({
      kind: 'form',
      form: saleForm(customerId === undefined ? undefined : await findCustomer(context.data, customerId), context),
    }),
  }),
  changeCommand({
    name: 'sale.returned',
    who: 'rep',
    input: z.object({ purchaseId: z.uuid(), returned: z.stringbool() }),
    async run(context, { purchaseId, returned }) {
      const { data, now } = context;
      const purchase = await findPurchase(data, purchaseId);
      if (!purchase) throw new UserError('staleButton', []);
      const { customerId, product } = purchase;
      if (await markReturned(data, purchaseId, returned ? now : undefined))
        await context.raise({ kind: 'purchase.returned', purchaseId, customerId, undone: !returned });
      return { kind: 'say', to: 'person', card: returnedCard({ id: purchaseId, product, customerId, returned }, context) };
    },
  }),
  changeCommand({
    name: 'sale.undo',
    who: 'rep',
    input: z.object({ purchaseId: z.uuid() }),
    async run({ data, words, person, now }, { purchaseId }) {
      const ended = await removePurchase(data, purchaseId, person.id, new Date(now.getTime() - undoMs));
      if (ended !== 'removed') throw new UserError(refusals[ended], []);
      return {
        kind: 'say',
        to: 'person',
        replaces: true,
        card: { text: words.sale.undone, elements: [{ kind: 'text', line: words.sale.undone }] },
      };
    },
  }),
];
