import { addDays, businessDayFrom, type CalendarDate, type Moment, nextBusinessDay, toInstant } from '../../calendar/index.ts';
import type { Due } from '../followups/index.ts';

/** A day and, where an hour was named, the hour on the rep's clock. */
export type Day = Pick<Moment, 'on' | 'time'>;

/** Days as one argument of a button: `2026-12-01T15:00|2026-12-03`. */
export const packDays = (days: readonly Day[]): string => days.map(({ on, time }) => (time ? `${on}T${time}` : on)).join('|');

const packed = /^(\d{4}-\d{2}-\d{2})(?:T([0-2]\d:[0-5]\d))?$/;

export const unpackDays = (text: string | undefined): readonly Day[] =>
  (text ?? '').split('|').flatMap((each) => {
    const [, on, time] = packed.exec(each) ?? [];
    return on === undefined ? [] : [{ on, ...(time ? { time } : {}) }];
  });

export const dueOf = ({ on, time }: Day, zone: string): Due => ({
  dueOn: on,
  dueAt: time === undefined ? undefined : toInstant(on, time, zone),
});

export const hasPassed = ({ dueOn, dueAt }: Due, now: Date, today: CalendarDate): boolean =>
  dueAt ? dueAt <= now : dueOn < today;

const distinct = (days: readonly Day[]): readonly Day[] => [...new Map(days.map((day) => [packDays([day]), day])).values()];

/** Where no day was said: the next open day, one soon, and the same weekday of next week; open for the customer. */
export const soonDays = (today: CalendarDate, country: string | undefined): readonly Day[] =>
  distinct(
    [
      nextBusinessDay(today, country),
      businessDayFrom(addDays(today, 3), country),
      businessDayFrom(addDays(today, 7), country),
    ].map((on) => ({ on })),
  );

/** What may have been meant by a moment that has gone by: the same hour on the next open day, and on the same weekday to come. */
export function insteadOf(past: Day, today: CalendarDate, country: string | undefined): readonly Day[] {
  let weekday = past.on;
  while (weekday <= today) weekday = addDays(weekday, 7);
  const hour = past.time ? { time: past.time } : {};
  return distinct([nextBusinessDay(today, country), weekday].sort().map((on) => ({ on, ...hour })));
}
