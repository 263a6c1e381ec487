import { addDays, type CalendarDate, compareDates, weekdayOf } from '../calendar-date.ts';
import type { CalendarLanguage, Holiday, Named } from './holiday.ts';
import { listedHolidays } from './listed-holidays.ts';

const LUNAR_NEW_YEAR = 'korean 01-0-01 P3D';
const CHUSEOK = 'korean 8-0-14 P3D';
const BUDDHA = 'korean 4-0-8';

/** Replaced when they fall on a Saturday, a Sunday or another holiday (공휴일에 관한 법률 and its decree, as of May 2026). */
const REPLACED_AT_WEEKENDS = new Set(['03-01', '05-01', '05-05', '07-17', '08-15', '10-03', '10-09', '12-25']);

const LABOUR_DAY: Named = { en: 'Labour Day', zh: '劳动节', ko: '노동절' };
const ELECTION: Named = { en: 'Election Day', zh: '选举日', ko: '선거일' };
const EXTRA: Named = { en: 'Temporary holiday', zh: '临时公休日', ko: '임시공휴일' };
const SUBSTITUTE: Record<CalendarLanguage, (name: string) => string> = {
  en: (name) => `${name} (substitute day)`,
  zh: (name) => `${name}（补休）`,
  ko: (name) => `대체공휴일(${name})`,
};

/** Days that no rule gives: elections and days the government added. */
const DECREED: readonly [CalendarDate, Named][] = [
  ['2025-01-27', EXTRA],
  ['2025-06-03', ELECTION],
  ['2026-06-03', ELECTION],
  ['2028-04-12', ELECTION],
];

/**
 * Korea's public holidays by its own law, for date-holidays 3.37.0 puts the New Year days one day late (the three days are
 * the eve, the day and the day after), has neither Labour Day (a public holiday since 2026; closed for companies before)
 * nor elections, and knows substitutes of festivals only where someone typed them in.
 * Checked against the official calendars (월력요항) of 2025, 2026 and 2027.
 */
export function koreanHolidays(year: number, language: CalendarLanguage): Holiday[] {
  const holidays = listedHolidays('KR', year, language, { substitutes: false }).map((each) =>
    each.rule === LUNAR_NEW_YEAR ? { ...each, on: addDays(each.on, -1) } : each,
  );
  holidays.push({ on: `${year}-05-01`, name: LABOUR_DAY[language] });
  for (const [on, name] of DECREED) if (on.startsWith(`${year}-`)) holidays.push({ on, name: name[language] });
  holidays.sort((a, b) => compareDates(a.on, b.on));
  return [...holidays, ...substitutesFor(holidays, year, language)];
}

function substitutesFor(holidays: readonly Holiday[], year: number, language: CalendarLanguage): Holiday[] {
  const taken = new Map<CalendarDate, number>();
  for (const { on } of holidays) taken.set(on, (taken.get(on) ?? 0) + 1);
  const substitutes: Holiday[] = [];
  const shared = new Set<CalendarDate>();
  for (const holiday of holidays) {
    const collides = (taken.get(holiday.on) ?? 0) > 1;
    if (!isReplaced(holiday, year, collides) || shared.has(holiday.on)) continue;
    if (collides) shared.add(holiday.on);
    let on = addDays(holiday.on, 1);
    while (taken.has(on) || weekdayOf(on) >= 6) on = addDays(on, 1);
    taken.set(on, 1);
    substitutes.push({ on, name: SUBSTITUTE[language](holiday.name) });
  }
  return substitutes;
}

function isReplaced({ on, rule }: Holiday, year: number, collides: boolean): boolean {
  const weekday = weekdayOf(on);
  if (rule === LUNAR_NEW_YEAR || rule === CHUSEOK) return weekday === 7 || collides;
  const monthDay = on.slice(5);
  if (monthDay === '05-01' && year < 2026) return false;
  return (rule === BUDDHA || REPLACED_AT_WEEKENDS.has(monthDay)) && (weekday >= 6 || collides);
}
