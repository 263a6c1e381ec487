import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element, Form } from '../../chat/card.ts';
import type { Customer, Purpose } from '../customers/index.ts';
import { customerField } from '../customers/index.ts';
import {
  type Conversation,
  conversationTitle,
  type Touch,
  touchesIn,
  touchItem,
  touchTitle,
  touchWhen,
} from '../followups/index.ts';
import { type Outcome, outcomes } from './outcome.ts';
import type { Recorded, Report } from './record.ts';
import type { Entry } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** An entry can be taken back this long. */
export const undoMs = 10 * 60_000;

const undoButton = (entryId: string, { words }: Look) => ({
  kind: 'button' as const,
  label: words.common.undo,
  command: 'log.undo',
  args: { entryId },
});

/** What was recorded, what follows from it, and how to take it back. */
export function recordedElements(
  report: Report,
  done: Recorded,
  rest: readonly Touch[],
  look: Look,
): { readonly text: string; readonly elements: readonly Element[] } {
  const { words } = look;
  const { customer, touch, outcome, note } = report;
  const text = words.log.done(customer.name, words.log.outcomes[outcome].label);
  const lines = [
    done.next ? words.log.next(touchWhen(done.next, look)) : undefined,
    outcome === 'do_not_contact' ? words.log.stopped(done.dropped + (touch ? 1 : 0)) : undefined,
    outcome === 'wrong_number' ? words.log.wrongNumber() : undefined,
  ].filter((line) => line !== undefined);
  const again = done.effects.ask && touch ? askElements(touch, look) : [];
  return {
    text: [text, ...lines].join(' '),
    elements: [
      {
        kind: 'text',
        line: [{ bold: text }, ...(touch ? [` · ${conversationTitle({ lead: touch, also: report.also }, look)}`] : [])],
      },
      ...(note ? [{ kind: 'quote' as const, text: note }] : []),
      ...lines.map((line) => ({ kind: 'text' as const, line })),
      ...again,
      {
        kind: 'actions',
        actions: [
          ...(report.correctsId === undefined ? [undoButton(done.entryId, look)] : []),
          ...(outcome === 'wrong_number'
            ? [
                {
                  kind: 'button' as const,
                  label: words.customers.edit,
                  command: 'customer.edit',
                  args: { customerId: customer.id },
                  opensForm: true,
                },
              ]
            : []),
          { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: customer.id } },
        ],
      },
      ...(rest.length > 0
        ? [{ kind: 'note' as const, line: words.log.stillOpen(customer.name) }, ...rest.map((one) => touchItem(one, look))]
        : []),
    ],
  };
}

/** Three tries without an answer: the rep decides, nothing goes on by itself. */
function askElements(touch: Touch, { words }: Look): readonly Element[] {
  const button = (choice: 'again' | 'note' | 'drop') => ({
    kind: 'button' as const,
    label: words.log.giveUp[choice],
    command: 'log.decide',
    args: { touchId: touch.id, choice },
  });
  return [
    { kind: 'text', line: words.log.askAfterTries(touch.attempts + 1) },
    { kind: 'actions', actions: [button('again'), button('note'), button('drop')] },
  ];
}

/** What was said already, before the form was needed. */
export interface Said {
  readonly outcome?: Outcome | undefined;
  readonly note?: string | undefined;
  readonly nextOn?: string | undefined;
  readonly nextTime?: string | undefined;
}

interface Target {
  readonly customer?: Customer | undefined;
  /** What is due with the customer that day; the form settles all of it, or what is chosen. */
  readonly conversation?: Conversation | undefined;
  readonly list?: string | undefined;
  readonly corrects?: Entry | undefined;
  readonly said?: Said | undefined;
}

