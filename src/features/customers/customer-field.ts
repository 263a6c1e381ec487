import type { Field } from '../../chat/card.ts';
import type { Words } from '../../languages/index.ts';

/** Whom a form is about, found by typing. */
export const customerField = ({ customers }: Pick<Words, 'customers'>): Extract<Field, { kind: 'search' }> => ({
  kind: 'search',
  name: 'customerId',
  label: customers.one,
  source: 'customer.suggest',
  placeholder: customers.findHint,
});
