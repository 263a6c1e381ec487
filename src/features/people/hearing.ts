import {
  addDays,
  type CalendarDate,
  dateIn,
  isBusinessDay,
  isHoliday,
  toInstant,
  type Weekday,
  weekdayOf,
} from '../../calendar/index.ts';

export const hearModes = ['both', 'list', 'nudges', 'digest'] as const;
export type HearMode = (typeof hearModes)[number];

/** When and how a person hears of what is due: their clock, their days, and what they chose. */
export interface Hearing {
  readonly zone: string;
  /** Whose holidays count: the person's own, else the workspace's. */
  readonly country: string | undefined;
  readonly hears: HearMode;
  readonly morningTime: string;
  readonly digestTimes: readonly string[];
  /** Most messages in an hour; the rest is folded into one. */
  readonly mostPerHour: number;
  readonly workFrom: string;
  readonly workTo: string;
  /** None: the country's own working days, swapped ones included. */
  readonly workDays: readonly Weekday[];
  readonly quiet: { readonly from: string; readonly to: string } | undefined;
  readonly daysOff: readonly CalendarDate[];
  readonly away: Absence | undefined;
}

/** Both days belong to it. */
export interface Absence {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly standInId: string | undefined;
}

export const isAway = ({ away }: Pick<Hearing, 'away'>, on: CalendarDate): boolean =>
  away !== undefined && away.from <= on && on <= away.until;

/** Why a person does not work on a day; undefined where they do. */
export function whyOff(hearing: Hearing, on: CalendarDate): 'away' | 'day_off' | 'closed' | undefined {
  if (isAway(hearing, on)) return 'away';
  if (hearing.daysOff.includes(on)) return 'day_off';
  const { workDays, country } = hearing;
  const open = workDays.length > 0 ? workDays.includes(weekdayOf(on)) && !isHoliday(on, country) : isBusinessDay(on, country);
  return open ? undefined : 'closed';
}

export const worksOn = (hearing: Hearing, on: CalendarDate): boolean => whyOff(hearing, on) === undefined;

/** Nobody is away or off for longer without a word; the bound keeps a wrong list of days from hanging us. */
const mostDays = 800;

/** The first day at or after `on` (`step` 1), or at or before it (-1), on which the person works. */
export function workdayFrom(hearing: Hearing, on: CalendarDate, step: 1 | -1 = 1): CalendarDate {
  let day = on;
  for (let tries = 0; tries < mostDays && !worksOn(hearing, day); tries += 1) day = addDays(day, step);
  return worksOn(hearing, day) ? day : on;
}

/** The n-th working day after `on`. */
export function addWorkdays(hearing: Hearing, on: CalendarDate, n: number): CalendarDate {
  let day = on;
  for (let left = n; left > 0; left -= 1) day = workdayFrom(hearing, addDays(day, 1));
  return day;
}

/** The first working day's `time` strictly after an instant, once a day whatever the clock does. */
export function nextWorkdayAt(hearing: Hearing, time: string, after: Date): Date {
  let day = addDays(dateIn(hearing.zone, after), -1);
  for (;;) {
    day = workdayFrom(hearing, day);
    const at = toInstant(day, time, hearing.zone);
    if (at > after) return at;
    day = addDays(day, 1);
  }
}

/** When the person's next working day begins. */
export const nextMorning = (hearing: Hearing, after: Date): Date => nextWorkdayAt(hearing, hearing.morningTime, after);
