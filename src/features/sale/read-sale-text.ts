import { parseWhen } from '../../calendar/index.ts';
import type { LanguageCode } from '../../languages/index.ts';

export interface SaleText {
  readonly query: string;
  readonly product: string;
  /** Absent: today. */
  readonly boughtOn: string | undefined;
}

/**
 * `Kim Minji, air purifier, yesterday`: who, what, and when if not today; what is no day belongs to the product. Undefined
 * where the product is missing or the day can be read in two ways.
 */
export function readSaleText(
  text: string,
  at: { readonly now: Date; readonly zone: string; readonly language: LanguageCode },
): SaleText | undefined {
  const [query = '', product = '', ...rest] = text.split(/[,，、;；\n]/).map((part) => part.trim());
  if (query === '' || product === '') return undefined;
  const when = parseWhen(rest.join(', '), at);
  if (when.kind === 'ambiguous') return undefined;
  const more = when.rest.replace(/^[\s,]+|[\s,]+$/g, '');
  return { query, product: more === '' ? product : `${product}, ${more}`, boughtOn: when.kind === 'none' ? undefined : when.on };
}
