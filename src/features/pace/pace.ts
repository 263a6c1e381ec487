import { addDays, businessDayFrom, type CalendarDate, mondayOf, weekdayOf } from '../../calendar/index.ts';
import type { TouchKind } from '../followups/index.ts';

/** What becomes of a touch when its week is full: nothing, another week, or it is let go. */
export type PaceRule = 'exempt' | 'move' | 'drop';

export interface PacedTouch {
  readonly id: string;
  readonly kind: TouchKind;
  readonly cadence: string | undefined;
  /** The day was agreed with the customer. */
  readonly agreed: boolean;
  readonly repId: string;
  readonly dueOn: CalendarDate;
}

/** Somebody spoke to the customer already. */
export interface Contact {
  readonly on: CalendarDate;
  readonly repId: string;
}

export interface Pace {
  /** Most contacts in a week, from Monday to Sunday. */
  readonly limit: number;
  readonly today: CalendarDate;
  readonly country: string | undefined;
  /** Cadences whose touches mean nothing on another day: birthdays, holidays. */
  readonly dayBound: ReadonlySet<string>;
}

export interface Paced {
  readonly id: string;
  /** Absent: let go. */
  readonly to: CalendarDate | undefined;
}

/** The 2-5-12 calls, promises and the steps of a complaint are done whatever else there is (playbook: P1, P6, P18, P21). */
export function paceRule(touch: Pick<PacedTouch, 'kind' | 'cadence' | 'agreed'>, dayBound: ReadonlySet<string>): PaceRule {
  if (touch.agreed || touch.kind === 'promise' || touch.kind === 'complaint') return 'exempt';
  if (touch.kind === 'call' && touch.cadence === '2-5-12') return 'exempt';
  return touch.cadence !== undefined && dayBound.has(touch.cadence) ? 'drop' : 'move';
}

/** Weeks ahead that are looked through for a free one. */
const mostWeeks = 52;

const order: readonly TouchKind[] = ['promise', 'complaint', 'call', 'followup', 'note'];

/** What yields last stands first: what matters most, then what was to come first. */
const byWeight = (a: PacedTouch, b: PacedTouch): number =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) || (a.id < b.id ? -1 : 1);

const talk = (repId: string, on: CalendarDate) => `${repId} ${on}`;

/**
 * Keeps a customer from being contacted too often (playbook: P6). What one rep has on one day is one contact. Of a week that
 * is too full what matters least goes to the next week with room, on the same weekday or the next open day, or is let go.
 * What is due today or earlier is left alone: it is on somebody's list already. Done again, it changes nothing.
 */
export function paceTouches(touches: readonly PacedTouch[], had: readonly Contact[], pace: Pace): readonly Paced[] {
  const { limit, today, country, dayBound } = pace;
  const weeks = new Map<CalendarDate, Set<string>>();
  const weekOf = (on: CalendarDate): Set<string> => {
    const monday = mondayOf(on);
    const known = weeks.get(monday);
    if (known) return known;
    const fresh = new Set<string>();
    weeks.set(monday, fresh);
    return fresh;
  };
  const day = ({ dueOn }: PacedTouch) => (dueOn < today ? today : dueOn);
  const rule = (touch: PacedTouch) => (day(touch) === today ? 'exempt' : paceRule(touch, dayBound));
  for (const { on, repId } of had) weekOf(on).add(talk(repId, on));
  for (const touch of touches) if (rule(touch) === 'exempt') weekOf(day(touch)).add(talk(touch.repId, day(touch)));

  const fits = (repId: string, on: CalendarDate) => {
    const week = weekOf(on);
    return week.has(talk(repId, on)) || week.size < limit;
  };
  const tooMany: PacedTouch[] = [];
  for (const touch of touches.filter((one) => rule(one) !== 'exempt').sort(byWeight)) {
    if (fits(touch.repId, touch.dueOn)) weekOf(touch.dueOn).add(talk(touch.repId, touch.dueOn));
    else tooMany.push(touch);
  }
  return tooMany.flatMap((touch): Paced[] => {
    const { id, repId, dueOn } = touch;
    if (rule(touch) === 'drop') return [{ id, to: undefined }];
    for (let week = 1; week <= mostWeeks; week += 1) {
      const to = businessDayFrom(addDays(mondayOf(dueOn), 7 * week + weekdayOf(dueOn) - 1), country);
      if (!fits(repId, to)) continue;
      weekOf(to).add(talk(repId, to));
      return [{ id, to }];
    }
    return [];
  });
}
