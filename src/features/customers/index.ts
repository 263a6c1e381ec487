import type { Feature } from '../../app/feature.ts';
import { customerCommands } from './commands.ts';

export { bestHoursOf, type Trade, trades } from './best-hours.ts';
export { chooseCustomer, customerHint, type Purpose } from './choose.ts';
export type { Contact } from './contact.ts';
export { countryChoices } from './countries.ts';
export { type Customer, type CustomerFields, customerFields, identityKey, type Tier } from './customer.ts';
export { customerField } from './customer-field.ts';
export { customersNamedIn } from './named-store.ts';
export {
  createCustomer,
  customerColumns,
  findByIdentity,
  findCustomer,
  markCustomer,
  recogniseCustomer,
  searchCustomers,
} from './store.ts';

/** Customer files: found by any part of a name in three scripts, shown with their history, edited. */
export const customers: Feature = { name: 'customers', commands: customerCommands };
