import { addDays, type CalendarDate, yearMonthDay } from './calendar-date.ts';
import { countryHolidays } from './holidays/country-holidays.ts';
import type { Holiday } from './holidays/holiday.ts';
import { lunarCalendarOf, lunarDay, monthDay } from './lunar.ts';

/** Days on which people send each other a greeting. */
export const festivals = ['new-year', 'lunar-new-year', 'dragon-boat', 'mid-autumn', 'thanksgiving', 'christmas'] as const;
export type Festival = (typeof festivals)[number];

/** Where they are kept, be the offices closed on the very day or not. */
const lunarNewYear = new Set(['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'KR', 'VN', 'ID', 'PH', 'BN']);
const dragonBoat = new Set(['CN', 'HK', 'MO', 'TW']);
const midAutumn = new Set(['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'KR', 'VN']);

/** A list of a year's holidays takes tens of milliseconds, and a plan asks day by day. */
const known = new Map<string, readonly Holiday[]>();

function holidaysOf(country: string, year: number): readonly Holiday[] {
  const key = `${country} ${year}`;
  const holidays = known.get(key) ?? countryHolidays(country, year, 'en');
  if (known.size > 500) known.clear();
  known.set(key, holidays);
  return holidays;
}

/** Vietnam tells new moons by its own meridian: in 2030 its new year is a day before China's. */
function vietnameseNewYear(year: number): CalendarDate | undefined {
  return holidaysOf('VN', year).find(({ rule }) => rule === 'vietnamese 1-0-1')?.on;
}

function lunarFestival(on: CalendarDate, country: string): Festival | undefined {
  if (!lunarNewYear.has(country)) return undefined;
  const { month, day, leap } = lunarDay(on, lunarCalendarOf(country));
  const at = leap ? 0 : monthDay(month, day);
  if (country === 'VN' ? on === vietnameseNewYear(yearMonthDay(on).year) : at === 101) return 'lunar-new-year';
  if (at === 505 && dragonBoat.has(country)) return 'dragon-boat';
  return at === 815 && midAutumn.has(country) ? 'mid-autumn' : undefined;
}

const nth = (on: CalendarDate, weekday: number) =>
  new Date(`${on}T00:00:00Z`).getUTCDay() === weekday ? Math.ceil(yearMonthDay(on).day / 7) : 0;

/** A country that keeps Christmas as a public holiday; in Taiwan the day is another one. */
const keepsChristmas = (year: number, country: string) =>
  country !== 'TW' && holidaysOf(country, year).some(({ on }) => on === `${year}-12-25`);

/** What is kept on that day in a country. Where the country is not known only the new year is. */
export function festivalsOn(on: CalendarDate, country: string | undefined): readonly Festival[] {
  const { year, month } = yearMonthDay(on);
  if (on.endsWith('-01-01')) return ['new-year'];
  if (country === undefined) return [];
  const lunar = lunarFestival(on, country);
  if (lunar) return [lunar];
  if (on.endsWith('-12-25')) return keepsChristmas(year, country) ? ['christmas'] : [];
  const thanks = (country === 'US' && month === 11 && nth(on, 4) === 4) || (country === 'CA' && month === 10 && nth(on, 1) === 2);
  return thanks ? ['thanksgiving'] : [];
}

/** The festivals of a span of days, both ends included. */
export function festivalDays(
  first: CalendarDate,
  last: CalendarDate,
  country: string | undefined,
): readonly { readonly on: CalendarDate; readonly festival: Festival }[] {
  const found: { on: CalendarDate; festival: Festival }[] = [];
  for (let on = first; on <= last; on = addDays(on, 1))
    for (const festival of festivalsOn(on, country)) found.push({ on, festival });
  return found;
}
