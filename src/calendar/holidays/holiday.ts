import type { CalendarDate } from '../calendar-date.ts';

export type CalendarLanguage = 'en' | 'zh' | 'ko';

/** A day on which a country's offices are closed. `rule` is how date-holidays names it. */
export type Holiday = { on: CalendarDate; name: string; rule?: string };

/** Names in each language, for the days that our own data adds. */
export type Named = Record<CalendarLanguage, string>;
