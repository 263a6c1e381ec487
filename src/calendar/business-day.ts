import { type CalendarDate, dateOfDayNumber, dayNumber, partsOfDayNumber, yearMonthDay } from './calendar-date.ts';
import type { CalendarLanguage } from './holidays/holiday.ts';
import { holidayNames, openDays } from './open-days.ts';

/** ISO 3166 code ('KR'); undefined or unknown means Monday to Friday and no holidays. */
export type Country = string | undefined;

function isOpen(day: number, country: Country): boolean {
  const { firstDay, open } = openDays(country, partsOfDayNumber(day).year);
  return open[day - firstDay] === 1;
}

/** The first open day at or after (step 1) or at or before (step -1) `day`. */
function firstOpen(day: number, step: 1 | -1, country: Country): number {
  let at = day;
  // No country is closed for so long; the bound keeps a wrong list of holidays from hanging us.
  for (let tries = 0; tries < 60 && !isOpen(at, country); tries += 1) at += step;
  return at;
}

/** Whether people work: no weekend, no public holiday, or a weekend day swapped into a working day (China). */
export function isBusinessDay(on: CalendarDate, country?: Country): boolean {
  const { firstDay, open } = openDays(country, yearMonthDay(on).year);
  return open[dayNumber(on) - firstDay] === 1;
}

/** Whether that day is a public holiday, be it on a weekend or not. */
export function isHoliday(on: CalendarDate, country?: Country): boolean {
  return holidayNames(country, yearMonthDay(on).year, 'en').has(dayNumber(on));
}

/** `on` itself when it is a business day, else the next one. */
export function businessDayFrom(on: CalendarDate, country?: Country): CalendarDate {
  return isBusinessDay(on, country) ? on : dateOfDayNumber(firstOpen(dayNumber(on) + 1, 1, country));
}

/** `on` itself when it is a business day, else the one before. */
export function businessDayUntil(on: CalendarDate, country?: Country): CalendarDate {
  return isBusinessDay(on, country) ? on : dateOfDayNumber(firstOpen(dayNumber(on) - 1, -1, country));
}

/** The first business day after `on`, never `on` itself. */
export function nextBusinessDay(on: CalendarDate, country?: Country): CalendarDate {
  return addBusinessDays(on, 1, country);
}

/** The last business day before `on`, never `on` itself. */
export function previousBusinessDay(on: CalendarDate, country?: Country): CalendarDate {
  return addBusinessDays(on, -1, country);
}

/** The n-th business day after `on` (before it for a negative `n`); 0 gives `on` or, when it is closed, the next. */
export function addBusinessDays(on: CalendarDate, n: number, country?: Country): CalendarDate {
  if (n === 0) return businessDayFrom(on, country);
  const step = n < 0 ? -1 : 1;
  let day = dayNumber(on);
  for (let left = Math.abs(n); left > 0; left -= 1) day = firstOpen(day + step, step, country);
  return dateOfDayNumber(day);
}

/**
 * Why nobody works on that day: the holiday's name (in `language` where it is known, else in the country's own or English),
 * 'weekend', or undefined on a business day.
 */
export function closedReason(on: CalendarDate, country: Country, language: CalendarLanguage): string | undefined {
  if (isBusinessDay(on, country)) return undefined;
  return holidayNames(country, yearMonthDay(on).year, language).get(dayNumber(on)) ?? 'weekend';
}
