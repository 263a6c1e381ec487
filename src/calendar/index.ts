export {
  addBusinessDays,
  businessDayFrom,
  businessDayUntil,
  type Country,
  closedReason,
  isBusinessDay,
  isHoliday,
  nextBusinessDay,
  previousBusinessDay,
} from './business-day.ts';
export {
  addDays,
  addMonths,
  type CalendarDate,
  compareDates,
  daysBetween,
  mondayOf,
  parseCalendarDate,
  type Weekday,
  weekdayOf,
} from './calendar-date.ts';
export { zoneOfCountry } from './country-zone.ts';
export { type Festival, festivalDays, festivals } from './festivals.ts';
export { type FormatWhenOptions, formatTime, formatWhen, type When, type WhenStyle } from './format-when.ts';
export type { CalendarLanguage } from './holidays/holiday.ts';
export { birthdaysOn, lunarBirthdaysOn, lunarCalendarOf } from './lunar.ts';
export { readDays, readHours, readTime, readTimes } from './read-hours.ts';
export { type Rhythm, type RuleFault, readRule, rhythmOf, rhythmRule, rhythms, ruleDays } from './recurrence.ts';
export { type OnClosedDay, planDates, type TouchOffset, touchOn } from './touch-date.ts';
export { type WeekdaySet, weekdaySetNames, weekdaySetOf, weekdaySets } from './weekday-sets.ts';
export { type Moment, type ParsedWhen, type ParseWhenOptions, parseWhen } from './when/parse-when.ts';
export { type CommonOpen, EVERY_DAY, inWindow, nextCommonOpen, nextOpen, type TimeWindow } from './window.ts';
export { dateIn, isTimeOfDay, isZone, nextAt, type TimeOfDay, timeIn, toInstant } from './zone.ts';
