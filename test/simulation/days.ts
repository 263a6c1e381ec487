import { DateTime } from 'luxon';
import { isBusinessDay, isHoliday } from '../../src/calendar/index.ts';
import type { History, PersonState } from './history.ts';

/** Own reckoning of a person's clock and days; only which days are holidays is asked of the bot's calendar. */
export const local = (at: number, { zone }: Pick<PersonState, 'zone'>) => DateTime.fromMillis(at, { zone });
export const dateOf = (at: number, who: Pick<PersonState, 'zone'>) => local(at, who).toISODate() ?? '';
export const timeOf = (at: number, who: Pick<PersonState, 'zone'>) => local(at, who).toFormat('HH:mm');

export const isOff = (who: PersonState, on: string): boolean =>
  who.daysOff.includes(on) || (who.awayFrom !== null && who.awayFrom <= on && on <= (who.awayUntil ?? on));

export function worksOn(who: PersonState, on: string): boolean {
  if (isOff(who, on)) return false;
  if (who.workDays.length === 0) return isBusinessDay(on, who.country);
  return who.workDays.includes(DateTime.fromISO(on, { zone: 'utc' }).weekday) && !isHoliday(on, who.country);
}

/** Within a stretch of the clock that may run over midnight. */
export const within = (time: string, from: string, to: string): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to;

/** When so many of a person's working days have passed since a moment, each by what held for them on it; undefined: not by the end. */
export function afterWorkdays(history: History, id: string, from: number, days: number, end: number): number | undefined {
  let left = days;
  for (let at = from; at < end; ) {
    const who = history.personAt(id, at);
    const tomorrow = local(at, who).plus({ days: 1 }).startOf('day').toMillis();
    if (at > from && worksOn(history.personAt(id, tomorrow - 1), dateOf(at, who))) left -= 1;
    if (left === 0) return tomorrow;
    at = tomorrow;
  }
  return undefined;
}
