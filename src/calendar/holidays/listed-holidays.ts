import { createRequire } from 'node:module';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { CalendarLanguage, Holiday } from './holiday.ts';

const require = createRequire(import.meta.url);

type Listed = { date: string; start: Date; end: Date; name: string; type: string; rule: string; substitute?: boolean };
type Source = new (country: string) => { getHolidays(year: number, language: string): Listed[] };

let source: Source | undefined;

/** Loaded on first need: the package costs 0.3 s and 40 MB, and a bot that plans nothing should not pay for it. */
function holidaySource(): Source {
  const loaded: Source = source ?? require('date-holidays');
  source = loaded;
  return loaded;
}

const DAY = 86_400_000;

/**
 * Whole public holidays of that year as date-holidays has them, a festival of three days as three entries. Half days
 * and observances are left out. `substitutes: false` leaves out the days given in place of others.
 */
export function listedHolidays(
  country: string,
  year: number,
  language: CalendarLanguage,
  options: { substitutes: boolean } = { substitutes: true },
): Holiday[] {
  const Holidays = holidaySource();
  const found: Holiday[] = [];
  for (const each of new Holidays(country).getHolidays(year, language)) {
    if (each.type !== 'public' || !each.date.includes(' 00:00:00')) continue;
    if (each.substitute && !options.substitutes) continue;
    const first: CalendarDate = each.date.slice(0, 10);
    const days = Math.max(1, Math.round((each.end.getTime() - each.start.getTime()) / DAY));
    for (let index = 0; index < days; index += 1) found.push({ on: addDays(first, index), name: each.name, rule: each.rule });
  }
  return found;
}
