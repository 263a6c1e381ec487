import { businessDayFrom, businessDayUntil, type Country } from './business-day.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';

/** What happens to a touch that falls on a closed day: the next business day, the one before, or the day itself. */
export type OnClosedDay = 'next' | 'before' | 'keep';

export type TouchOffset = { offsetDays: number; onClosedDay: OnClosedDay };

/** The day of a touch, `offsetDays` calendar days after `anchor` (playbook: P1, where the purchase day counts as day 1). */
export function touchOn(anchor: CalendarDate, offsetDays: number, onClosedDay: OnClosedDay, country?: Country): CalendarDate {
  const on = addDays(anchor, offsetDays);
  if (onClosedDay === 'keep') return on;
  return onClosedDay === 'next' ? businessDayFrom(on, country) : businessDayUntil(on, country);
}

/** The days of a whole cadence, in the order of its touches. */
export function planDates(anchor: CalendarDate, touches: readonly TouchOffset[], country?: Country): CalendarDate[] {
  return touches.map(({ offsetDays, onClosedDay }) => touchOn(anchor, offsetDays, onClosedDay, country));
}
