import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element } from '../../chat/card.ts';
import { type ListQuery, listCard, type Touch, talkingPoints, touchActions, touchTitle } from '../followups/index.ts';
import type { listEntries } from '../log/index.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type LastEntry = Awaited<ReturnType<typeof listEntries>>[number];
type TouchPage = Parameters<typeof listCard>[0];

/** The moment has come: the customer in three lines, what was said last, what to ask, and the buttons. */
export function nudgeCard(touch: Touch, last: LastEntry | undefined, look: Look): Card {
  const { words, person, now } = look;
  const { customer } = touch;
  const lines = [[customer.name, customer.company], [customer.phone], [touch.product]]
    .map((parts) => parts.filter(Boolean).join(' · '))
    .filter((line) => line !== '');
  const points = talkingPoints(touch, look);
  const before: Element[] = last
    ? [
        {
          kind: 'note',
          line: `${words.nudge.last}: ${words.log.outcomes[last.outcome].label} · ${formatWhen(last.at, { zone: person.zone, now, language: person.language })}`,
        },
        ...(last.note ? [{ kind: 'quote' as const, text: last.note }] : []),
      ]
    : [];
  return {
    text: words.nudge.now(customer.name, touchTitle(touch, look)),
    elements: [
      { kind: 'heading', text: words.nudge.now(customer.name, touchTitle(touch, look)) },
      { kind: 'text', line: lines.join('\n') },
      ...before,
      ...(points.length > 0
        ? [
            { kind: 'text' as const, line: [{ bold: words.nudge.points }] },
            { kind: 'list' as const, items: points },
          ]
        : []),
      { kind: 'actions', actions: touchActions(touch, look) },
    ],
  };
}

/** The day's list, as the first message of the day. */
export function morningCard(page: TouchPage, query: ListQuery, look: Look): Card {
  return listCard(page, query, look, [], look.words.nudge.morning(page.total, page.overdue));
}

/** A nudge whose touch was dealt with elsewhere: no stale button stays. */
export function settledCard(touch: Touch, look: Pick<Look, 'words'>): Card {
  const text = look.words.nudge.doneElsewhere(touch.customer.name, touchTitle(touch, look));
  return { text, elements: [{ kind: 'text', line: text }] };
}
