import type { Field } from './field.ts';

/** Why a line cannot be taken. The words for each code live with the languages. */
export type Problem =
  | { readonly code: 'missing'; readonly field: Field }
  | { readonly code: CellFault; readonly column: string; readonly value: string }
  | { readonly code: 'too-many-cells'; readonly cells: number; readonly expected: number }
  /** A quote opens on this line and never closes. */
  | { readonly code: 'unclosed-quote'; readonly value: string }
  /** A million characters without a line break. */
  | { readonly code: 'endless-line'; readonly value: string }
  /** A further line item whose order is not the one before it. */
  | { readonly code: 'orphan-line'; readonly value: string };

export type CellFault =
  | 'bad-date'
  | 'future-date'
  /** Before 1970, or for a birthday before 1900. */
  | 'absurd-date'
  | 'bad-email'
  | 'bad-phone'
  /** Excel turned a phone number into 1.01235E+10: the digits are gone. */
  | 'mangled-phone'
  /** Characters that were lost before or by decoding (U+FFFD). */
  | 'unreadable'
  | 'too-long';

/** What is worth telling about a line that was taken all the same. */
export type Remark =
  /** The order was cancelled, voided or fully refunded: the customer stays, the purchase does not. */
  | { readonly code: 'cancelled' }
  | { readonly code: 'too-few-cells'; readonly cells: number; readonly expected: number }
  | { readonly code: CellRemark; readonly column: string; readonly value: string };

export type CellRemark = 'bad-amount' | 'bad-quantity' | 'unknown-country' | 'unknown-language' | 'bad-birthday';

const SHOWN = 60;

/** Values are shown in messages: 60 characters, never half of one. */
export function clip(value: string): string {
  if (value.length <= SHOWN) return value;
  const cut = value.slice(0, SHOWN - 1);
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${whole}…`;
}
