import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import type { Args, Button, Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/platform.ts';
import type { Words } from '../../languages/index.ts';
import type { Customer } from './customer.ts';
import { findCustomer, nearestCustomers, searchCustomers } from './store.ts';

export type Choice = { readonly customer: Customer } | { readonly ask: Reply };

/** What goes on once it is clear who is meant: the command and what it was given besides the customer. */
export interface Purpose {
  readonly command: string;
  readonly args?: Args;
  readonly opensForm?: boolean;
  /** The command can make the customer itself, from a name. */
  readonly createsFrom?: string;
}

const shown = 8;
/** Characters of a button's arguments; a platform takes some more. */
const mostCarried = 1900;
const resumeSchema = z.record(z.string(), z.string());

function parseResume(resume: string): Args | undefined {
  try {
    return resumeSchema.safeParse(JSON.parse(resume)).data;
  } catch {
    return undefined;
  }
}

/**
 * The one customer that is meant. A name that fits several asks which; one that fits nobody offers the nearest, and to
 * create it. Pressing the answer is the same command with the customer filled in, so nothing has to be typed again.
 */
export async function chooseCustomer(
  context: ReadContext,
  wanted: { readonly customerId?: string | undefined; readonly query?: string | undefined },
  purpose: Purpose,
): Promise<Choice> {
  const { data, person, words } = context;
  if (wanted.customerId !== undefined) {
    const customer = await findCustomer(data, wanted.customerId);
    return customer ? { customer } : { ask: say(words.customers.gone()) };
  }
  const query = wanted.query?.trim() ?? '';
  const found = await searchCustomers(data, query, person.id, shown + 1);
  const [first] = found;
  if (first && (found.length === 1 || isExact(first, query, found))) return { customer: first };
  if (first) return { ask: { kind: 'say', card: whichCard(query, found, purpose, words), to: 'person' } };
  return { ask: { kind: 'say', card: noneCard(query, await nearestCustomers(data, query, 3), purpose, words), to: 'person' } };
}

const say = (text: string): Reply => ({ kind: 'say', card: { text, elements: [{ kind: 'text', line: text }] }, to: 'person' });

const same = (name: string, query: string) => name.normalize('NFKC').toLowerCase() === query.normalize('NFKC').toLowerCase();

/** Two of the same name are two people. */
function isExact(first: Customer, query: string, found: readonly Customer[]): boolean {
  const [, second] = found;
  return same(first.name, query) && !(second && same(second.name, query));
}

/** Enough to tell two of the same name apart. */
export function customerHint(customer: Customer): string {
  return [customer.company, customer.phone, customer.email].filter((part) => part !== undefined).join(' · ');
}

function customerButtons(customers: readonly Customer[], purpose: Purpose) {
  return customers.map((customer) => ({
    kind: 'item' as const,
    line: [{ bold: customer.name }],
    detail: customerHint(customer),
    actions: [
      {
        kind: 'button' as const,
        label: customer.name,
        command: purpose.command,
        args: { ...purpose.args, customerId: customer.id },
        opensForm: purpose.opensForm ?? false,
      },
    ],
  }));
}

function whichCard(query: string, found: readonly Customer[], purpose: Purpose, words: Words): Card {
  const text = words.customers.which(query);
  const more = found.length > shown;
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...customerButtons(found.slice(0, shown), purpose),
      ...(more ? [{ kind: 'note' as const, line: words.customers.more() }] : []),
    ],
  };
}

function noneCard(query: string, nearest: readonly Customer[], purpose: Purpose, words: Words): Card {
  const text = words.customers.none(query);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(nearest.length > 0
        ? [{ kind: 'note' as const, line: words.customers.nearest() }, ...customerButtons(nearest, purpose)]
        : []),
      { kind: 'actions', actions: [createButton(query.slice(0, 120), purpose, words)] },
    ],
  };
}

/** Nothing has to be typed again: the command goes on with the new customer. */
function createButton(name: string, purpose: Purpose, words: Words): Button {
  const button = { kind: 'button' as const, label: words.customers.create(name), style: 'primary' as const };
  if (purpose.createsFrom !== undefined)
    return { ...button, command: purpose.command, args: { ...purpose.args, [purpose.createsFrom]: name } };
  const resume = JSON.stringify({
    ...purpose.args,
    command: purpose.command,
    ...(purpose.opensForm ? { opensForm: 'true' } : {}),
  });
  const args = { name, resume };
  return {
    ...button,
    command: 'customer.edit',
    args: JSON.stringify(args).length > mostCarried ? { name } : args,
    opensForm: true,
  };
}

/** What was wanted before the customer had to be made, as a button. */
export function goOnButton(resume: string | undefined, customerId: string, words: Words): Button | undefined {
  const { command, opensForm, ...args } = (resume && parseResume(resume)) || {};
  if (command === undefined || command === 'customer') return undefined;
  return {
    kind: 'button',
    label: words.customers.goOn,
    command,
    args: { ...args, customerId },
    style: 'primary',
    opensForm: opensForm === 'true',
  };
}
