/** What a column can be. `status` and `cancelled` say whether there was a purchase, `order` holds the lines of one order together. */
export const FIELDS = [
  'customerId',
  'name',
  'firstName',
  'lastName',
  'company',
  'phone',
  'email',
  'country',
  'language',
  'birthday',
  'birthdayLunar',
  'tier',
  'note',
  'product',
  'boughtOn',
  'quantity',
  'amount',
  'currency',
  'purchaseId',
  'order',
  'status',
  'cancelled',
  'rep',
] as const;

export type Field = (typeof FIELDS)[number];

export type Format = 'hubspot-contacts' | 'shopify-orders' | 'sheet';

/** Headers that feed each field, the preferred one first. */
export type Headers = Partial<Readonly<Record<Field, readonly string[]>>>;

/** Headers are compared without case, width, spaces and punctuation: `Bought_On` is `bought on`. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}#]/gu, '');
}
