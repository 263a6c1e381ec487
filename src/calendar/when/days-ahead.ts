import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dateIfReal,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  weekdayOf,
  yearMonthDay,
} from '../calendar-date.ts';

/** Nobody plans farther ahead; it also keeps 'in 999999 days' inside the calendar. */
const MOST_DAYS = 36_525;

/**
 * A day and month said without a year that passed less than about three months ago is that past day, not a day most of a year
 * ahead: 'Nov 3' said on 24 November is asked about.
 */
const FARTHEST_AHEAD = 270;

export function dayAfter(today: CalendarDate, days: number): CalendarDate[] {
  return Math.abs(days) <= MOST_DAYS ? [addDays(today, days)] : [];
}

export function monthsAfter(today: CalendarDate, months: number): CalendarDate[] {
  return Math.abs(months) <= MOST_DAYS / 30 ? [addMonths(today, months)] : [];
}

/** The next such weekday after today, never today. */
export function comingWeekday(today: CalendarDate, weekday: number): CalendarDate {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** The last such weekday before today. */
export function pastWeekday(today: CalendarDate, weekday: number): CalendarDate {
  return addDays(comingWeekday(today, weekday), weekday === weekdayOf(today) ? -14 : -7);
}

/** That weekday of the week `weeks` from this one; weeks begin on Monday. */
export function weekdayOfWeek(today: CalendarDate, weeks: number, weekday: number): CalendarDate {
  return addDays(mondayOf(today), weeks * 7 + weekday - 1);
}

/** A month and day without a year. Empty when no year has it. */
export function monthDay(today: CalendarDate, month: number, day: number): CalendarDate[] {
  const { year } = yearMonthDay(today);
  const thisYear = dateIfReal(year, month, day);
  if (thisYear && thisYear >= today) return [thisYear];
  // 29 February may be up to eight years away.
  for (let next = year + 1; next <= year + 8; next += 1) {
    const on = dateIfReal(next, month, day);
    if (on) return [thisYear && daysBetween(today, on) > FARTHEST_AHEAD ? thisYear : on];
  }
  return [];
}

export function yearDate(year: number, month: number, day: number): CalendarDate[] {
  const on = year >= 1900 && year <= 2199 ? dateIfReal(year, month, day) : undefined;
  return on ? [on] : [];
}

/** The next day of a month with that number, today included. */
export function dayOfMonth(today: CalendarDate, day: number): CalendarDate[] {
  for (let months = 0; months <= 2; months += 1) {
    const on = dayOfMonthAfter(today, months, day)[0];
    if (on && on >= today) return [on];
  }
  return [];
}

/** That day of the month `months` from this one. */
export function dayOfMonthAfter(today: CalendarDate, months: number, day: number): CalendarDate[] {
  const { year, month } = yearMonthDay(addMonths(firstOfMonth(today), months));
  const on = dateIfReal(year, month, day);
  return on ? [on] : [];
}

export function endOfMonth(today: CalendarDate, months: number): CalendarDate {
  return lastOfMonth(addMonths(firstOfMonth(today), months));
}

export function endOfYear(today: CalendarDate, years = 0): CalendarDate {
  return calendarDate(yearMonthDay(today).year + years, 12, 31);
}

/** Friday of this week, or the last day of it that is left. */
export function endOfWeek(today: CalendarDate): CalendarDate {
  const friday = weekdayOfWeek(today, 0, 5);
  return friday >= today ? friday : weekdayOfWeek(today, 0, 7);
}

/** The last day of a month said by its number, in the year in which it lies ahead. */
export function endOfNamedMonth(today: CalendarDate, month: number): CalendarDate[] {
  const first = monthDay(today, month, 1)[0];
  if (!first) return [];
  const { month: current } = yearMonthDay(today);
  return [lastOfMonth(month === current ? today : first)];
}
