import type { CalendarDate } from '../calendar-date.ts';
import { chineseHolidays, chineseSwappedWorkdays } from './chinese-holidays.ts';
import type { CalendarLanguage, Holiday } from './holiday.ts';
import { koreanHolidays } from './korean-holidays.ts';
import { listedHolidays } from './listed-holidays.ts';
import { singaporeanHolidays } from './singaporean-holidays.ts';
import { taiwaneseHolidays } from './taiwanese-holidays.ts';

/** Countries whose days date-holidays has wrong or not fully; every other one is taken from it as it is. */
const OWN_RULES: Readonly<Record<string, (year: number, language: CalendarLanguage) => Holiday[]>> = {
  CN: chineseHolidays,
  KR: koreanHolidays,
  SG: singaporeanHolidays,
  TW: taiwaneseHolidays,
};

/** The public holidays of a country (ISO code, upper case) in a year; none for a country nobody knows. */
export function countryHolidays(country: string, year: number, language: CalendarLanguage): Holiday[] {
  return OWN_RULES[country]?.(year, language) ?? listedHolidays(country, year, language);
}

/** Weekend days that are working days that year. */
export function swappedWorkdays(country: string, year: number): CalendarDate[] {
  return country === 'CN' ? chineseSwappedWorkdays(year) : [];
}
