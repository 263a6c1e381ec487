import { addBusinessDays, addDays, businessDayFrom, type CalendarDate } from '../../calendar/index.ts';
import type { Touch } from '../followups/index.ts';
import type { Outcome } from './outcome.ts';

/** A customer who does not answer is tried on this many days; then the rep is asked. */
export const tries = 3;

export interface Next {
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
}

/** What an outcome does, as data; carrying it out is somebody else's. */
export interface Effects {
  readonly touch: 'close' | 'keep' | { readonly moveTo: Next; readonly attempts: number };
  readonly plan: readonly {
    readonly kind: 'followup' | 'complaint';
    readonly step: 'followup' | 'problem' | 'wants_more';
    readonly due: Next;
  }[];
  /** End every other touch of the customer. */
  readonly dropAll: boolean;
  readonly mark: { readonly doNotContact?: true; readonly wrongNumber?: true };
  /** The customer was spoken to. */
  readonly contact: boolean;
  /** The tries are used up: ask the rep what now. */
  readonly ask: boolean;
}

export interface Situation {
  readonly outcome: Outcome;
  readonly touch: Pick<Touch, 'attempts' | 'kind'> | undefined;
  readonly next: Next | undefined;
  readonly today: CalendarDate;
  /** Of the customer. */
  readonly country: string | undefined;
}

export const noEffects: Effects = { touch: 'keep', plan: [], dropAll: false, mark: {}, contact: false, ask: false };

/** playbook: P1 (keep calling), P6 (no nuisance), P18 (a next step is dated), P21 (a problem is taken up at once). */
export function effectsOf({ outcome, touch, next, today, country }: Situation): Effects {
  const followUp = next ? [{ kind: 'followup' as const, step: 'followup' as const, due: next }] : [];
  // A dated promise never moves by itself (P19): trying again is a contact of its own, and the promise stays due.
  const moves = touch && touch.kind !== 'promise';
  const onDay = (dueOn: CalendarDate): Next => ({ dueOn, dueAt: undefined });
  switch (outcome) {
    case 'reached':
    case 'sent':
      return { ...noEffects, touch: 'close', plan: followUp, contact: true };
    case 'no_answer': {
      const attempts = (touch?.attempts ?? 0) + 1;
      const again = next ?? onDay(businessDayFrom(addDays(today, 1), country));
      if (!moves) return { ...noEffects, plan: [{ kind: 'followup', step: 'followup', due: again }] };
      return { ...noEffects, touch: { moveTo: again, attempts }, ask: attempts >= tries && !next };
    }
    case 'left_message': {
      const again = next ?? onDay(addBusinessDays(today, 2, country));
      return moves
        ? { ...noEffects, touch: { moveTo: again, attempts: touch.attempts } }
        : { ...noEffects, plan: [{ kind: 'followup', step: 'followup', due: again }] };
    }
    case 'problem':
      return {
        ...noEffects,
        touch: 'close',
        plan: [{ kind: 'complaint', step: 'problem', due: next ?? onDay(today) }],
        contact: true,
      };
    case 'wants_more':
      return {
        ...noEffects,
        touch: 'close',
        plan: [{ kind: 'followup', step: 'wants_more', due: next ?? onDay(addBusinessDays(today, 2, country)) }],
        contact: true,
      };
    case 'do_not_contact':
      return { ...noEffects, touch: 'close', dropAll: true, mark: { doNotContact: true }, contact: true };
    case 'wrong_number':
      return { ...noEffects, mark: { wrongNumber: true } };
  }
}
