import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element } from '../../chat/card.ts';
import {
  type Conversation,
  conversationActions,
  conversationItem,
  conversationsOf,
  conversationTitle,
  type ListQuery,
  listCard,
  listQuery,
  packList,
  type Touch,
  talkingPoints,
  touchesIn,
  touchTitle,
  touchWhen,
} from '../followups/index.ts';
import type { listEntries } from '../log/index.ts';
import type { Stage } from './nudge-moment.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type LastEntry = Awaited<ReturnType<typeof listEntries>>[number];
type TouchPage = Parameters<typeof listCard>[0];

/** The moment has come: the customer in three lines, what was said last, what to ask, and the buttons. */
export function nudgeCard(conversation: Conversation, last: LastEntry | undefined, look: Look, stage?: Stage): Card {
  const { words, person, now } = look;
  const touches = touchesIn(conversation);
  const { customer } = conversation.lead;
  const named = conversationTitle(conversation, look);
  const title =
    stage === 'again'
      ? words.nudge.again(customer.name, named, touchWhen(conversation.lead, look))
      : words.nudge.now(customer.name, named);
  const products = [...new Set(touches.flatMap(({ product }) => product ?? []))];
  const lines = [[customer.name, customer.company], [customer.phone], products]
    .map((parts) => parts.filter(Boolean).join(' · '))
    .filter((line) => line !== '');
  const points = [...new Set(touches.flatMap((touch) => talkingPoints(touch, look)))];
  const reasons: Element[] =
    touches.length > 1
      ? [{ kind: 'list', items: touches.map((touch) => `${touchTitle(touch, look)} · ${touchWhen(touch, look)}`) }]
      : [];
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
      ...reasons,
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
          ...conversationActions(conversation, look),
          { kind: 'button', label: words.receipt.button, command: 'why', args: { touchId: conversation.lead.id } },
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

/** Several touches in one message: those beyond the cap, or a digest, or what came up in an outage (`late`). It names them all. */
export function foldedCard(touches: readonly Touch[], look: Look, late = false): Card {
  const { words } = look;
  const conversations = conversationsOf(touches, look.today);
  const text = words.nudge.several(conversations.length);
  const rest = conversations.slice(mostWithButtons);
  const list = packList(listQuery.parse({}));
  return {
    text,
    elements: [
      { kind: 'heading', text },
      ...(late ? [{ kind: 'note' as const, line: words.nudge.missed }] : []),
      ...conversations.slice(0, mostWithButtons).map((conversation) => conversationItem(conversation, look, { list })),
      ...(rest.length > 0
        ? [
            {
              kind: 'list' as const,
              items: rest.map(
                (conversation) =>
                  `${conversation.lead.customer.name} · ${conversationTitle(conversation, look)} · ${touchWhen(conversation.lead, look)}`,
              ),
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

/** The same message once more, where it could not be told whether the first arrived. */
export const mayRepeatCard = (card: Card, words: Look['words']): Card => ({
  ...card,
  elements: [{ kind: 'note', line: words.nudge.mayRepeat }, ...card.elements],
});

export const allSettledCard = ({ words }: Pick<Look, 'words'>): Card => plain(words.nudge.allSettled);