export function logForm(target: Target, look: Look): Form {
  const { words } = look;
  const { customer, conversation, list, corrects } = target;
  const touch = conversation?.lead;
  const touches = conversation ? touchesIn(conversation) : [];
  const said: Said = target.said ?? corrects ?? {};
  const name = customer?.name ?? touch?.customer.name;
  const id = customer?.id ?? touch?.customer.id;
  return {
    title: corrects ? words.log.correct : words.log.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: corrects ? 'log.correct' : 'log',
    args: {
      ...(id === undefined ? {} : { customerId: id }),
      ...(touch ? { touchId: touch.id } : {}),
      ...(list === undefined ? {} : { list }),
      ...(corrects ? { entryId: corrects.id } : {}),
    },
    intro:
      name === undefined
        ? []
        : [{ kind: 'text', line: [{ bold: name }, ...(conversation ? [` · ${conversationTitle(conversation, look)}`] : [])] }],
    fields: [
      ...(id === undefined ? [customerField(words)] : []),
      ...(touches.length > 1
        ? [
            {
              kind: 'choice' as const,
              name: 'settles',
              label: words.log.settles,
              value: 'all',
              choices: [
                { value: 'all', label: words.log.settlesAll(touches.length) },
                ...touches.map((one) => ({ value: one.id, label: words.log.settlesOne(touchTitle(one, look)) })),
              ],
            },
          ]
        : []),
      {
        kind: 'choice',
        name: 'outcome',
        label: words.log.outcome,
        value: said.outcome ?? (touch?.kind === 'note' ? 'sent' : 'reached'),
        choices: outcomes.map((value) => ({ value, label: words.log.outcomes[value].label })),
      },
      {
        kind: 'text',
        name: 'note',
        label: words.log.note,
        value: said.note,
        multiline: true,
        max: 2000,
        optional: true,
        hint: words.log.noteHint,
      },
      { kind: 'date', name: 'nextOn', label: words.log.nextOn, value: said.nextOn, optional: true, hint: words.log.nextHint },
      { kind: 'time', name: 'nextTime', label: words.log.nextTime, value: said.nextTime, optional: true },
    ],
  };
}

/** What happened with the customer so far; an entry that was replaced is struck. */
export function historyElements(entries: readonly Entry[], look: Look): readonly Element[] {
  const { words, person, now } = look;
  const replaced = new Set(entries.map(({ correctsId }) => correctsId));
  const items = entries.map((entry): Element => {
    const when = formatWhen(entry.at, { zone: person.zone, now, language: person.language });
    const label = words.log.outcomes[entry.outcome].label;
    const own = entry.personId === person.id;
    const current = !replaced.has(entry.id);
    const fresh = own && current && entry.correctsId === undefined && now.getTime() - entry.at.getTime() < undoMs;
    return {
      kind: 'item',
      line: [current ? { bold: label } : { strike: label }, ` · ${when} · ${entry.personName}`],
      detail: entry.note,
      actions:
        current && own
          ? [
              fresh
                ? undoButton(entry.id, look)
                : {
                    kind: 'button',
                    label: words.log.correct,
                    command: 'log.change',
                    args: { entryId: entry.id },
                    opensForm: true,
                  },
            ]
          : [],
    };
  });
  return items.length === 0 ? [] : [{ kind: 'text', line: [{ bold: words.log.history }] }, ...items];
}

/** A day that can be read in two ways is asked about; the rest of what was typed is kept. */
export function whichDayCard(
  choices: readonly { readonly on: string; readonly time?: string | undefined }[],
  { command, args, opensForm = false }: Purpose,
  look: Look,
): Card {
  const { words, person, now } = look;
  return {
    text: words.log.whichDay,
    elements: [
      { kind: 'text', line: words.log.whichDay },
      {
        kind: 'actions',
        actions: choices.map(({ on, time }) => ({
          kind: 'button' as const,
          label: formatWhen({ on, time }, { zone: person.zone, now, language: person.language, style: 'date' }),
          command,
          opensForm,
          args: { ...args, nextOn: on, ...(time === undefined ? {} : { nextTime: time }) },
        })),
      },
    ],
  };
}
