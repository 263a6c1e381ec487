import { addDays, type CalendarDate, daysBetween, parseCalendarDate } from './calendar-date.ts';
import { type ParseWhenOptions, parseWhen } from './when/parse-when.ts';
import type { TimeOfDay } from './zone.ts';

/** '9', '9:30', '09:00', '9시', '9点' as a wall-clock time; undefined where it is none. */
export function readTime(text: string): TimeOfDay | undefined {
  const found = /^(\d{1,2})(?:[:：.](\d{2})|[시点點时時](?:(\d{1,2})[분分])?)?$/.exec(text.normalize('NFKC').trim());
  const hour = Number(found?.[1] ?? 99);
  const minute = Number(found?.[2] ?? found?.[3] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** '9-18', '09:00–18:00', '9:00 ~ 18:00', '9点到18点': from when to when. */
export function readHours(text: string): { readonly from: TimeOfDay; readonly to: TimeOfDay } | undefined {
  const [from, to, more] = text.normalize('NFKC').split(/\s*(?:[-–—~〜～至到]|to)\s*/i);
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  const hours = { from: readTime(from), to: readTime(to.replace(/(?:까지|为止)$/, '')) };
  return hours.from && hours.to && hours.from !== hours.to ? { from: hours.from, to: hours.to } : undefined;
}

/** Several times of the day, in order; undefined where one of them is none. */
export function readTimes(text: string): readonly TimeOfDay[] | undefined {
  const times = text
    .split(/[,;，、；\s]+/)
    .filter((part) => part !== '')
    .map(readTime);
  const known = times.flatMap((time) => time ?? []);
  return known.length === times.length && known.length > 0 ? [...new Set(known)].sort() : undefined;
}

/** No list of days off is longer. */
const mostDays = 400;

/** Days and stretches of days, with commas between: '2026-12-24, 2026-12-28 ~ 2026-12-31', 'next Friday'. Undefined where one is none. */
export function readDays(text: string, options: ParseWhenOptions): readonly CalendarDate[] | undefined {
  const days = new Set<CalendarDate>();
  for (const part of text
    .split(/[,;，、；\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const stretch = /^(\S+?)\s*(?:\.\.|~|〜|～|–|—|至|到|부터|\sto\s|\s-\s)\s*(\S+?)(?:까지)?$/i.exec(part);
    const from = dayOf(stretch?.[1] ?? part, options);
    const to = stretch?.[2] === undefined ? from : dayOf(stretch[2], options);
    if (!from || !to || to < from || daysBetween(from, to) > mostDays) return undefined;
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  }
  return days.size <= mostDays ? [...days].sort() : undefined;
}

function dayOf(text: string, options: ParseWhenOptions): CalendarDate | undefined {
  const exact = parseCalendarDate(text);
  if (exact) return exact;
  const when = parseWhen(text, options);
  return when.kind === 'at' && when.rest === '' ? when.on : undefined;
}
