import { DateTime } from 'luxon';

/** A day as `YYYY-MM-DD`. */
export type CalendarDate = string;

export type DateOrder = 'day-first' | 'month-first';

const YEAR_FIRST = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[.日号號일]?(.*)$/su;
/** Koreans also write `26. 11. 20.`; the last dot tells it from a German `26.11.20`. */
const SHORT_YEAR_FIRST = /^(\d{2})(?:\.\s*(\d{1,2})\.\s*(\d{1,2})\.|\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일])(.*)$/su;
const YEAR_LAST = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?(?!\d)(.*)$/su;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{4,5})(?:[.,]\d+)?$/;
const DAY_NAMED_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4}|\d{2})(?!\d)(.*)$/isu;
const NAMED_MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/isu;
const HALF = '(?:[ap]\\.?m\\.?|오전|오후|上午|下午|凌晨|中午|晚上)';
/** What may follow a date: a weekday, a time of day, the offset of that time. */
const TAIL = new RegExp(
  `^,?\\s*(?:\\(?(?:[월화수목금토일](?:요일)?|星期[一二三四五六日天]|周[一二三四五六日]|週[一二三四五六日]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\\)?)?` +
    `(?:[T,\\s]*${HALF}?\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*${HALF}?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?$`,
  'isu',
);
/** A machine's time, not a clock on a shop's wall: its day depends on the zone. */
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?Z|T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\+00:?00)$/;
const PLAIN = /^(\d{4})-(\d{2})-(\d{2})(?: \d{2}:\d{2}(?::\d{2}(?: [+-]\d{4})?)?)?$/;
/** The patterns take their time on long texts, and no date is one. */
const LONGEST = 60;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day as people and programs write it; `undefined` where it is none. A time with an offset gives the day as written,
 * which is the shop's own day; a time in UTC gives the day in `zone`. Five digits are Excel's day count from 1900.
 * @param order for `3/4/2026`, where nothing in the value itself decides.
 */
export function readDate(value: string, order: DateOrder, zone: string): CalendarDate | undefined {
  const plain = PLAIN.exec(value);
  if (plain) return day(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  if (value.length > LONGEST) return undefined;
  const text = value.normalize('NFKC').trim();
  if (UTC_INSTANT.test(text)) return utcDay(text, zone);
  return numbered(text, order) ?? named(text) ?? counted(text);
}

function utcDay(text: string, zone: string): CalendarDate | undefined {
  const iso = text.replace(' Z', 'Z').replace(' ', 'T');
  return DateTime.fromISO(iso, { zone }).toISODate() ?? undefined;
}

function numbered(text: string, order: DateOrder): CalendarDate | undefined {
  const full = YEAR_FIRST.exec(text);
  if (full) return endsWell(full[4]) ? day(Number(full[1]), Number(full[2]), Number(full[3])) : undefined;
  const short = SHORT_YEAR_FIRST.exec(text);
  if (short)
    return endsWell(short[6]) ? day(century(short[1]), Number(short[2] ?? short[4]), Number(short[3] ?? short[5])) : undefined;
  const last = YEAR_LAST.exec(text);
  if (!last) return undefined;
  if (!endsWell(last[5])) return undefined;
  const [a, b] = [Number(last[1]), Number(last[3])];
  const dayFirst = last[2] === '.' || a > 12 || (b <= 12 && order === 'day-first');
  return dayFirst ? day(century(last[4]), b, a) : day(century(last[4]), a, b);
}

function named(text: string): CalendarDate | undefined {
  const dayFirst = DAY_NAMED_MONTH.exec(text);
  if (dayFirst && endsWell(dayFirst[4])) return day(century(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = NAMED_MONTH_DAY.exec(text);
  if (monthFirst && endsWell(monthFirst[4])) return day(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  return undefined;
}

function counted(text: string): CalendarDate | undefined {
  const compact = COMPACT.exec(text);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const serial = SERIAL.exec(text);
  if (!serial) return undefined;
  const count = Number(serial[1]);
  // Excel's day 1 is 1900-01-01, and it counts a 29 February 1900 that never was. Four digits may as well be a year.
  if (count < 10_000 || count > 80_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The order that a value proves by itself: no month is above 12. Dotted dates are day first everywhere and prove nothing. */
export function provenOrder(value: string): DateOrder | undefined {
  if (value.length > LONGEST) return undefined;
  const parts = YEAR_LAST.exec(value.normalize('NFKC').trim());
  if (!parts || parts[2] === '.') return undefined;
  const [a, b] = [Number(parts[1]), Number(parts[3])];
  if (a > 12 && a <= 31 && b <= 12) return 'day-first';
  return b > 12 && b <= 31 && a <= 12 ? 'month-first' : undefined;
}

/** Whether the value can be read in two ways. */
export function isAmbiguous(value: string): boolean {
  if (value.length > LONGEST) return false;
  const parts = YEAR_LAST.exec(value.normalize('NFKC').trim());
  if (!parts || parts[2] === '.') return false;
  return Number(parts[1]) <= 12 && Number(parts[3]) <= 12 && Number(parts[1]) !== Number(parts[3]);
}

const endsWell = (tail: string | undefined) => !tail || TAIL.test(tail);

const monthOf = (name: string | undefined) => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

/** Two digits: 70 to 99 are of the last century. */
function century(year: string | undefined): number {
  const number = Number(year);
  if (year?.length !== 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function day(year: number, month: number, date: number): CalendarDate | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
