import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element, Form } from '../../chat/card.ts';
import type { Customer } from '../customers/index.ts';
import type { NewTouch } from '../followups/index.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

const stepTitle = (step: string, { words }: Look) => {
  const steps: Readonly<Record<string, { readonly title: string } | undefined>> = words.steps;
  return steps[step]?.title ?? words.steps.followup.title;
};

/** What was recorded and what it planned. */
export function recordedCard(
  customer: Pick<Customer, 'id' | 'name'>,
  purchase: { readonly id: string; readonly product: string; readonly boughtOn: string },
  touches: readonly NewTouch[],
  look: Look,
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
        : { kind: 'list', items: touches.map(({ step, dueOn }) => `${stepTitle(step, look)} · ${day(dueOn)}`) },
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
            {
              kind: 'search' as const,
              name: 'customerId',
              label: words.customers.one,
              source: 'customer.suggest',
              placeholder: words.customers.findHint,
              optional: true,
            },
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

/** On a customer's card: what they have of us. */
export function purchaseElements(
  purchases: readonly { readonly product: string; readonly boughtOn: string }[],
  look: Look,
): readonly Element[] {
  const { words, person, now } = look;
  if (purchases.length === 0) return [];
  return [
    { kind: 'text', line: [{ bold: words.sale.bought }] },
    {
      kind: 'list',
      items: purchases.map(
        ({ product, boughtOn }) =>
          `${product} · ${formatWhen(boughtOn, { zone: person.zone, now, language: person.language, style: 'date' })}`,
      ),
    },
  ];
}
