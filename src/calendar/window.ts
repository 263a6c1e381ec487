import { type Country, isBusinessDay, isHoliday } from './business-day.ts';
import { addDays, type CalendarDate, type Weekday, weekdayOf } from './calendar-date.ts';
import { dateIn, minutesOf, type TimeOfDay, timeIn, toInstant } from './zone.ts';

/**
 * Hours of the day in a zone: working hours, a customer's contact window, or quiet hours. From `from` up to, not including,
 * `to`; where `to` is not later the window runs over midnight and belongs to the day it began, and equal times mean around
 * the clock.
 */
export type TimeWindow = {
  zone: string;
  from: TimeOfDay;
  to: TimeOfDay;
  /** Days of the week (1 is Monday) instead of the country's own; holidays of `country` stay closed. */
  days?: readonly Weekday[] | undefined;
  /** Whose business days count; without it, and without `days`, Monday to Friday. */
  country?: Country;
};

/** A window opens again within this many days, or it never does. The longest holidays are under two weeks. */
const HORIZON_DAYS = 35;

/** Every day of the week: for quiet hours, which hold on holidays as well. */
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function opensOn({ days, country }: TimeWindow, on: CalendarDate): boolean {
  return days ? days.includes(weekdayOf(on)) && !isHoliday(on, country) : isBusinessDay(on, country);
}

/** Whether the window is open at that instant. */
export function inWindow(window: TimeWindow, at: Date): boolean {
  const on = dateIn(window.zone, at);
  const now = minutesOf(timeIn(window.zone, at));
  const from = minutesOf(window.from);
  const to = minutesOf(window.to);
  if (from < to) return now >= from && now < to && opensOn(window, on);
  if (now >= from) return opensOn(window, on);
  return now < to && opensOn(window, addDays(on, -1));
}

/** The first instant at or after `at` at which the window is open; undefined when it stays shut (no days chosen). */
export function nextOpen(window: TimeWindow, at: Date): Date | undefined {
  if (inWindow(window, at)) return at;
  const today = dateIn(window.zone, at);
  for (let days = 0; days <= HORIZON_DAYS; days += 1) {
    const on = addDays(today, days);
    if (!opensOn(window, on)) continue;
    const start = toInstant(on, window.from, window.zone);
    // A short window can vanish whole in the hour that daylight saving skips.
    if (start > at && inWindow(window, start)) return start;
  }
  return undefined;
}

/** `decidedBy: 'rep'` means that the two windows never meet, so that only the rep's was kept. */
export type CommonOpen = { at: Date; decidedBy: 'both' | 'rep' };

/**
 * The first instant at or after `at` at which both windows are open. Where they do not meet within five weeks the rep's wins;
 * undefined when the rep's own never opens.
 */
export function nextCommonOpen(rep: TimeWindow, customer: TimeWindow, at: Date): CommonOpen | undefined {
  const ofRep = nextOpen(rep, at);
  if (!ofRep) return undefined;
  const last = at.getTime() + HORIZON_DAYS * 86_400_000;
  let candidate = ofRep;
  while (candidate.getTime() <= last) {
    const ofCustomer = nextOpen(customer, candidate);
    if (!ofCustomer) break;
    if (ofCustomer.getTime() === candidate.getTime()) return { at: candidate, decidedBy: 'both' };
    const again = nextOpen(rep, ofCustomer);
    if (!again) break;
    if (again.getTime() === ofCustomer.getTime()) return { at: again, decidedBy: 'both' };
    candidate = again;
  }
  return { at: ofRep, decidedBy: 'rep' };
}
