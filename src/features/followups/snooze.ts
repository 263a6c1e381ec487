import {
  addDays,
  businessDayFrom,
  type CalendarDate,
  dateIn,
  inWindow,
  nextOpen,
  type TimeWindow,
  toInstant,
} from '../../calendar/index.ts';
import type { Touch } from './touch.ts';

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

/** The third time of one touch asks why (and every third after it): what is put off again and again is not done. */
export const asksWhy = (touches: readonly Pick<Touch, 'snoozes'>[]): boolean => touches.some(({ snoozes }) => snoozes % 3 === 2);

/** Farther away than this it is no help to know when the customer's hours begin. */
const soonDays = 14;

/** When the customer's hours begin next; where they have begun, the next time. Undefined where none are known, or none is near. */
export function opensNext(hours: readonly TimeWindow[], now: Date): Date | undefined {
  const openings = hours.flatMap((window) => {
    const tomorrow = toInstant(addDays(dateIn(window.zone, now), 1), '00:00', window.zone);
    return nextOpen(window, inWindow(window, now) ? tomorrow : now) ?? [];
  });
  const [first] = openings.sort((a, b) => a.getTime() - b.getTime());
  return first && first > now && first.getTime() - now.getTime() < soonDays * 86_400_000 ? first : undefined;
}

const opening = /^opens@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/;

/** The moment itself as a choice: what is on the label is what happens, whenever it is pressed. */
export const openingValue = (at: Date): string => `opens@${at.toISOString()}`;

export function openingOf(until: string | undefined, zone: string): SnoozedTo | undefined {
  const said = opening.exec(until ?? '')?.[1];
  const dueAt = said === undefined ? undefined : new Date(said);
  return dueAt && !Number.isNaN(dueAt.getTime()) ? { dueOn: dateIn(zone, dueAt), dueAt } : undefined;
}

export const presetOf = (until: string | undefined): Preset | undefined => presets.find((preset) => preset === until);
