import type { ReadContext } from '../../app/context.ts';
import type { Action, Args, Button, Card, Choice, Element, Field, Form } from '../../chat/card.ts';
import type { Customer } from '../customers/index.ts';
import { customerField } from '../customers/index.ts';
import { type Touch, touchTitle, touchWhen } from '../followups/index.ts';
import type { Pooled } from './pool-store.ts';
import { poolPage } from './pool-store.ts';
import type { Load, Someone } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type Whose = Pick<Customer, 'id' | 'name'>;

const openButton = (customerId: string, { words }: Pick<Look, 'words'>): Button => ({
  kind: 'button',
  label: words.common.open,
  command: 'customer',
  args: { customerId },
});

const poolButton = ({ words }: Pick<Look, 'words'>): Button => ({
  kind: 'button',
  label: words.handover.showPool,
  command: 'pool',
});

/** What was done, said to whoever did it. */
export function doneCard(text: string, customerId: string | undefined, look: Look): Card {
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'actions', actions: [customerId === undefined ? poolButton(look) : openButton(customerId, look)] },
    ],
  };
}

/** Several things are open with the customer: one of them, or all, is given. */
export function whichTouchCard(customer: Whose, touches: readonly Touch[], to: Someone, account: string, look: Look): Card {
  const { words } = look;
  const text = words.handover.whichOne(customer.name, to.name);
  const button = (args: Args, label: string, style?: 'primary'): Button => ({
    kind: 'button',
    label,
    command: 'reassign',
    args: { ...args, account },
    ...(style ? { style } : {}),
  });
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...touches.slice(0, 8).map(
        (touch): Element => ({
          kind: 'item',
          line: [{ bold: touchTitle(touch, look) }, ` · ${touchWhen(touch, look)}`],
          detail: touch.repName,
          actions: [button({ touchId: touch.id }, words.handover.thisOne)],
        }),
      ),
      {
        kind: 'actions',
        actions: [button({ customerId: customer.id, scope: 'all' }, words.handover.all(touches.length), 'primary')],
      },
    ],
  };
}

/** To whom, and whether the rest of the customer goes with it. */
export function reassignForm(
  of: { readonly touch?: Touch | undefined; readonly customer?: Whose | undefined; readonly more: boolean },
  look: Look,
): Form {
  const { words } = look;
  const { touch, customer, more } = of;
  const name = touch?.customer.name ?? customer?.name;
  const scopes: readonly Choice[] = [
    { label: words.handover.scopes.this, value: 'this' },
    { label: words.handover.scopes.all, value: 'all' },
  ];
  const fields: Field[] = [{ kind: 'person', name: 'account', label: words.handover.toWhom }];
  if (name === undefined) fields.unshift(customerField(words));
  if (touch && more)
    fields.push({ kind: 'choice', name: 'scope', label: words.handover.howMuch, choices: scopes, value: 'this' });
  return {
    title: words.handover.reassign,
    submit: words.handover.give,
    cancel: words.common.cancel,
    command: 'reassign',
    args: touch ? { touchId: touch.id } : customer ? { customerId: customer.id, scope: 'all' } : {},
    intro:
      name === undefined ? [] : [{ kind: 'text', line: [{ bold: name }, ...(touch ? [` · ${touchTitle(touch, look)}`] : [])] }],
    fields,
  };
}

/** A whole list goes to somebody else: what that is, before it does. */
export function previewCard(from: Someone, to: Someone, load: Load, look: Look): Card {
  const { words } = look;
  const text =
    load.touches === 0
      ? words.handover.nothing(from.name)
      : words.handover.preview(from.name, to.name, load.touches, load.customers);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(load.promises > 0 ? [{ kind: 'text' as const, line: words.handover.promises(load.promises) }] : []),
      {
        kind: 'actions',
        actions: [
          {
            kind: 'button',
            label: words.handover.handOver,
            command: 'handover.do',
            args: { fromId: from.id, toId: to.id },
            style: 'primary',
          },
        ],
      },
    ],
  };
}

/** From whom to whom; who left may be chosen no more, so a message that tells of it brings them along. */
export function handoverForm(from: Someone | undefined, look: Look): Form {
  const { words } = look;
  return {
    title: words.handover.title,
    submit: words.handover.goOn,
    cancel: words.common.cancel,
    command: 'handover',
    args: from ? { fromId: from.id } : {},
    intro: from ? [{ kind: 'text', line: [{ bold: from.name }] }] : [],
    fields: [
      ...(from ? [] : [{ kind: 'person' as const, name: 'from', label: words.handover.fromWhom }]),
      { kind: 'person', name: 'to', label: words.handover.toWhom },
    ],
  };
}

function poolItem({ touch, more, dueOn }: Pooled, page: number, look: Look): Element {
  const { words, person, today } = look;
  const when = touchWhen(touch, look);
  const parts = [
    dueOn < today ? words.followups.since(touchWhen({ dueOn, dueAt: undefined }, look)) : when,
    more > 0 ? words.handover.more(more) : undefined,
    touch.product,
    touch.customer.company,
    words.handover.was(touch.repName),
  ];
  const actions: Action[] = [
    {
      kind: 'button',
      label: words.handover.take,
      command: 'pool.take',
      args: { customerId: touch.customer.id, page: String(page) },
    },
    ...(person.role === 'rep'
      ? []
      : [
          {
            kind: 'button' as const,
            label: words.handover.reassign,
            command: 'reassign.form',
            args: { customerId: touch.customer.id },
            opensForm: true,
          },
        ]),
    openButton(touch.customer.id, look),
  ];
  return {
    kind: 'item',
    line: [{ bold: touch.customer.name }, ` · ${touchTitle(touch, look)}`],
    detail: parts.filter((part) => part !== undefined).join(' · '),
    actions,
  };
}

/** Customers that nobody has. */
export function poolCard(
  pool: { readonly total: number; readonly pooled: readonly Pooled[] },
  page: number,
  look: Look,
  notice: readonly Element[] = [],
): Card {
  const { words } = look;
  const text = pool.total === 0 ? words.handover.poolEmpty : words.handover.pool(pool.total);
  const last = Math.max(0, Math.ceil(pool.total / poolPage) - 1);
  const to = (at: number, label: string): Action => ({ kind: 'button', label, command: 'pool', args: { page: String(at) } });
  const turns = [
    ...(page > 0 ? [to(page - 1, words.common.back)] : []),
    ...(page < last ? [to(page + 1, words.common.next)] : []),
  ];
  return {
    text,
    elements: [
      ...notice,
      pool.total === 0 ? { kind: 'text', line: text } : { kind: 'heading', text },
      ...pool.pooled.map((one) => poolItem(one, page, look)),
      ...(turns.length > 0 ? [{ kind: 'actions' as const, actions: turns }] : []),
    ],
  };
}

/** For who leads the team: somebody left, and this is what waits. */
export function releasedCard(who: Someone, load: Pick<Load, 'touches' | 'customers'>, look: Pick<Look, 'words'>): Card {
  const { words } = look;
  const text = words.handover.released(who.name, load.touches, load.customers);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [
          poolButton(look),
          { kind: 'button', label: words.handover.handAll, command: 'handover.form', args: { fromId: who.id }, opensForm: true },
        ],
      },
    ],
  };
}
