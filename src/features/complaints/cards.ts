import type { ReadContext } from '../../app/context.ts';
import { dateIn, daysBetween } from '../../calendar/index.ts';
import type { Action, Button, Card, Element, Line } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import { touchWhen } from '../followups/index.ts';
import { type Complaint, isOpen, stepNumber } from './complaint.ts';
import type { NoteRow } from './store.ts';

export type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** A message has room for so much of a letter; the whole is in the review form and on the customer's card. */
const shownWords = 2_500;
const shownLine = 120;

type About = Pick<Complaint, 'id'>;
const button = (label: string, command: string, { id }: About, more: Partial<Button> = {}): Button => ({
  kind: 'button',
  label,
  command,
  args: { complaintId: id },
  ...more,
});
const form = { opensForm: true } as const;

export const showButton = (complaint: About, { words }: Pick<Look, 'words'>): Button =>
  button(words.complaints.buttons.show, 'complaint.show', complaint);

/** What leads on from here, first what comes next. At most six: more a Teams card does not take well. */
function stepActions(complaint: Complaint, { words }: Look): readonly Action[] {
  const { buttons } = words.complaints;
  const act = (label: string, command: string, more: Partial<Button> = {}) => button(label, command, complaint, more);
  const review = act(buttons.review, 'review.form', form);
  const correct = act(buttons.correct, 'complaint.correct.form', form);
  const give = act(buttons.give, 'complaint.give.form', form);
  // What is promised already is moved as promises are: with a reason, and not behind the customer's back.
  const promise: Button = complaint.answer
    ? {
        kind: 'button',
        label: words.promises.move,
        command: 'promise.move.form',
        args: { touchId: complaint.answer.touchId },
        ...form,
      }
    : act(buttons.promise, 'complaint.promise.form', form);
  const analyse = act(buttons.analyse, 'complaint.analyse.form', form);
  const solve = act(buttons.solve, 'complaint.solve.form', form);
  const solved = act(buttons.solved, 'complaint.solved.form', form);
  const reopen = act(buttons.reopen, 'complaint.reopen');
  const learn = act(buttons.learn, 'complaint.learn.form', { ...form, style: 'primary' });
  switch (complaint.step) {
    case 'analyse':
      return [{ ...analyse, style: 'primary' }, promise, review, solved, give, correct];
    case 'solve':
      return [{ ...solved, style: 'primary' }, solve, promise, review, give, correct];
    case 'ask':
      return [learn, review, reopen];
    case 'review':
      return [learn, reopen];
    case 'closed':
      return [reopen];
  }
}

const fact = (label: string, value: Line | undefined) => (value === undefined || value === '' ? [] : [{ label, value }]);

function facts(complaint: Complaint, look: Look): Element {
  const { complaints } = look.words;
  const { facts: labels } = complaints;
  const { cause, ourPart, solution, agreed, answer } = complaint;
  const found = [cause && complaints.causes[cause], ourPart ? complaints.ourPart : undefined].filter(
    (part) => part !== undefined,
  );
  const way = solution && `${solution} (${agreed ? complaints.agreed : complaints.notAgreed})`;
  const when = answer && touchWhen(answer, look);
  return {
    kind: 'facts',
    facts: [
      ...fact(labels.severity, complaints.severities[complaint.severity]),
      ...fact(labels.kind, complaints.kinds[complaint.kind]),
      ...fact(labels.product, complaint.product),
      ...fact(labels.wanted, complaint.wanted),
      ...fact(labels.lead, complaint.rep.name),
      ...fact(labels.answer, when && answer.broken ? complaints.late(when) : when),
      ...fact(labels.cause, found.join(', ')),
      ...fact(labels.finding, complaint.finding),
      ...fact(labels.solution, way),
      ...fact(labels.lesson, complaint.lesson),
    ],
  };
}

function historyElements(notes: readonly NoteRow[], look: Look): Element[] {
  const { complaints } = look.words;
  if (notes.length === 0) return [];
  return [
    { kind: 'text', line: [{ bold: complaints.history }] },
    {
      kind: 'list',
      items: notes.map(({ kind, text, at, by }): Line => {
        const when = touchWhen({ dueOn: dateIn(look.person.zone, at), dueAt: at }, look);
        const line = complaints.event(complaints.events[kind], by, when);
        return text === undefined ? line : `${line}: ${clipText(text, shownLine, '…')}`;
      }),
    },
  ];
}

export interface Shown {
  readonly complaint: Complaint;
  readonly notes: readonly NoteRow[];
  /** The problem said back, filled from the customer's words (playbook: P24). */
  readonly sayBack?: string | undefined;
  /** What was just done. */
  readonly notice?: readonly string[];
}

