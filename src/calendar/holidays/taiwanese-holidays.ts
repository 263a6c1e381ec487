import { addDays, type CalendarDate, compareDates, weekdayOf } from '../calendar-date.ts';
import type { CalendarLanguage, Holiday, Named } from './holiday.ts';
import { listedHolidays } from './listed-holidays.ts';

const NEW_YEAR_EVE = 'chinese 01-0-00';
const NEW_YEAR_DAYS = new Set(['chinese 01-0-00', 'chinese 01-0-01', 'chinese 01-0-02', 'chinese 01-0-03']);
/** date-holidays adds a fourth and fifth day, or moves them, by an older rule. */
const OLDER_RULES = /^chinese 01-0-04|^chinese 01-0-01 if/;

/** Added by the act on memorial days and holidays of May 2025 (紀念日及節日實施條例). */
const ADDED: readonly [string, Named][] = [
  ['05-01', { en: 'Labour Day', zh: '勞動節', ko: '노동절' }],
  ['09-28', { en: "Teachers' Day", zh: '教師節', ko: '스승의 날' }],
  ['10-25', { en: 'Retrocession Day', zh: '光復節', ko: '광복절' }],
  ['12-25', { en: 'Constitution Day', zh: '行憲紀念日', ko: '제헌절' }],
];
const DAY_BEFORE_EVE: Named = { en: "Day before Lunar New Year's Eve", zh: '小年夜', ko: '섣달그믐 전날' };
const SUBSTITUTE: Record<CalendarLanguage, (name: string) => string> = {
  en: (name) => `${name} (substitute day)`,
  zh: (name) => `${name}補假`,
  ko: (name) => `${name} 대체 휴일`,
};

/** 2025, when the act came into force half-way through the year: the offices' own calendar, added to the list. */
const IN_2025: readonly [CalendarDate, Named][] = [
  ['2025-01-27', DAY_BEFORE_EVE],
  ['2025-04-03', { en: "Children's Day", zh: '兒童節', ko: '어린이날' }],
  ['2025-05-01', { en: 'Labour Day', zh: '勞動節', ko: '노동절' }],
  ['2025-05-30', { en: 'Dragon Boat Festival', zh: '端午節', ko: '단오절' }],
  ['2025-09-29', { en: "Teachers' Day", zh: '教師節', ko: '스승의 날' }],
  ['2025-10-24', { en: 'Retrocession Day', zh: '光復節', ko: '광복절' }],
  ['2025-12-25', { en: 'Constitution Day', zh: '行憲紀念日', ko: '제헌절' }],
];

/** Taiwan's holidays under the act of 2025, which date-holidays 3.37.0 does not know: four more days, and a substitute for each. */
export function taiwaneseHolidays(year: number, language: CalendarLanguage): Holiday[] {
  if (year < 2026) {
    const added = year === 2025 ? IN_2025.map(([on, name]) => ({ on, name: name[language] })) : [];
    return [...listedHolidays('TW', year, language), ...added];
  }
  const days = listedHolidays('TW', year, language, { substitutes: false }).filter(({ rule }) => !OLDER_RULES.test(rule ?? ''));
  for (const [monthDay, name] of ADDED) days.push({ on: `${year}-${monthDay}`, name: name[language] });
  const eve = days.find(({ rule }) => rule === NEW_YEAR_EVE);
  if (eve) days.push({ on: addDays(eve.on, -1), name: DAY_BEFORE_EVE[language], rule: NEW_YEAR_EVE });
  // The substitute of next New Year's Day can be the Friday before it, in this year.
  const ownYear = days.filter(({ on }) => on.startsWith(`${year}-`)).sort((a, b) => compareDates(a.on, b.on));
  return [...ownYear, ...substitutesFor(ownYear, year, language)];
}

function substitutesFor(days: readonly Holiday[], year: number, language: CalendarLanguage): Holiday[] {
  const taken = new Set(days.map(({ on }) => on));
  const nextNewYear: Holiday = { on: `${year + 1}-01-01`, name: days.find(({ on }) => on.endsWith('-01-01'))?.name ?? '' };
  const substitutes: Holiday[] = [];
  for (const { on, name, rule } of [...days, nextNewYear]) {
    const weekday = weekdayOf(on);
    if (weekday < 6 || (on === nextNewYear.on && weekday === 7)) continue;
    // Saturday is made up for on the day before, Sunday and the New Year block on the days after.
    const step = weekday === 6 && !NEW_YEAR_DAYS.has(rule ?? '') ? -1 : 1;
    let free = addDays(on, step);
    while (taken.has(free) || weekdayOf(free) >= 6) free = addDays(free, step);
    taken.add(free);
    substitutes.push({ on: free, name: SUBSTITUTE[language](name) });
  }
  return substitutes;
}
