import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Button } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import { customerCard, customerForm } from './cards.ts';
import { chooseCustomer, customerHint, goOnButton } from './choose.ts';
import { noContact, readContact } from './contact.ts';
import { findContact, saveContact } from './contact-store.ts';
import { type Customer, type CustomerFields, customerFields, identityKey } from './customer.ts';
import { customerField } from './customer-field.ts';
import { createCustomer, findByIdentity, findCustomer, markCustomer, searchCustomers, updateCustomer } from './store.ts';

const wanted = z.object({ customerId: z.uuid().optional(), query: z.string().optional() });

async function open(context: ReadContext, customer: Customer, replaces = false, goOn?: Button): Promise<Reply> {
  const sections = await context.customerSections(customer.id);
  return {
    kind: 'say',
    card: customerCard(customer, sections, context, goOn, await findContact(context.data, customer.id)),
    to: 'person',
    replaces,
  };
}

/** A field that cannot be right is named, so that the form says it at the field. */
function parseFields(args: unknown): CustomerFields {
  const parsed = customerFields.safeParse(args);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? 'name');
  throw new UserError('badField', [field], field);
}

export const customerCommands: readonly Command[] = [
  readCommand({
    name: 'customer',
    word: 'customer',
    who: 'rep',
    input: wanted,
    route: (text) => (text === '' ? 'customer.find' : undefined),
    fromText: (query) => ({ query }),
    async run(context, input) {
      const choice = await chooseCustomer(context, input, { command: 'customer' });
      return 'ask' in choice ? choice.ask : open(context, choice.customer);
    },
  }),
  readCommand({
    name: 'customer.find',
    who: 'rep',
    input: z.unknown(),
    opensForm: () => true,
    run: async ({ words }) => ({
      kind: 'form',
      form: {
        title: words.customers.find,
        submit: words.common.open,
        cancel: words.common.cancel,
        command: 'customer',
        fields: [customerField(words)],
      },
    }),
  }),
  readCommand({
    name: 'customer.suggest',
    who: 'rep',
    input: z.object({ query: z.string() }),
    fromText: (query) => ({ query }),
    async run({ data, person }, { query }) {
      const found = await searchCustomers(data, query, person.id, 20);
      return {
        kind: 'choices',
        choices: found.map((customer) => ({
          label: [customer.name, customerHint(customer)].filter(Boolean).join(' · '),
          value: customer.id,
        })),
      };
    },
  }),
  readCommand({
    name: 'customer.edit',
    who: 'rep',
    input: z.object({ customerId: z.uuid().optional(), name: z.string().optional(), resume: z.string().optional() }),
    opensForm: () => true,
    async run({ data, words, person }, { customerId, name, resume }) {
      const customer = customerId === undefined ? { name } : await findCustomer(data, customerId);
      if (!customer) throw new UserError('customerGone', []);
      const contact = customerId === undefined ? noContact : await findContact(data, customerId);
      return { kind: 'form', form: customerForm(customer, resume, words, person.language, contact) };
    },
  }),
  changeCommand({
    name: 'customer.save',
    who: 'rep',
    input: z.object({ customerId: z.uuid().optional(), resume: z.string().optional() }).loose(),
    async run(context, { customerId, resume, ...args }) {
      const { data, person, now } = context;
      const fields = parseFields(args);
      const contact = readContact(args);
      const twin = await findByIdentity(data, identityKey(fields));
      if (twin && twin.id !== customerId) throw new UserError('customerThere', [twin.name, customerHint(twin)], 'name');
      const id = customerId ?? context.newId();
      const before = customerId === undefined ? undefined : await findCustomer(data, id);
      if (customerId === undefined) await createCustomer(data, id, fields, person.id, now);
      else await updateCustomer(data, id, fields, now);
      await saveContact(data, id, contact);
      if (before && before.phone !== fields.phone) await markCustomer(data, id, { wrongNumberAt: null });
      await context.raise({ kind: 'customer.saved', customerId: id });
      const saved = await findCustomer(data, id);
      if (!saved) throw new UserError('customerGone', []);
      return open(context, saved, true, goOnButton(resume, id, context.words));
    },
  }),
];
