import type { Weekday } from '../../calendar/index.ts';

export interface Hours {
  readonly from: string;
  readonly to: string;
}

interface BestHours {
  readonly hours: readonly Hours[];
  /** Where the trade works at weekends, or not on Mondays. */
  readonly days?: readonly Weekday[];
}

/**
 * When each trade has time for a call (playbook: P6). The hours follow the tables that textbooks of telephone selling hand
 * down: restaurants between the meals, doctors late in the morning and in the afternoon, lawyers and bankers before ten
 * or after four, teachers after school, shops early in the afternoon and not at weekends, accountants not at the turn
 * of a month. Where a customer's own hours are known, those hold.
 */
export const bestHours = {
  office: {
    hours: [
      { from: '10:00', to: '11:30' },
      { from: '14:00', to: '17:00' },
    ],
  },
  restaurant: { hours: [{ from: '14:00', to: '17:00' }], days: [1, 2, 3, 4, 5, 6, 7] },
  shop: { hours: [{ from: '14:00', to: '16:00' }], days: [2, 3, 4, 5] },
  medical: {
    hours: [
      { from: '11:00', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ],
  },
  school: { hours: [{ from: '16:00', to: '18:00' }] },
  lawOrBank: {
    hours: [
      { from: '09:00', to: '10:00' },
      { from: '16:00', to: '18:00' },
    ],
  },
  building: {
    hours: [
      { from: '08:00', to: '09:30' },
      { from: '16:30', to: '18:00' },
    ],
  },
  factory: {
    hours: [
      { from: '10:00', to: '11:30' },
      { from: '13:30', to: '16:00' },
    ],
  },
  household: {
    hours: [
      { from: '10:00', to: '11:30' },
      { from: '18:30', to: '20:00' },
    ],
    days: [1, 2, 3, 4, 5, 6],
  },
} as const satisfies Readonly<Record<string, BestHours>>;

export type Trade = keyof typeof bestHours;
