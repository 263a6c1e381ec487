import { z } from 'zod';
import type { CalendarDate } from '../../calendar/index.ts';

const words = z.object({ title: z.string(), points: z.array(z.string()) });
export const saidSchema = z.object({ en: words, zh: words, ko: words }).partial();

/** What a team calls a touch, and its own talking points, by language. */
export type Said = z.infer<typeof saidSchema>;
export const parseSaid = (stored: unknown): Said => saidSchema.parse(stored);

/** In the order of what matters, as in the schema. */
export type TouchKind = 'promise' | 'complaint' | 'call' | 'followup' | 'note';

/** One planned contact with a customer, as lists show it. */
export interface Touch {
  readonly id: string;
  readonly kind: TouchKind;
  /** Which cadence planned it. */
  readonly cadence: string | undefined;
  readonly step: string;
  /** The team's own words for it. */
  readonly said: Said | undefined;
  readonly about: string | undefined;
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
  readonly snoozes: number;
  readonly attempts: number;
  readonly state: 'open' | 'done' | 'dropped';
  readonly closedAt: Date | undefined;
  /** A promise whose time went by unkept. */
  readonly brokenAt?: Date | undefined;
  /** Since when nobody has it; `repName` had it last. */
  readonly pooledAt: Date | undefined;
  /** Since when it waits for a complaint to be solved. */
  readonly pausedAt: Date | undefined;
  readonly repId: string;
  readonly repName: string;
  readonly purchaseId: string | undefined;
  readonly product: string | undefined;
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly company: string | undefined;
    readonly phone: string | undefined;
    readonly country: string | undefined;
    /** When they may be called, on their own clock. */
    readonly contact?:
      | {
          readonly zone: string | undefined;
          readonly from: string | undefined;
          readonly to: string | undefined;
          readonly days: readonly number[];
          readonly trade: string | undefined;
        }
      | undefined;
  };
}
