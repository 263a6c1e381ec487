import type { CalendarDate } from '../../calendar/index.ts';
import type { Touch, TouchKind } from './touch.ts';

/** Touches of one rep with one customer that fall on one day: the customer is spoken to once (playbook: P6). */
export interface Conversation {
  /** What matters most in it. */
  readonly lead: Touch;
  readonly also: readonly Touch[];
}

const order: readonly TouchKind[] = ['promise', 'complaint', 'call', 'followup', 'note'];

/** What matters most, then what is due first. */
const byWeight = (a: Touch, b: Touch): number =>
  order.indexOf(a.kind) - order.indexOf(b.kind) ||
  (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
  (a.dueAt?.getTime() ?? Number.MAX_VALUE) - (b.dueAt?.getTime() ?? Number.MAX_VALUE) ||
  (a.id < b.id ? -1 : 1);

/** What is overdue is said today, with what is due today. */
const dayOf = ({ dueOn }: Touch, today: CalendarDate) => (dueOn < today ? today : dueOn);

/** What is held back belongs to nobody's next call. */
const keyOf = (touch: Touch, today: CalendarDate) =>
  [touch.customer.id, touch.repId, dayOf(touch, today), touch.pooledAt !== undefined, touch.pausedAt !== undefined].join('|');

function conversationOf(touches: readonly Touch[]): Conversation | undefined {
  const [lead, ...also] = [...touches].sort(byWeight);
  return lead && { lead, also };
}

/** Open touches as conversations, in the order in which each first shows up. */
export function conversationsOf(touches: readonly Touch[], today: CalendarDate): readonly Conversation[] {
  return [...Map.groupBy(touches, (touch) => keyOf(touch, today)).values()].flatMap((group) => conversationOf(group) ?? []);
}

/** The conversation that a touch belongs to, among what is open with its customer. */
export function conversationWith(touch: Touch, open: readonly Touch[], today: CalendarDate): Conversation {
  const key = keyOf(touch, today);
  const mates = open.filter((one) => one.id !== touch.id && keyOf(one, today) === key);
  return conversationOf([touch, ...mates]) ?? { lead: touch, also: [] };
}

export const touchesIn = ({ lead, also }: Conversation): readonly Touch[] => [lead, ...also];
