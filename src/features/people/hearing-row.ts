import type { CalendarDate, Weekday } from '../../calendar/index.ts';
import type { Hearing, HearMode } from './hearing.ts';

/** A person's columns as a hand-written query selects them, dates as text; `country` is the person's, else the workspace's. */
export interface HearingRow {
  readonly zone: string;
  readonly country: string | null;
  readonly hears: HearMode;
  readonly morningTime: string;
  readonly digestTimes: readonly string[];
  readonly mostPerHour: number;
  readonly workFrom: string;
  readonly workTo: string;
  readonly workDays: readonly number[];
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly daysOff: readonly CalendarDate[];
  readonly awayFrom: CalendarDate | null;
  readonly awayUntil: CalendarDate | null;
  readonly standInId: string | null;
}

/** Days of the week as they are kept; anything else is left out. */
export const weekdaysOf = (days: readonly number[]): readonly Weekday[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => days.includes(day));

export function hearingOf(row: HearingRow): Hearing {
  return {
    zone: row.zone,
    country: row.country ?? undefined,
    hears: row.hears,
    morningTime: row.morningTime,
    digestTimes: row.digestTimes,
    mostPerHour: row.mostPerHour,
    workFrom: row.workFrom,
    workTo: row.workTo,
    workDays: weekdaysOf(row.workDays),
    quiet: row.quietFrom !== null && row.quietTo !== null ? { from: row.quietFrom, to: row.quietTo } : undefined,
    daysOff: row.daysOff,
    away:
      row.awayFrom !== null && row.awayUntil !== null
        ? { from: row.awayFrom, until: row.awayUntil, standInId: row.standInId ?? undefined }
        : undefined,
  };
}
