import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element } from '../../chat/card.ts';
import type { Customer } from '../customers/index.ts';
import { type Touch, touchActions, touchTitle, touchWhen } from '../followups/index.ts';
import type { listEntries } from '../log/index.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;
type Entry = Awaited<ReturnType<typeof listEntries>>[number];

/** What a rep has to know of a customer who was another's until now. */
export interface Story {
  readonly customer: Customer;
  /** The newest first. */
  readonly entries: readonly Entry[];
  /** What goes over, the next first. */
  readonly touches: readonly Touch[];
}

const shown = 5;

/** Who it is, what came of it so far, what is promised and planned: so that the customer need not tell it again. */
export function storyElements({ customer, entries, touches }: Story, look: Look): readonly Element[] {
  const { words, person, now } = look;
  const lines = [
    [customer.name, customer.company],
    [customer.phone, customer.email],
    [...new Set(touches.flatMap(({ product }) => product ?? []))],
  ]
    .map((parts) => parts.filter(Boolean).join(' · '))
    .filter((line) => line !== '');
  const history = entries.flatMap((entry): Element[] => [
    {
      kind: 'note',
      line: `${words.log.outcomes[entry.outcome].label} · ${formatWhen(entry.at, { zone: person.zone, now, language: person.language })} · ${entry.personName}`,
    },
    ...(entry.note ? [{ kind: 'quote' as const, text: entry.note }] : []),
  ]);
  return [
    { kind: 'text', line: lines.join('\n') },
    ...(customer.note ? [{ kind: 'quote' as const, text: customer.note }] : []),
    ...(history.length > 0 ? [{ kind: 'text' as const, line: [{ bold: words.log.history }] }, ...history] : []),
    { kind: 'text', line: [{ bold: words.followups.planned }] },
    ...touches.slice(0, shown).map(
      (touch): Element => ({
        kind: 'item',
        line: [{ bold: touchTitle(touch, look) }, ` · ${touchWhen(touch, look)}`],
        actions: touchActions(touch, look),
      }),
    ),
    ...(touches.length > shown ? [{ kind: 'note' as const, line: words.handover.more(touches.length - shown) }] : []),
  ];
}

/** What somebody was given, in one message, with the customer's story. */
export function givenCard(by: string, story: Story, look: Look): Card {
  const { words } = look;
  const [touch] = story.touches;
  const text =
    story.touches.length === 1 && touch
      ? words.handover.given(by, touchTitle(touch, look), story.customer.name)
      : words.handover.givenAll(by, story.customer.name, story.touches.length);
  return { text, elements: [{ kind: 'heading', text }, ...storyElements(story, look)] };
}

/** The same, for who had it until now. */
export function goneCard(by: string, to: string, story: Pick<Story, 'customer' | 'touches'>, look: Look): Card {
  const { words } = look;
  const [touch] = story.touches;
  const text =
    story.touches.length === 1 && touch
      ? words.handover.gone(by, touchTitle(touch, look), story.customer.name, to)
      : words.handover.goneAll(by, story.customer.name, to);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [{ kind: 'button', label: words.common.open, command: 'customer', args: { customerId: story.customer.id } }],
      },
    ],
  };
}

/** A whole list went over: how much it is, and the list itself is one tap away. */
export function listGivenCard(text: string, look: Pick<Look, 'words'>): Card {
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [{ kind: 'button', label: look.words.followups.show, command: 'followups', style: 'primary' }],
      },
    ],
  };
}