/** A complaint as a card that leads: where it is, what the playbook says to that, and what comes next. */
export function complaintCard({ complaint, notes, sayBack, notice = [] }: Shown, look: Look): Card {
  const { complaints, chat } = look.words;
  const { number, customer, step } = complaint;
  const open = isOpen(complaint);
  const where = complaints.step(Math.min(stepNumber(step), 5), complaints.steps[step]);
  const text = `${complaints.title(number, customer.name)} · ${where}`;
  return {
    text: notice[0] ?? text,
    elements: [
      ...notice.map((line): Element => ({ kind: 'text', line })),
      { kind: 'heading', text: complaints.title(number, customer.name) },
      { kind: 'text', line: [{ bold: where }] },
      { kind: 'note', line: complaints.hints[step] },
      { kind: 'quote', text: clipText(complaint.words, shownWords, chat.shortened) },
      facts(complaint, look),
      ...(open ? [{ kind: 'note' as const, line: complaints.kindHints[complaint.kind] }] : []),
      ...(open && !complaint.answer ? [{ kind: 'text' as const, line: complaints.noTime }] : []),
      ...(open && sayBack !== undefined
        ? [
            { kind: 'text' as const, line: [{ bold: complaints.sayBack }] },
            { kind: 'quote' as const, text: sayBack },
          ]
        : []),
      { kind: 'actions', actions: stepActions(complaint, look) },
      ...historyElements(notes, look),
    ],
  };
}

export function complaintItem(complaint: Complaint, look: Look): Element {
  const { complaints } = look.words;
  const days = Math.max(0, daysBetween(dateIn(look.person.zone, complaint.openedAt), look.today));
  const { severity, answer } = complaint;
  const when = answer && touchWhen(answer, look);
  return {
    kind: 'item',
    line: [
      { bold: complaints.title(complaint.number, complaint.customer.name) },
      ` · ${complaints.steps[complaint.step]}`,
      ...(severity === 'urgent' ? [' · ', { bold: complaints.severities.urgent }] : []),
    ],
    detail: [
      complaints.days(days),
      when && answer.broken ? complaints.late(when) : when && `${complaints.facts.answer}: ${when}`,
      complaint.rep.id === look.person.id ? undefined : complaint.rep.name,
      clipText(complaint.words.replace(/\s+/gu, ' '), shownLine, '…'),
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    actions: [showButton(complaint, look)],
  };
}

export const listed = 8;

export function listCard(
  { total, complaints }: { readonly total: number; readonly complaints: readonly Complaint[] },
  page: number,
  look: Look,
): Card {
  const { complaints: say, common } = look.words;
  const text = say.openList(total, complaints.filter(({ severity }) => severity === 'urgent').length);
  const to = (at: number, label: string): Button => ({
    kind: 'button',
    label,
    command: 'complaints',
    args: { page: String(at) },
  });
  const turns = [
    ...(page > 0 ? [to(page - 1, common.back)] : []),
    ...((page + 1) * listed < total ? [to(page + 1, common.next)] : []),
  ];
  const record: Button = { kind: 'button', label: say.record, command: 'complaint.form', opensForm: true };
  return {
    text,
    elements: [
      { kind: 'heading', text },
      ...(total === 0 ? [{ kind: 'note' as const, line: say.noneHint }] : []),
      ...complaints.map((complaint) => complaintItem(complaint, look)),
      { kind: 'actions', actions: [...turns, record] },
    ],
  };
}

/** For whoever is asked to take a complaint: the whole story, and two answers (playbook: P32). */
export function offerCard(complaint: Complaint, story: string | undefined, by: string, look: Look): Card {
  const { complaints, chat } = look.words;
  const text = complaints.asked(by, complaint.number, complaint.customer.name);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      ...(story === undefined ? [] : [{ kind: 'quote' as const, text: story }]),
      { kind: 'quote', text: clipText(complaint.words, shownWords, chat.shortened) },
      facts(complaint, look),
      { kind: 'note', line: complaints.askedHint },
      {
        kind: 'actions',
        actions: [
          button(complaints.buttons.take, 'complaint.take', complaint, { style: 'primary' }),
          button(complaints.buttons.decline, 'complaint.decline', complaint),
          showButton(complaint, look),
        ],
      },
    ],
  };
}

/** A sentence about a complaint, and the way to it. */
export function aboutCard(complaint: About, lines: readonly string[], look: Look, more: readonly Button[] = []): Card {
  return {
    text: lines[0] ?? '',
    elements: [
      ...lines.map((line): Element => ({ kind: 'text', line })),
      { kind: 'actions', actions: [...more, showButton(complaint, look)] },
    ],
  };
}

/** The customer heard from us, and is to hear again: until it is solved (playbook: P19). */
export const askNextCard = (complaint: Complaint, look: Look): Card => {
  const { complaints } = look.words;
  const { buttons } = complaints;
  return aboutCard(complaint, [complaints.askNext(complaint.number, complaint.customer.name)], look, [
    button(buttons.promise, 'complaint.promise.form', complaint, { ...form, style: 'primary' }),
    button(buttons.solved, 'complaint.solved.form', complaint, form),
  ]);
};
