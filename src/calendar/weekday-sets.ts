import type { Weekday } from './calendar-date.ts';

/** The weeks that people work, for a choice in a form; `country` follows the country's own working days. */
export const weekdaySets = {
  country: [],
  monFri: [1, 2, 3, 4, 5],
  monSat: [1, 2, 3, 4, 5, 6],
  tueSat: [2, 3, 4, 5, 6],
  sunThu: [7, 1, 2, 3, 4],
  every: [1, 2, 3, 4, 5, 6, 7],
} as const satisfies Readonly<Record<string, readonly Weekday[]>>;

export type WeekdaySet = keyof typeof weekdaySets;
export const weekdaySetNames = [
  'country',
  'monFri',
  'monSat',
  'tueSat',
  'sunThu',
  'every',
] as const satisfies readonly WeekdaySet[];

/** Which set these days are; `country` where they are none of ours. */
export function weekdaySetOf(days: readonly Weekday[]): WeekdaySet {
  const sorted = [...days].sort().join();
  return weekdaySetNames.find((name) => [...weekdaySets[name]].sort().join() === sorted) ?? 'country';
}
