import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element } from '../../chat/card.ts';
import {
  type ListQuery,
  listCard,
  listQuery,
  packList,
  type Touch,
  talkingPoints,
  touchActions,
  touchItem,
  touchTitle,
  touchWhen,
} from '../followups/index.ts';
import type { listEntries } from '../log/index.ts';
import type { Stage } from './nudge-moment.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type LastEntry = Awaited<ReturnType<typeof listEntries>>[number];
type TouchPage = Parameters<typeof listCard>[0];

/** The moment has come: the customer in three lines, what was said last, what to ask, and the buttons. */
export function nudgeCard(touch: Touch, last: LastEntry | undefined, look: Look, stage?: Stage): Card {
  const { words, person, now } = look;
  const { customer } = touch;
  const title =
    stage === 'again'
      ? words.nudge.again(customer.name, touchTitle(touch, look), touchWhen(touch, look))
      : words.nudge.now(customer.name, touchTitle(touch, look));
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
    text: title,
    elements: [
      { kind: 'heading', text: title },
      { kind: 'text', line: lines.join('\n') },
      ...before,
      ...(points.length > 0
        ? [
            { kind: 'text' as const, line: [{ bold: words.nudge.points }] },
            { kind: 'list' as const, items: points },
          ]
        : []),
      {
        kind: 'actions',
        actions: [
          ...touchActions(touch, look),
          { kind: 'button', label: words.receipt.button, command: 'why', args: { touchId: touch.id } },
        ],
      },
    ],
  };
}

/** The day's list, as the first message of the day. */
export function morningCard(page: TouchPage, query: ListQuery, look: Look): Card {
  return listCard(page, query, look, [], look.words.nudge.morning(page.total, page.overdue));
}

/** So many of a folded message have buttons; the others are named. */
const mostWithButtons = 10;

/** Several touches in one message: those beyond the cap, or a digest. It names them all. */
export function foldedCard(touches: readonly Touch[], look: Look): Card {
  const { words } = look;
  const text = words.nudge.several(touches.length);
  const rest = touches.slice(mostWithButtons);
  const list = packList(listQuery.parse({}));
  return {
    text,
    elements: [
      { kind: 'heading', text },
      ...touches.slice(0, mostWithButtons).map((touch) => touchItem(touch, look, { list })),
      ...(rest.length > 0
        ? [
            {
              kind: 'list' as const,
              items: rest.map((touch) => `${touch.customer.name} · ${touchTitle(touch, look)} · ${touchWhen(touch, look)}`),
            },
          ]
        : []),
    ],
  };
}

type SettledLook = Pick<Look, 'words' | 'now'> & { readonly person: Pick<Look['person'], 'zone' | 'language'> };

const plain = (text: string): Card => ({ text, elements: [{ kind: 'text', line: text }] });

/** A nudge whose touch was dealt with elsewhere, moved or given away: no stale button stays. */
export function settledCard(touch: Touch, personId: string, look: SettledLook): Card {
  const { words, person, now } = look;
  const { name } = touch.customer;
  const title = touchTitle(touch, look);
  if (touch.state === 'dropped') return plain(words.nudge.dropped(name, title));
  if (touch.state === 'done') return plain(words.nudge.doneElsewhere(name, title));
  if (touch.pooledAt) return plain(words.nudge.pooled(name, title));
  if (touch.pausedAt) return plain(words.nudge.paused(name, title));
  if (touch.repId !== personId) return plain(words.nudge.given(name, title, touch.repName));
  return plain(
    words.nudge.moved(name, title, formatWhen(touch.dueAt ?? touch.dueOn, { zone: person.zone, now, language: person.language })),
  );
}

export const allSettledCard = ({ words }: Pick<Look, 'words'>): Card => plain(words.nudge.allSettled);
