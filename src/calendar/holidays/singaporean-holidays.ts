import { addDays, type CalendarDate, weekdayOf } from '../calendar-date.ts';
import type { CalendarLanguage, Holiday, Named } from './holiday.ts';
import { listedHolidays } from './listed-holidays.ts';

const HARI_RAYA_PUASA: Named = { en: 'Hari Raya Puasa', zh: '开斋节', ko: '하리 라야 푸아사' };
const VESAK: Named = { en: 'Vesak Day', zh: '卫塞节', ko: '베삭데이' };

/** Days that follow the moon as the Ministry of Manpower announced them, where the computed list has another day or none. */
const ANNOUNCED: readonly { on: CalendarDate; name: Named; instead?: CalendarDate }[] = [
  { on: '2027-03-10', name: HARI_RAYA_PUASA, instead: '2027-03-09' },
  { on: '2027-05-20', name: VESAK },
];

/** Singapore: the announced days, and the Monday after each holiday that falls on a Sunday (Holidays Act 1998, section 4). */
export function singaporeanHolidays(year: number, language: CalendarLanguage): Holiday[] {
  const wrong = new Set(ANNOUNCED.map(({ instead }) => instead));
  const days = listedHolidays('SG', year, language).filter(({ on }) => !wrong.has(on));
  for (const { on, name } of ANNOUNCED) if (on.startsWith(`${year}-`)) days.push({ on, name: name[language] });
  const mondays = days.filter(({ on }) => weekdayOf(on) === 7).map((each) => ({ on: addDays(each.on, 1), name: each.name }));
  return [...days, ...mondays];
}
