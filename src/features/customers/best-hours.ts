import type { Weekday } from '../../calendar/index.ts';

export interface Hours {
  readonly from: string;
  readonly to: string;
}

export interface BestHours {
  readonly hours: readonly Hours[];
  /** Where the trade does not keep to the country's working days. */
  readonly days?: readonly Weekday[];
}

/**
 * When each trade has time for a call (playbook: P6); where a customer's own hours are known, those hold. Sources, read
 * November 2026: (a) a telephone company's figures in "When to Call", Call Center Training, 25 August 2008; (b) "Optimum
 * Calling Hours Increase Results", Rich Worldwide; (c) advice to telephonists not to call in the first and last half hour
 * and at noon (happylifestyle 15171; Symphonet blog 758 for restaurants); (d) "Best and Worst Times", CleanLink 22077.
 */
export const bestHours = {
  /** (a) heads of business after 10:30; (d) not from noon to two. */
  office: {
    hours: [
      { from: '10:30', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ],
  },
  /** (b) busiest from eleven to two; (c) neither lunch nor dinner. */
  restaurant: { hours: [{ from: '14:00', to: '17:00' }], days: [1, 2, 3, 4, 5, 6, 7] },
  /** (b) closed before ten; customers come at noon and after work. */
  shop: {
    hours: [
      { from: '10:00', to: '11:30' },
      { from: '14:00', to: '16:00' },
    ],
    days: [1, 2, 3, 4, 5, 6],
  },
  /** (b) before three. */
  school: {
    hours: [
      { from: '10:00', to: '11:30' },
      { from: '13:00', to: '15:00' },
    ],
  },
  /** (a) from eleven to two, or after five. */
  law: {
    hours: [
      { from: '11:00', to: '14:00' },
      { from: '17:00', to: '18:30' },
    ],
  },
  /** (a) before nine, or after five. */
  building: {
    hours: [
      { from: '07:30', to: '09:00' },
      { from: '17:00', to: '18:30' },
    ],
  },
  /** (a) chemists and engineers from four to five. */
  factory: { hours: [{ from: '16:00', to: '17:00' }] },
  /** (a) from six to eight in the evening. */
  household: { hours: [{ from: '18:00', to: '20:00' }], days: [1, 2, 3, 4, 5, 6] },
} as const satisfies Readonly<Record<string, BestHours>>;

export type Trade = keyof typeof bestHours;
export const trades = Object.keys(bestHours) as readonly Trade[];

/** Undefined for a trade that we know nothing of. */
export function bestHoursOf(trade: string | undefined): BestHours | undefined {
  const table: Readonly<Record<string, BestHours>> = bestHours;
  return trade === undefined ? undefined : table[trade];
}
