import { createRequire } from 'node:module';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { CalendarLanguage, Holiday, Named } from './holiday.ts';
import { listedHolidays } from './listed-holidays.ts';

const require = createRequire(import.meta.url);

/** Values read 'English name,Chinese name,days'. */
type Decreed = { holidays: Record<CalendarDate, string>; workdays: Record<CalendarDate, string> };

let decreed: Decreed | undefined;

function decreedDays(): Decreed {
  const loaded: Decreed = decreed ?? require('chinese-days/dist/chinese-days.json');
  decreed = loaded;
  return loaded;
}

const KOREAN: Readonly<Record<string, string>> = {
  元旦: '신정',
  春节: '춘절',
  清明: '청명절',
  劳动节: '노동절',
  端午: '단오절',
  中秋: '중추절',
  国庆节: '국경절',
};

/** Women, young people, children and soldiers have these; offices stay open. */
const NOT_FOR_EVERYBODY = new Set(['03-08', '05-04', '06-01', '08-01']);
const LABOUR_DAY: Named = { en: 'Labour Day', zh: '劳动节', ko: '노동절' };
const SPRING: Named = { en: 'Spring Festival', zh: '春节', ko: '춘절' };

/** Whether the State Council's arrangement of that year is shipped; before it is announced only the statutory days are known. */
function isDecreed(year: number): boolean {
  return `${year}-01-01` in decreedDays().holidays || `${year}-10-01` in decreedDays().holidays;
}

export function chineseHolidays(year: number, language: CalendarLanguage): Holiday[] {
  if (!isDecreed(year)) return statutoryDays(year, language);
  return Object.entries(decreedDays().holidays)
    .filter(([on]) => on.startsWith(`${year}-`))
    .map(([on, value]) => ({ on, name: nameIn(language, value) }));
}

/** Weekend days on which people work in exchange for a longer holiday (调休). */
export function chineseSwappedWorkdays(year: number): CalendarDate[] {
  return Object.keys(decreedDays().workdays).filter((on) => on.startsWith(`${year}-`));
}

function nameIn(language: CalendarLanguage, value: string): string {
  const [en = '', zh = ''] = value.split(',');
  if (language === 'en') return en;
  return language === 'zh' ? zh : (KOREAN[zh] ?? zh);
}

/** The thirteen days of the 2025 regulation (State Council order 795): date-holidays still has eleven, and four that are not for all. */
function statutoryDays(year: number, language: CalendarLanguage): Holiday[] {
  const days = listedHolidays('CN', year, language).filter(({ on }) => !NOT_FOR_EVERYBODY.has(on.slice(5)));
  const secondDay = days.find(({ rule }) => rule === 'chinese 01-0-02');
  if (secondDay) days.push({ on: addDays(secondDay.on, 1), name: SPRING[language] });
  days.push({ on: `${year}-05-02`, name: LABOUR_DAY[language] });
  return days;
}
