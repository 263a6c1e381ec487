import { parseWhen } from '../../calendar/index.ts';
import type { LanguageCode } from '../../languages/index.ts';

export interface SaleText {
  readonly query: string;
  readonly product: string;
  /** Absent: today. */
  readonly boughtOn: string | undefined;
}

/** `Kim Minji, air purifier, yesterday`: who, what, and when if not today. Undefined where the product is missing. */
export function readSaleText(text: string, at: { readonly now: Date; readonly zone: string; readonly language: LanguageCode }): SaleText | undefined {
  const [query = '', product = '', ...rest] = text.split(/[,，、;；\n]/).map((part) => part.trim());
  if (query === '' || product === '') return undefined;
  const when = rest.length === 0 ? undefined : parseWhen(rest.join(', '), at);
  return { query, product, boughtOn: when && (when.kind === 'at' || when.kind === 'past') ? when.on : undefined };
}
