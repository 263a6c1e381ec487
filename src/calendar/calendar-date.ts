/** A day on the calendar, without zone or time: '2026-11-24'. Years 1 to 9999. */
export type CalendarDate = string;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type YearMonthDay = { year: number; month: number; day: number };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `month` is 1 to 12. */
function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/**
 * Days since 1970-01-01 of a date that need not exist: day 32 runs on into the next month.
 * Plain arithmetic on a year that begins in March, as an import plans four touches for each of 100,000 purchases.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Days since 1970-01-01. */
export function dayNumber(on: CalendarDate): number {
  const { year, month, day } = yearMonthDay(on);
  return dayNumberOf(year, month, day);
}

export function yearMonthDay(on: CalendarDate): YearMonthDay {
  const digit = (at: number) => on.charCodeAt(at) - 48;
  return {
    year: digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    month: digit(5) * 10 + digit(6),
    day: digit(8) * 10 + digit(9),
  };
}

/** The parts of the day that lies so many days after 1970-01-01. */
export function partsOfDayNumber(days: number): YearMonthDay {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);

export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function dateOfDayNumber(days: number): CalendarDate {
  const { year, month, day } = partsOfDayNumber(days);
  return calendarDate(year, month, day);
}

/** The date if it exists ('2026-02-30' does not), else undefined. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const { year, month, day } = yearMonthDay(text);
  return dateIfReal(year, month, day);
}

/** The date if these parts make one, else undefined. */
export function dateIfReal(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  return calendarDate(year, month, day);
}

/** Negative when `a` is before `b`, 0 when they are the same day: for `sort`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDays(on: CalendarDate, days: number): CalendarDate {
  return days === 0 ? on : dateOfDayNumber(dayNumber(on) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Same day of another month; the 31st becomes the last day of a shorter month. */
export function addMonths(on: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = yearMonthDay(on);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return calendarDate(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)));
}

export function lastOfMonth(on: CalendarDate): CalendarDate {
  const { year, month } = yearMonthDay(on);
  return calendarDate(year, month, monthLength(year, month));
}

export function firstOfMonth(on: CalendarDate): CalendarDate {
  return `${on.slice(0, 8)}01`;
}

export function weekdayOfDayNumber(days: number): Weekday {
  return WEEKDAYS[(((days + 3) % 7) + 7) % 7] ?? 1;
}

export function weekdayOf(on: CalendarDate): Weekday {
  return weekdayOfDayNumber(dayNumber(on));
}

/** The Monday of the week that `on` lies in. */
export function mondayOf(on: CalendarDate): CalendarDate {
  return addDays(on, 1 - weekdayOf(on));
}
