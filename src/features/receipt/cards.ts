import type { ReadContext } from '../../app/context.ts';
import type { Card, Element } from '../../chat/card.ts';
import { type Change, type Touch, touchTitle } from '../followups/index.ts';
import { receiptSentences } from './sentences.ts';
import type { Receipt } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;

export interface Explained {
  readonly touch: Touch;
  readonly receipt: Receipt;
  readonly changes: readonly Change[];
}

/** The reminder receipt of one or several touches of a customer. */
export function receiptCard(
  customer: { readonly id: string; readonly name: string },
  explained: readonly Explained[],
  look: Look,
): Card {
  const { words, person } = look;
  const text = explained.length > 0 ? words.receipt.title(customer.name) : words.receipt.none(customer.name);
  return {
    text,
    elements: [
      { kind: 'heading', text },
      ...explained.flatMap(({ touch, receipt, changes }): Element[] => [
        { kind: 'text', line: [{ bold: touchTitle(touch, look) }] },
        { kind: 'list', items: receiptSentences(touch, receipt, changes, look) },
      ]),
      { kind: 'note', line: words.receipt.zone(person.zone) },
      {
        kind: 'actions',
        actions: [{ kind: 'button', label: words.common.open, command: 'customer', args: { customerId: customer.id } }],
      },
    ],
  };
}
