import { dayNumber, dayNumberOf, weekdayOfDayNumber } from './calendar-date.ts';
import { countryHolidays, swappedWorkdays } from './holidays/country-holidays.ts';
import type { CalendarLanguage } from './holidays/holiday.ts';
import { weekendOf } from './weekends.ts';

/** Lunar tables end here; outside it only weekends are closed. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** One byte for each day of a year, 1 where people work. */
export type OpenDays = { firstDay: number; open: Uint8Array };

const years = new Map<string, OpenDays>();

/** Kept for each country and year: working the holidays out takes milliseconds, and every planned touch asks. */
export function openDays(country: string | undefined, year: number): OpenDays {
  const code = countryCode(country);
  const key = `${code ?? ''}${year}`;
  const known = years.get(key);
  if (known) return known;
  const firstDay = dayNumberOf(year, 1, 1);
  const open = new Uint8Array(dayNumberOf(year + 1, 1, 1) - firstDay);
  const weekend = weekendOf(code);
  for (let index = 0; index < open.length; index += 1)
    open[index] = weekend.includes(weekdayOfDayNumber(firstDay + index)) ? 0 : 1;
  if (code && hasHolidays(year)) {
    for (const on of swappedWorkdays(code, year)) open[dayNumber(on) - firstDay] = 1;
    for (const { on } of countryHolidays(code, year, 'en')) open[dayNumber(on) - firstDay] = 0;
  }
  const made = { firstDay, open };
  years.set(key, made);
  return made;
}

const names = new Map<string, Map<number, string>>();

/** Names of a year's holidays by day number. */
export function holidayNames(country: string | undefined, year: number, language: CalendarLanguage): Map<number, string> {
  const code = countryCode(country);
  const key = `${code ?? ''}${year}${language}`;
  const known = names.get(key);
  if (known) return known;
  const made = new Map<number, string>();
  const holidays = code && hasHolidays(year) ? countryHolidays(code, year, language) : [];
  for (const { on, name } of holidays) if (!made.has(dayNumber(on))) made.set(dayNumber(on), name);
  names.set(key, made);
  return made;
}

/** Holiday lists of the next year can hold days of this one; writing outside the array does nothing. */
function hasHolidays(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function countryCode(country: string | undefined): string | undefined {
  return country && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined;
}
