import type { ReadContext } from '../../app/context.ts';
import type { Card, Element } from '../../chat/card.ts';
import { type Touch, touchTitle, touchWhen } from '../followups/index.ts';
import type { Slips } from './team-store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** So many have buttons; the others are named. */
const mostWithButtons = 10;

/** What is known of it: since when, with whom, how often it was tried and put off. */
function slippedItem(touch: Touch, look: Look): Element {
  const { words } = look;
  const known = [
    words.followups.since(touchWhen(touch, look)),
    touch.repName,
    touch.product,
    touch.attempts > 0 ? words.followups.attempts(touch.attempts) : undefined,
    touch.snoozes > 0 ? words.followups.snoozed(touch.snoozes) : undefined,
  ];
  return {
    kind: 'item',
    line: [{ bold: touch.customer.name }, ` · ${touchTitle(touch, look)}`],
    detail: known.filter((part) => part !== undefined).join(' · '),
    actions: [
      { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: touch.customer.id } },
      { kind: 'button', label: words.handover.reassign, command: 'reassign.form', args: { touchId: touch.id }, opensForm: true },
      { kind: 'button', label: words.receipt.button, command: 'why', args: { touchId: touch.id } },
    ],
  };
}

/** For who leads the team: what slips, in one message a day at most, each thing once. */
export function teamCard(slips: Slips, overdue: readonly Touch[], look: Look): Card {
  const { words } = look;
  const w = words.slips;
  const people = (title: string, lines: readonly string[]): Element[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'text', line: [{ bold: title }] },
          { kind: 'list', items: lines },
        ];
  const rest = overdue.slice(mostWithButtons);
  const text = w.title(overdue.length);
  return {
    text,
    elements: [
      { kind: 'heading', text },
      ...(overdue.length > 0 ? [{ kind: 'text' as const, line: [{ bold: w.overdue }] }] : []),
      ...overdue.slice(0, mostWithButtons).map((touch) => slippedItem(touch, look)),
      ...(rest.length > 0
        ? [
            {
              kind: 'list' as const,
              items: rest.map((touch) =>
                [touch.customer.name, touchTitle(touch, look), touchWhen(touch, look), touch.repName].join(' · '),
              ),
            },
          ]
        : []),
      ...people(
        w.unreached,
        slips.unreached.map(({ name, count, problem }) => w.unreachedLine(name, count, problem)),
      ),
      ...people(
        w.full,
        slips.full.map(({ name, count }) => w.fullLine(name, count)),
      ),
      ...people(
        w.away,
        slips.away.map(({ name, count }) => w.awayLine(name, count)),
      ),
      ...people(
        w.silent,
        slips.silent.map(({ name, count }) => w.silentLine(name, count)),
      ),
      {
        kind: 'actions',
        actions: [{ kind: 'button', label: w.show, command: 'followups', args: { span: 'overdue', team: 'true' } }],
      },
    ],
  };
}
