import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element } from '../../chat/card.ts';
import { codeOf } from '../../languages/index.ts';
import { type Conversation, touchesIn } from './conversation.ts';
import type { Touch } from './touch.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type StepWords = { readonly title: string; readonly points: readonly string[] };

type Named = Pick<Touch, 'step' | 'said' | 'about'>;

/** The team's own words, in the reader's language if it has those; else ours. */
export function stepWords({ step, said }: Pick<Named, 'step' | 'said'>, { words }: Pick<Look, 'words'>): StepWords {
  const steps: Readonly<Record<string, StepWords | undefined>> = words.steps;
  const known = steps[step];
  const own = said?.[codeOf(words)] ?? (known ? undefined : (said?.en ?? said?.ko ?? said?.zh));
  const ours = known ?? { title: words.steps.followup.title, points: said ? words.steps.followup.points : [] };
  return own ? { title: own.title, points: own.points.length > 0 ? own.points : ours.points } : ours;
}

/** The step's name as people say it; one-off follow-ups are called by what they are about. */
export function touchTitle(touch: Named, look: Pick<Look, 'words'>): string {
  return touch.about ?? stepWords(touch, look).title;
}

/** What to ask and say: the team's own points, or the playbook's. */
export function talkingPoints(touch: Named, look: Pick<Look, 'words'>): readonly string[] {
  return stepWords(touch, look).points;
}

/** The day, and the hour where one was named, in the reader's zone. */
export function touchWhen(touch: Pick<Touch, 'dueOn' | 'dueAt'>, { person, now }: Pick<Look, 'person' | 'now'>): string {
  return formatWhen(touch.dueAt ?? touch.dueOn, { zone: person.zone, now, language: person.language });
}

/** Every reason to speak to the customer that day, what matters most first. */
export const conversationTitle = (conversation: Conversation, look: Pick<Look, 'words'>): string =>
  touchesIn(conversation)
    .map((touch) => touchTitle(touch, look))
    .join(' + ');

/** On the customer's own card: what is planned, without saying again who it is. */
export function plannedItem(touch: Touch, look: Look): Element {
  const { words, today } = look;
  const when = touchWhen(touch, look);
  return {
    kind: 'item',
    line: [{ bold: touchTitle(touch, look) }, ` · ${touch.dueOn < today ? words.followups.since(when) : when}`],
    detail: [
      touch.product,
      touch.pooledAt ? words.handover.was(touch.repName) : touch.repName,
      touch.pausedAt ? words.changes.waits : undefined,
      touch.brokenAt ? words.promises.isBroken : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    actions: [{ kind: 'button', label: words.log.button, command: 'log.form', args: { touchId: touch.id }, opensForm: true }],
  };
}

/** Nothing due is good news, and the next thing to do. */
export function emptyCard(text: string, next: Touch | undefined, look: Look, notice: readonly Element[] = []): Card {
  const { words } = look;
  const coming: Element[] = next
    ? [
        {
          kind: 'text',
          line: [
            words.followups.comingNext,
            ' ',
            { bold: next.customer.name },
            ` · ${touchTitle(next, look)} · ${touchWhen(next, look)}`,
          ],
        },
      ]
    : [{ kind: 'text', line: words.followups.teach }];
  return {
    text,
    elements: [
      ...notice,
      { kind: 'text', line: text },
      ...coming,
      {
        kind: 'actions',
        actions: [
          ...(next
            ? [{ kind: 'button' as const, label: words.followups.week, command: 'followups', args: { span: 'week' } }]
            : []),
          { kind: 'button', label: words.sale.button, command: 'sale.form', opensForm: true },
        ],
      },
    ],
  };
}

/** A button of an old message: what became of it, and the way on. */
export function closedCard(touch: Touch, look: Look): Card {
  const { words, person, now } = look;
  const when = touch.closedAt ? formatWhen(touch.closedAt, { zone: person.zone, now, language: person.language }) : '';
  const text = words.followups.closed(touch.customer.name, touchTitle(touch, look), when);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.followups.show, command: 'followups' },
          { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: touch.customer.id } },
        ],
      },
    ],
  };
}
