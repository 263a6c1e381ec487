import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Action, Args, Button, Card, Element, Form } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import type { Customer } from '../customers/index.ts';
import { customerField } from '../customers/index.ts';
import { type Day, dueOf } from './moments.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type Whose = Pick<Customer, 'id' | 'name'>;

/** What a follow-up is about is no longer than a line of a list. */
export const mostAbout = 150;

/** What is to be kept: with whom, when, about what. */
export interface Plan {
  readonly customer: Whose;
  readonly about: string | undefined;
  readonly day: Day;
}

const dayArgs = ({ on, time }: Day): Args => ({ on, ...(time ? { time } : {}) });

/** As much of it as a form and a button take. */
const argsOf = ({ customer, about }: Omit<Plan, 'day'>, { words }: Look): Args => ({
  customerId: customer.id,
  ...(about ? { about: clipText(about, mostAbout, words.chat.shortened) } : {}),
});

const openButton = (customer: Whose, { words }: Look): Button => ({
  kind: 'button',
  label: words.common.open,
  command: 'customer',
  args: { customerId: customer.id },
});

/** The day in full, so that a wrong weekday or hour is seen. */
const said = (day: Day, { person, now }: Look) =>
  formatWhen(dueOf(day, person.zone).dueAt ?? day.on, { zone: person.zone, now, language: person.language, style: 'full' });

/** Shown back before it is kept. `touchId` makes keeping it twice the same as once. */
export function confirmCard(plan: Plan, touchId: string, look: Look, more: readonly Element[] = []): Card {
  const { words, person } = look;
  const { customer, about, day } = plan;
  const args = { ...argsOf(plan, look), ...dayArgs(day) };
  return {
    text: words.remind.understood(customer.name, said(day, look)),
    elements: [
      { kind: 'text', line: [{ bold: customer.name }, ` · ${said(day, look)}`] },
      ...(about ? [{ kind: 'quote' as const, text: about }] : []),
      { kind: 'note', line: day.time ? words.remind.nudged(person.zone) : words.remind.listed },
      ...more,
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.remind.keep, command: 'remind.keep', args: { ...args, touchId }, style: 'primary' },
          { kind: 'button', label: words.remind.change, command: 'remind.form', args, opensForm: true },
        ],
      },
    ],
  };
}

/** The week is full already: said before it is kept, and no obstacle. */
export const fullWeekElements = (
  full: { readonly limit: number } | undefined,
  customer: Whose,
  { words }: Look,
): readonly Element[] => (full ? [{ kind: 'note', line: words.remind.weekFull(customer.name, full.limit) }] : []);

export function keptCard(plan: Plan, touchId: string, look: Look): Card {
  const { words } = look;
  const { customer, about, day } = plan;
  const text = words.remind.kept(customer.name, said(day, look));
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(about ? [{ kind: 'quote' as const, text: about }] : []),
      { kind: 'note', line: day.time ? words.remind.nudged(look.person.zone) : words.remind.listed },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.common.undo, command: 'remind.undo', args: { touchId } },
          openButton(customer, look),
        ],
      },
    ],
  };
}

/** Why the day is asked about. */
export type Doubt = 'none' | 'past' | 'ambiguous';

/** A day that was not said, has gone by, or can be read in two ways is asked about; the rest is kept. */
export function whichDayCard(
  plan: Omit<Plan, 'day'>,
  doubt: Doubt,
  days: readonly Day[],
  past: Day | undefined,
  look: Look,
): Card {
  const { words } = look;
  const text = doubt === 'past' && past ? words.remind.past(said(past, look)) : words.remind.when(plan.customer.name);
  const args = argsOf(plan, look);
  const actions: Action[] = days.map((day) => ({
    kind: 'button',
    label: said(day, look),
    command: 'remind.keep',
    args: { ...args, ...dayArgs(day) },
  }));
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(plan.about ? [{ kind: 'quote' as const, text: plan.about }] : []),
      {
        kind: 'actions',
        actions: [...actions, { kind: 'button', label: words.remind.otherDay, command: 'remind.form', args, opensForm: true }],
      },
    ],
  };
}

/** What is no customer's is no follow-up: what the bot keeps, and the way there if it was one after all. */
export function whomCard(text: string, day: Day | undefined, look: Look): Card {
  const { words } = look;
  const args = { about: clipText(text, mostAbout, words.chat.shortened), ...(day ? dayArgs(day) : {}) };
  const line = words.remind.onlyCustomers(text);
  return {
    text: line,
    elements: [
      { kind: 'text', line },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.remind.choose, command: 'remind.form', args, opensForm: true, style: 'primary' },
        ],
      },
      { kind: 'note', line: words.remind.usage },
    ],
  };
}

/** Somebody who does not want to be contacted is not contacted. */
export function notWantedCard(customer: Whose, look: Look): Card {
  const text = look.words.remind.notWanted(customer.name);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      { kind: 'actions', actions: [openButton(customer, look)] },
    ],
  };
}

export interface Proposed {
  readonly customer?: Whose | undefined;
  readonly about?: string | undefined;
  readonly on?: string | undefined;
  readonly time?: string | undefined;
}

export function remindForm({ customer, about, on, time }: Proposed, { words, person }: Look): Form {
  const who = customerField(words);
  return {
    title: words.remind.title,
    submit: words.remind.keep,
    cancel: words.common.cancel,
    command: 'remind.keep',
    args: customer ? { customerId: customer.id } : {},
    intro: customer ? [{ kind: 'text', line: [{ bold: customer.name }] }] : [],
    fields: [
      ...(customer ? [] : [who]),
      {
        kind: 'text',
        name: 'about',
        label: words.remind.about,
        max: mostAbout,
        optional: true,
        ...(about ? { value: about } : {}),
      },
      { kind: 'date', name: 'on', label: words.remind.on, ...(on ? { value: on } : {}) },
      {
        kind: 'time',
        name: 'time',
        label: words.remind.time,
        hint: words.remind.timeHint(person.zone),
        optional: true,
        ...(time ? { value: time } : {}),
      },
    ],
  };
}
