import type { ReadContext } from '../../app/context.ts';
import type { Moment } from '../../calendar/index.ts';
import type { Button, Card, Element, Field, Form } from '../../chat/card.ts';
import type { Customer } from '../customers/index.ts';
import { customerField } from '../customers/index.ts';
import { type Touch, touchWhen } from '../followups/index.ts';
import { type Due, mostWhat } from './promise.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;
type Whose = Pick<Customer, 'id' | 'name'>;

const openButton = (customer: Whose, { words }: Look): Button => ({
  kind: 'button',
  label: words.common.open,
  command: 'customer',
  args: { customerId: customer.id },
});

/** What was noted, shown back before anybody relies on it. */
export function promisedCard(customer: Whose, touchId: string, what: string, due: Due, look: Look): Card {
  const { words } = look;
  const text = words.promises.done(customer.name, what, touchWhen(due, look));
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'note', line: due.dueAt ? words.promises.warned : words.promises.listed },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.common.undo, command: 'promise.undo', args: { touchId } },
          { kind: 'button', label: words.promises.move, command: 'promise.move.form', args: { touchId }, opensForm: true },
          openButton(customer, look),
        ],
      },
    ],
  };
}

/** A day that can be read in two ways is asked about. */
export function byWhenCard(customer: Whose, what: string, moments: readonly Moment[], look: Look): Card {
  const { words } = look;
  const text = words.promises.whichDay(what);
  const button = ({ on, time, at }: Moment): Button => ({
    kind: 'button',
    label: touchWhen({ dueOn: on, dueAt: at }, look),
    command: 'promise',
    args: { customerId: customer.id, what, on, ...(time ? { time } : {}) },
  });
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'actions', actions: moments.map(button) },
    ],
  };
}

const dueFields = ({ words }: Look, due?: { readonly on: string; readonly time?: string }): readonly Field[] => [
  { kind: 'date', name: 'on', label: words.promises.on, ...(due ? { value: due.on } : {}) },
  {
    kind: 'time',
    name: 'time',
    label: words.promises.time,
    hint: words.promises.timeHint,
    optional: true,
    ...(due?.time ? { value: due.time } : {}),
  },
];

export interface Proposed {
  readonly customer?: Whose | undefined;
  readonly what?: string | undefined;
  readonly on?: string | undefined;
  readonly time?: string | undefined;
}

export function promiseForm({ customer, what, on, time }: Proposed, look: Look): Form {
  const { words } = look;
  const who = customerField(words);
  return {
    title: words.promises.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'promise',
    args: customer ? { customerId: customer.id } : {},
    intro: customer ? [{ kind: 'text', line: [{ bold: customer.name }] }] : [],
    fields: [
      ...(customer ? [] : [who]),
      {
        kind: 'text',
        name: 'what',
        label: words.promises.what,
        hint: words.promises.whatHint,
        max: mostWhat,
        ...(what ? { value: what } : {}),
      },
      ...dueFields(look, on ? { on, ...(time ? { time } : {}) } : undefined),
    ],
  };
}

/** A promise is moved with a reason, and not behind the customer's back (playbook: P19). */
export function moveForm(touch: Touch, list: string | undefined, look: Look): Form {
  const { words } = look;
  return {
    title: words.promises.moveTitle,
    submit: words.promises.move,
    cancel: words.common.cancel,
    command: 'promise.move',
    args: { touchId: touch.id, ...(list === undefined ? {} : { list }) },
    intro: [
      { kind: 'text', line: [{ bold: touch.customer.name }, ` · ${touch.about ?? ''} · ${touchWhen(touch, look)}`] },
      { kind: 'note', line: words.promises.tellFirst },
    ],
    fields: [
      ...dueFields(look),
      { kind: 'text', name: 'reason', label: words.promises.reason, max: 300 },
      {
        kind: 'choice',
        name: 'told',
        label: words.promises.told,
        choices: [
          { label: words.promises.toldYes, value: 'yes' },
          { label: words.promises.toldNo, value: 'no' },
        ],
      },
    ],
  };
}

/** For managers: somebody was promised something and did not get it. */
export function brokenCard(touch: Touch, look: Look): Card {
  const { words } = look;
  const text = words.promises.broken(touch.customer.name, touch.about ?? '', touchWhen(touch, look), touch.repName);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'actions', actions: [openButton(touch.customer, look)] },
    ],
  };
}

/** On the customer's card: how often what was promised has moved, and why. */
export function movedElements(
  moves: readonly {
    readonly about: string;
    readonly reason: string;
    readonly told: boolean;
    readonly from: Due;
    readonly to: Due;
  }[],
  look: Look,
): readonly Element[] {
  const { words } = look;
  if (moves.length === 0) return [];
  return [
    { kind: 'text', line: [{ bold: words.promises.movedTitle }] },
    {
      kind: 'list',
      items: moves.map(({ about, reason, told, from, to }) =>
        words.promises.movedLine(about, touchWhen(from, look), touchWhen(to, look), reason, told),
      ),
    },
  ];
}
