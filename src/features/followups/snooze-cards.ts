import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Args, Card, Choice, Form, Menu } from '../../chat/card.ts';
import { conversationTitle } from './cards.ts';
import { contactHours } from './contact-hours.ts';
import { type Conversation, touchesIn } from './conversation.ts';
import { asksWhy, openingValue, opensNext, presets } from './snooze.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** What one tap puts off until: our presets and, where the customer's hours are known, the moment they begin. */
export function snoozeMenu(conversation: Conversation, args: Args, look: Look): Menu {
  const { words, person, now } = look;
  const { customer } = conversation.lead;
  const opens = opensNext(contactHours(customer, person.zone), now);
  const opening: Choice[] = opens
    ? [
        {
          label: words.snooze.opens(
            formatWhen(opens, { zone: person.zone, now, language: person.language, style: 'date' }),
            customer.name,
          ),
          value: openingValue(opens),
        },
      ]
    : [];
  // Teams shows five at most; what is known of the customer goes before a round number of days.
  const [first, ...others] = presets
    .filter((value) => !opens || value !== 'three')
    .map((value) => ({ label: words.snooze.presets[value], value: value as string }));
  return {
    kind: 'menu',
    label: words.snooze.button,
    command: 'snooze',
    name: 'until',
    args: { ...args, ...(asksWhy(touchesIn(conversation)) ? { ask: 'why' } : {}) },
    choices: [...(first ? [first] : []), ...opening, ...others],
  };
}

export interface Snoozing {
  readonly list: string | undefined;
  /** The third time of one touch: a reason is asked for. */
  readonly why: boolean;
  readonly proposed: { readonly on: string; readonly time?: string } | undefined;
}

/** Any day and hour; the third time with the reason. */
export function snoozeForm(conversation: Conversation, { list, why, proposed }: Snoozing, look: Look): Form {
  const { words, today } = look;
  const { lead } = conversation;
  return {
    title: words.snooze.title,
    submit: words.snooze.button,
    cancel: words.common.cancel,
    command: 'snooze',
    args: { touchId: lead.id, ...(list === undefined ? {} : { list }) },
    intro: [
      { kind: 'text', line: [{ bold: lead.customer.name }, ` · ${conversationTitle(conversation, look)}`] },
      ...(why ? [{ kind: 'note' as const, line: words.snooze.again }] : []),
    ],
    fields: [
      ...(why
        ? [{ kind: 'text' as const, name: 'reason', label: words.snooze.reason, hint: words.snooze.reasonHint, max: 300 }]
        : []),
      { kind: 'date', name: 'on', label: words.snooze.day, value: proposed?.on ?? today },
      {
        kind: 'time',
        name: 'time',
        label: words.snooze.time,
        optional: true,
        hint: words.snooze.timeHint,
        ...(proposed?.time ? { value: proposed.time } : {}),
      },
    ],
  };
}

/** For a button that could not know that a reason is due. */
export function sayWhyCard(
  conversation: Conversation,
  { list, until }: { readonly list: string | undefined; readonly until: string | undefined },
  look: Pick<Look, 'words'>,
): Card {
  const { words } = look;
  const { lead } = conversation;
  const args: Args = {
    ...{ touchId: lead.id, ask: 'why' },
    ...(list === undefined ? {} : { list }),
    ...(until === undefined ? {} : { until }),
  };
  return {
    text: words.snooze.again,
    elements: [
      { kind: 'text', line: [{ bold: lead.customer.name }, ` · ${words.snooze.again}`] },
      { kind: 'actions', actions: [{ kind: 'button', label: words.snooze.sayWhy, command: 'snooze', args, opensForm: true }] },
    ],
  };
}
