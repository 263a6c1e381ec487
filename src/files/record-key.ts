import { hash } from 'node:crypto';
import type { Format } from './field.ts';
import type { ImportRecord } from './import-record.ts';
import { phoneKey } from './phone-key.ts';
import { emailKey } from './read-email.ts';

const folded = (text: string) =>
  /^[!-~]*$/.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Who a customer is, across files: the other system's id, else the mail, else the phone, else name and company.
 * An id means something only beside its format.
 * @param countryDefault ISO 3166 code for phones written without one, where the customer's country is not known.
 */
export function customerKey(customer: ImportRecord['customer'], format: Format, countryDefault?: string): string {
  if (customer.externalId) return `id:${format}:${folded(customer.externalId)}`;
  const email = customer.email && emailKey(customer.email);
  if (email) return `email:${email}`;
  const phone = customer.phone && phoneKey(customer.phone, customer.country ?? countryDefault);
  if (phone) return `phone:${phone}`;
  return `name:${folded(customer.name)}|${folded(customer.company ?? '')}`;
}

/**
 * What a record is, so that a second import of it changes nothing.
 * @param nth which of several records alike in one file it is, from 1: the same product bought twice on one day.
 */
export function recordKey(record: ImportRecord, format: Format, nth: number, countryDefault?: string): string {
  const { customer, purchase } = record;
  if (purchase?.externalId) {
    // The count stands before the id, which may end in anything.
    return `${format}${nth === 1 ? '' : `+${nth}`}:${purchase.externalId}`;
  }
  return `${format}:${likeness(customer, purchase, format, countryDefault)}:${nth}`;
}

function likeness(
  customer: ImportRecord['customer'],
  purchase: ImportRecord['purchase'],
  format: Format,
  countryDefault?: string,
): string {
  const parts = [
    customerKey(customer, format, countryDefault),
    purchase ? folded(purchase.product) : '',
    purchase?.boughtOn ?? '',
  ];
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}

/** Keys for the records of one file in their order; it counts those that are alike. */
export function recordKeys(format: Format, countryDefault?: string): (record: ImportRecord) => string {
  const counts = new Map<string, number>();
  return (record) => {
    const alike = recordKey(record, format, 1, countryDefault);
    const nth = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, nth);
    return nth === 1 ? alike : recordKey(record, format, nth, countryDefault);
  };
}
