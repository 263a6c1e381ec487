import { addDays, businessDayFrom, type CalendarDate, dateIn, toInstant } from '../../calendar/index.ts';

/** Answers one tap gives; `other` asks for a day. */
export const presets = ['hour', 'day', 'three', 'week', 'other'] as const;
export type Preset = (typeof presets)[number];

export interface SnoozedTo {
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
}

/** When a preset leads to: days are business days of the customer's country. */
export function snoozedTo(preset: Exclude<Preset, 'other'>, now: Date, zone: string, country: string | undefined): SnoozedTo {
  const today = dateIn(zone, now);
  switch (preset) {
    case 'hour': {
      const dueAt = new Date(now.getTime() + 3_600_000);
      return { dueOn: dateIn(zone, dueAt), dueAt };
    }
    case 'day':
      return { dueOn: businessDayFrom(addDays(today, 1), country), dueAt: undefined };
    case 'three':
      return { dueOn: businessDayFrom(addDays(today, 3), country), dueAt: undefined };
    case 'week':
      return { dueOn: businessDayFrom(addDays(today, 7), country), dueAt: undefined };
  }
}

/** A day and, where wanted, an hour of the person's own clock. */
export function snoozedToDay(dueOn: CalendarDate, time: string | undefined, zone: string): SnoozedTo {
  return { dueOn, dueAt: time === undefined ? undefined : toInstant(dueOn, time, zone) };
}
