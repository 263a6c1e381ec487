import { addDays, type CalendarDate, touchOn } from '../../calendar/index.ts';
import type { TouchKind } from './touch.ts';

export interface Step {
  /** Names the step in the data and its talking points in the languages. */
  readonly step: string;
  readonly kind: TouchKind;
  /** Calendar days after the purchase day, which the playbook counts as day 1. */
  readonly offset: number;
  readonly onClosedDay: 'next' | 'before' | 'keep';
  /** Days after its date that a step missed before it was planned is still worth doing. */
  readonly usefulFor: number;
}

/** The 2-5-12 calls (playbook: P1) and the thank-you note at the signing (playbook: P3). */
export const afterPurchase = [
  { step: 'thanks', kind: 'note', offset: 0, onClosedDay: 'keep', usefulFor: 1 },
  { step: 'day2', kind: 'call', offset: 1, onClosedDay: 'next', usefulFor: 2 },
  { step: 'day5', kind: 'call', offset: 4, onClosedDay: 'next', usefulFor: 5 },
  { step: 'day12', kind: 'call', offset: 11, onClosedDay: 'next', usefulFor: 14 },
] as const satisfies readonly Step[];

export interface Planned {
  readonly cadence: string;
  readonly step: string;
  readonly kind: TouchKind;
  readonly dueOn: CalendarDate;
}

/**
 * The touches a purchase leads to, seen from today. An old purchase that is brought in late does not flood the list:
 * of the steps already past only those still worth doing stay.
 */
export function touchesAfter(boughtOn: CalendarDate, country: string | undefined, today: CalendarDate): readonly Planned[] {
  return afterPurchase.flatMap(({ step, kind, offset, onClosedDay, usefulFor }) => {
    const dueOn = touchOn(boughtOn, offset, onClosedDay, country);
    return addDays(dueOn, usefulFor) < today ? [] : [{ cadence: '2-5-12', step, kind, dueOn }];
  });
}
