import { createRequire } from 'node:module';
import { addDays, type CalendarDate, yearMonthDay } from './calendar-date.ts';

const require = createRequire(import.meta.url);

/** The two differ by a day now and then: new moons are told by the meridian of Beijing or of Seoul. */
export type LunarCalendar = 'chinese' | 'korean';

export interface LunarDay {
  readonly month: number;
  readonly day: number;
  /** In a month that is put in twice. */
  readonly leap: boolean;
}

type Told = { lunarMon: number; lunarDay: number; isLeap: boolean };
let chineseSource: ((on: string) => Told | null) | undefined;

function chinese(on: CalendarDate): LunarDay {
  const loaded: (on: string) => Told | null = chineseSource ?? require('chinese-days').getLunarDate;
  chineseSource = loaded;
  const told = loaded(on);
  if (!told) throw new RangeError(`No lunar date is known for ${on}`);
  return { month: told.lunarMon, day: told.lunarDay, leap: told.isLeap };
}

/** The runtime's own calendar: date-holidays is wrong in 2033, when a leap month follows the eleventh. */
let koreanSource: Intl.DateTimeFormat | undefined;

function korean(on: CalendarDate): LunarDay {
  const format = koreanSource ?? new Intl.DateTimeFormat('en-u-ca-dangi', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  koreanSource = format;
  const parts = format.formatToParts(new Date(`${on}T00:00:00Z`));
  const month = parts.find(({ type }) => type === 'month')?.value ?? '';
  const day = parts.find(({ type }) => type === 'day')?.value ?? '';
  return { month: Number.parseInt(month, 10), day: Number(day), leap: month.endsWith('bis') };
}

/** The lunar day of a date between 1901 and 2099. */
export const lunarDay = (on: CalendarDate, calendar: LunarCalendar): LunarDay =>
  calendar === 'korean' ? korean(on) : chinese(on);

export const lunarCalendarOf = (country: string | undefined): LunarCalendar => (country === 'KR' ? 'korean' : 'chinese');

/** Month and day as one number: 815 is the fifteenth of the eighth. */
export const monthDay = (month: number, day: number): number => month * 100 + day;

/** Which birthdays, as `monthDay`, are kept on that date; one of 29 February is kept on the 28th where there is none. */
export function birthdaysOn(on: CalendarDate): readonly number[] {
  const { month, day } = yearMonthDay(on);
  const own = monthDay(month, day);
  return own === 228 && addDays(on, 1).endsWith('03-01') ? [own, 229] : [own];
}

/**
 * The same of lunar birthdays. None is kept in a leap month, for everybody keeps theirs in the month of that number; one of
 * the thirtieth is kept on the last day of a month of 29.
 */
export function lunarBirthdaysOn(on: CalendarDate, calendar: LunarCalendar): readonly number[] {
  const { month, day, leap } = lunarDay(on, calendar);
  if (leap) return [];
  const own = monthDay(month, day);
  return day === 29 && lunarDay(addDays(on, 1), calendar).day === 1 ? [own, own + 1] : [own];
}
