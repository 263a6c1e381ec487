import { type CalendarDate, toInstant } from '../../calendar/index.ts';

/** The rep hears of a promise so long before it breaks (playbook: P19). */
export const warnMs = 60 * 60_000;

/** What was promised is no longer than a line of a list. */
export const mostWhat = 150;

/** By when: a day, or a moment in it. */
export interface Due {
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
}

export const dueOf = (on: CalendarDate, time: string | undefined, zone: string): Due => ({
  dueOn: on,
  dueAt: time === undefined ? undefined : toInstant(on, time, zone),
});

/** When to warn: an hour before; at once where less is left. Undefined where no hour is promised: the morning list has it. */
export function warnAt({ dueAt }: Due, now: Date): Date | undefined {
  return dueAt && new Date(Math.max(now.getTime(), dueAt.getTime() - warnMs));
}

export const hasPassed = ({ dueOn, dueAt }: Due, now: Date, today: CalendarDate): boolean =>
  dueAt ? dueAt <= now : dueOn < today;
