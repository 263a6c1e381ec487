import type { CalendarDate } from '../../calendar/index.ts';

/** In the order of what matters, as in the schema. */
export type TouchKind = 'promise' | 'complaint' | 'call' | 'followup' | 'note';

/** One planned contact with a customer, as lists show it. */
export interface Touch {
  readonly id: string;
  readonly kind: TouchKind;
  readonly step: string;
  readonly about: string | undefined;
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
  readonly snoozes: number;
  readonly attempts: number;
  readonly state: 'open' | 'done' | 'dropped';
  readonly closedAt: Date | undefined;
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
  };
}
