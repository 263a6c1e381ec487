import type { ReadContext } from '../../app/context.ts';
import { customersNamedIn, searchCustomers } from '../customers/index.ts';

export type Wanted =
  | {
      readonly kind: 'customer';
      readonly query: { readonly customerId?: string | undefined; readonly query?: string | undefined };
      readonly about: string | undefined;
    }
  | { readonly kind: 'nobody' };

/** What follows a name in Korean when it is addressed. */
const particle = /(?:\s*(?:고객)?님)?(?:에게|한테|께|과|와|랑|이랑)?$/u;

/**
 * Which customer a reminder is for: the one that stands in front of the day, else one that is named anywhere in it. Only a
 * customer's is kept, so that 'call the supplier' is answered and not taken for a customer's name.
 */
export async function whom(
  { data, person }: ReadContext,
  input: {
    readonly customerId?: string | undefined;
    readonly who?: string | undefined;
    readonly said?: string | undefined;
    readonly about?: string | undefined;
  },
): Promise<Wanted> {
  const { customerId, who, said, about } = input;
  if (customerId !== undefined) return { kind: 'customer', query: { customerId }, about };
  const names = who === undefined ? [] : [...new Set([who, who.replace(particle, '')])].filter((name) => name !== '');
  for (const query of names)
    if ((await searchCustomers(data, query, person.id, 1)).length > 0) return { kind: 'customer', query: { query }, about };
  const text = said ?? '';
  const named = await customersNamedIn(data, text, person.id, 9);
  const [first] = named;
  if (!first) return { kind: 'nobody' };
  // The sentence stays as it was said: cutting a name out of it leaves a torn one. A name alone says nothing more.
  const rest = text.replace(first.said, '').trim() === '' ? undefined : text;
  return {
    kind: 'customer',
    query: named.length === 1 ? { customerId: first.id } : { query: first.said },
    about: rest?.slice(0, 150),
  };
}
