import {
  addDays,
  type Country,
  dateIn,
  EVERY_DAY,
  inWindow,
  nextOpen,
  type TimeWindow,
  toInstant,
  type Weekday,
} from '../../calendar/index.ts';
import { bestHoursOf } from '../customers/index.ts';
import { type Hearing, whyOff } from '../people/index.ts';
import type { Because } from './because.ts';

/** One condition on a moment: the first instant at or after another at which it holds, and why it moved. */
export interface Gate {
  readonly because: (at: Date) => Because;
  /** Undefined where it never holds again. */
  readonly open: (at: Date) => Date | undefined;
}

/** What is known of when a customer may be called. */
export interface Contact {
  readonly zone: string;
  readonly country: Country;
  readonly hours: { readonly from: string; readonly to: string } | undefined;
  readonly days: readonly Weekday[];
  readonly trade: string | undefined;
}

const startOf = (on: string, { zone }: Hearing) => toInstant(on, '00:00', zone);

/** Absence and days off; with `closed` also the days on which nobody works in the rep's country. */
export function daysGate(hearing: Hearing, closed: boolean): Gate {
  const why = (at: Date) => {
    const reason = whyOff(hearing, dateIn(hearing.zone, at));
    return reason === 'closed' && !closed ? undefined : reason;
  };
  return {
    because: (at) => ({ rule: why(at) ?? 'closed', on: dateIn(hearing.zone, at) }),
    open(at) {
      let day = dateIn(hearing.zone, at);
      let open = at;
      for (let tries = 0; tries < 800 && why(open); tries += 1) {
        day = addDays(day, 1);
        open = startOf(day, hearing);
      }
      return why(open) ? undefined : open;
    },
  };
}

const windowGate = (window: TimeWindow, because: Because): Gate => ({
  because: () => because,
  open: (at) => nextOpen(window, at),
});

/** The hours of a working day; which days those are is another gate. */
export const workGate = ({ zone, workFrom, workTo }: Hearing): Gate =>
  windowGate({ zone, from: workFrom, to: workTo, days: EVERY_DAY }, { rule: 'working_hours', from: workFrom, to: workTo });

/** Hours in which nothing is heard, on any day. */
export function quietGate({ zone, quiet }: Hearing): readonly Gate[] {
  if (!quiet || quiet.from === quiet.to) return [];
  return [
    windowGate({ zone, from: quiet.to, to: quiet.from, days: EVERY_DAY }, { rule: 'quiet', from: quiet.from, to: quiet.to }),
  ];
}

export const isQuiet = ({ zone, quiet }: Hearing, at: Date): boolean =>
  quiet !== undefined && quiet.from !== quiet.to && inWindow({ zone, ...quiet, days: EVERY_DAY }, at);

/** The customer's own hours; with `best`, where there are none, those of the trade. */
export function contactGate({ zone, country, hours, days, trade }: Contact, best: boolean): readonly Gate[] {
  const own = days.length > 0 ? { days } : {};
  if (hours || days.length > 0) {
    const { from, to } = hours ?? { from: '00:00', to: '00:00' };
    return [windowGate({ zone, country, from, to, ...own }, { rule: 'customer_hours', from, to, zone })];
  }
  const known = best ? bestHoursOf(trade) : undefined;
  if (!known || trade === undefined) return [];
  const open = (at: Date) => {
    const each = known.hours.flatMap(({ from, to }) => nextOpen({ zone, country, from, to, days: known.days }, at) ?? []);
    return each.length > 0 ? new Date(Math.min(...each.map((one) => one.getTime()))) : undefined;
  };
  return [{ because: () => ({ rule: 'best_hours', trade, zone }), open }];
}

/** The first instant at or after `start` at which all gates are open, and those that moved it; undefined where they never agree. */
export function throughGates(
  gates: readonly Gate[],
  start: Date,
  withinDays: number,
): { readonly at: Date; readonly because: readonly Because[] } | undefined {
  const because = new Map<string, Because>();
  const last = start.getTime() + withinDays * 86_400_000;
  let at = start;
  for (let moved = true; moved; ) {
    moved = false;
    for (const gate of gates) {
      const open = gate.open(at);
      if (!open || open.getTime() > last) return undefined;
      if (open > at) {
        const why = gate.because(at);
        if (!because.has(why.rule)) because.set(why.rule, why);
        at = open;
        moved = true;
      }
    }
  }
  return { at, because: [...because.values()] };
}
