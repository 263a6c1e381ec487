import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element, Form } from '../../chat/card.ts';
import type { Cadence } from '../cadences/index.ts';
import type { Customer } from '../customers/index.ts';
import { customerField } from '../customers/index.ts';
import { type NewTouch, stepWords } from '../followups/index.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

const titleOf = ({ cadence, step }: NewTouch, cadences: readonly Cadence[], look: Look) =>
  stepWords({ step, said: cadences.find(({ key }) => key === cadence)?.words[step] }, look).title;

/** What was recorded and what it planned. */
export function recordedCard(
  customer: Pick<Customer, 'id' | 'name'>,
  purchase: { readonly id: string; readonly product: string; readonly boughtOn: string },
  touches: readonly NewTouch[],
  look: Look,
  cadences: readonly Cadence[] = [],
): Card {
  const { words, person, now } = look;
  const day = (on: string) => formatWhen(on, { zone: person.zone, now, language: person.language });
  const text = words.sale.done(customer.name, purchase.product, day(purchase.boughtOn));
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      touches.length === 0
        ? { kind: 'note', line: words.sale.nothingPlanned }
        : { kind: 'list', items: touches.map((touch) => `${titleOf(touch, cadences, look)} · ${day(touch.dueOn)}`) },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.common.undo, command: 'sale.undo', args: { purchaseId: purchase.id } },
          { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: customer.id } },
        ],
      },
    ],
  };
}

/** A purchase was given back, or was not after all; and the way back. */
export function returnedCard(
  purchase: { readonly id: string; readonly product: string; readonly customerId: string; readonly returned: boolean },
  { words }: Pick<Look, 'words'>,
): Card {
  const { id, product, customerId, returned } = purchase;
  const text = returned ? words.sale.returned.done(product) : words.sale.returned.undone(product);
  const back = returned ? words.common.undo : words.sale.returned.button;
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: back, command: 'sale.returned', args: { purchaseId: id, returned: String(!returned) } },
          { kind: 'button', label: words.common.open, command: 'customer', args: { customerId } },
        ],
      },
    ],
  };
}

export function saleForm(customer: Customer | undefined, look: Look): Form {
  const { words, today } = look;
  return {
    title: words.sale.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'sale',
    args: customer ? { customerId: customer.id } : {},
    intro: customer ? [{ kind: 'text', line: [{ bold: customer.name }] }] : [],
    fields: [
      ...(customer
        ? []
        : [
            { ...customerField(words), optional: true },
            {
              kind: 'text' as const,
              name: 'newName',
              label: words.sale.newCustomer,
              max: 120,
              optional: true,
              hint: words.sale.newCustomerHint,
            },
          ]),
      { kind: 'text', name: 'product', label: words.sale.product, max: 200 },
      { kind: 'date', name: 'boughtOn', label: words.sale.boughtOn, value: today },
    ],
  };
}

interface Bought {
  readonly id: string;
  readonly product: string;
  readonly boughtOn: string;
  readonly returned: boolean;
}

/** On a customer's card: what they have of us. */
export function purchaseElements(purchases: readonly Bought[], look: Look): readonly Element[] {
  const { words, person, now } = look;
  if (purchases.length === 0) return [];
  return [
    { kind: 'text', line: [{ bold: words.sale.bought }] },
    ...purchases.map(({ id, product, boughtOn, returned }): Element => {
      const on = formatWhen(boughtOn, { zone: person.zone, now, language: person.language, style: 'date' });
      const { button, kept, mark } = words.sale.returned;
      return {
        kind: 'item',
        line: returned ? [{ strike: product }, ` · ${on} · ${mark}`] : `${product} · ${on}`,
        actions: [
          {
            kind: 'button',
            label: returned ? kept : button,
            command: 'sale.returned',
            args: { purchaseId: id, returned: String(!returned) },
          },
        ],
      };
    }),
  ];
}
