import {
  addDays,
  addMonths,
  birthdaysOn,
  type CalendarDate,
  festivalDays,
  lunarBirthdaysOn,
  lunarCalendarOf,
  ruleDays,
  touchOn,
} from '../../calendar/index.ts';
import type { TouchKind } from '../followups/index.ts';
import type { Audience, Cadence, CadenceTouch, Tier } from './cadence.ts';

/** Nothing is planned further ahead than so many days. */
export const horizon = 45;

export interface Planned {
  readonly cadence: string;
  readonly step: string;
  readonly kind: TouchKind;
  readonly dueOn: CalendarDate;
}

/** The day of a touch, counted from the day that leads to it, on the open days of the customer's country. */
export function dueOf(
  touch: Pick<CadenceTouch, 'days' | 'months' | 'onClosedDay'>,
  anchor: CalendarDate,
  country: string | undefined,
): CalendarDate {
  return touchOn(touch.months === 0 ? anchor : addMonths(anchor, touch.months), touch.days, touch.onClosedDay, country);
}

export interface Buyer {
  readonly country: string | undefined;
  readonly tier: Tier | undefined;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether a cadence is for that customer and, where it looks at products, that one. */
export function isFor(audience: Audience, { country, tier }: Buyer, product: string | undefined): boolean {
  if (audience.product !== undefined && !(product && folded(product).includes(folded(audience.product)))) return false;
  if (audience.tiers.length > 0 && !(tier && audience.tiers.includes(tier))) return false;
  return audience.countries.length === 0 || (country !== undefined && audience.countries.includes(country));
}

/** What is bought on one day leads to one round of calls; a warranty is each product's own. */
export const isPerDay = ({ months }: Pick<CadenceTouch, 'months'>): boolean => months === 0;

export interface Bought {
  readonly boughtOn: CalendarDate;
  readonly product: string;
  /** The first thing of that customer's on that day. */
  readonly first: boolean;
}

/**
 * The touches a purchase leads to, seen from today. An old purchase that is brought in late does not flood the list: of
 * those already past only what is still worth doing stays. What lies further ahead is planned when its time is near.
 */
export function touchesAfter(
  cadences: readonly Cadence[],
  { boughtOn, product, first }: Bought,
  buyer: Buyer,
  today: CalendarDate,
): readonly Planned[] {
  const last = addDays(today, horizon);
  return cadences.flatMap(({ key, on, start, audience, touches }) => {
    if (!on || start.by !== 'purchase' || !isFor(audience, buyer, product)) return [];
    return touches.flatMap((touch) => {
      if (isPerDay(touch) && !first) return [];
      const dueOn = dueOf(touch, boughtOn, buyer.country);
      if (dueOn > last || addDays(dueOn, touch.usefulFor) < today) return [];
      return [{ cadence: key, step: touch.step, kind: touch.kind, dueOn }];
    });
  });
}

/** The touches that follow a day of one customer: a complaint solved, a favour done. */
export function touchesFrom({ key, touches }: Cadence, day: CalendarDate, country: string | undefined): readonly Planned[] {
  return touches.map((touch) => ({ cadence: key, step: touch.step, kind: touch.kind, dueOn: dueOf(touch, day, country) }));
}

/** A touch of all customers of a country; of birthdays: of those who have it (`monthDay`, by which calendar). */
export interface Occurrence extends Planned {
  readonly occursOn: CalendarDate;
  readonly country: string | undefined;
  readonly birthday?: { readonly monthDay: number; readonly lunar: boolean };
}

type Day = Pick<Occurrence, 'occursOn' | 'birthday'> & { readonly festival?: string };

function daysOf(start: Cadence['start'], first: CalendarDate, last: CalendarDate, country: string | undefined): readonly Day[] {
  if (start.by === 'rule') return ruleDays(start.rule, start.from, first, last).map((occursOn) => ({ occursOn }));
  if (start.by === 'holiday') return festivalDays(first, last, country).map(({ on, festival }) => ({ occursOn: on, festival }));
  if (start.by !== 'birthday') return [];
  const found: Day[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    for (const monthDay of birthdaysOn(on)) found.push({ occursOn: on, birthday: { monthDay, lunar: false } });
    for (const monthDay of lunarBirthdaysOn(on, lunarCalendarOf(country)))
      found.push({ occursOn: on, birthday: { monthDay, lunar: true } });
  }
  return found;
}

/** A closed stretch is never longer. */
const mostClosed = 15;

/** What a cadence that days start plans in a country from today to the horizon. */
export function occurrencesOf(cadence: Cadence, country: string | undefined, today: CalendarDate): readonly Occurrence[] {
  const { key, start, touches } = cadence;
  const last = addDays(today, horizon);
  const offsets = touches.map(({ days, months }) => days + months * 31);
  const from = addDays(today, -Math.max(0, ...offsets) - mostClosed);
  const until = addDays(last, Math.max(0, ...touches.map(({ days }) => -days)) + mostClosed);
  return daysOf(start, from, until, country).flatMap(({ occursOn, birthday, festival }) =>
    touches.flatMap((touch) => {
      if (touch.festival !== undefined && touch.festival !== festival) return [];
      if (touch.month !== undefined && touch.month !== Number(occursOn.slice(5, 7))) return [];
      const meant = dueOf(touch, occursOn, country);
      // What should have come a little earlier still comes before the day itself.
      const dueOn = meant < today && occursOn >= today ? today : meant;
      if (dueOn < today || dueOn > last) return [];
      const planned = { cadence: key, step: touch.step, kind: touch.kind, dueOn, occursOn, country };
      return [birthday ? { ...planned, birthday } : planned];
    }),
  );
}

/** A touch of all purchases of a day in a country. */
export interface PurchaseDay extends Planned {
  readonly boughtOn: CalendarDate;
  readonly country: string | undefined;
  readonly perDay: boolean;
}

/** A purchase plans by itself what lies within the horizon; only what lies further waits to be planned. */
const isLate = ({ days, months }: CadenceTouch) => months * 28 + days > horizon;

/** What a cadence of purchases plans from today to the horizon; `all`: also what purchases plan by themselves. */
export function purchaseDaysOf(
  { key, start, touches }: Cadence,
  country: string | undefined,
  today: CalendarDate,
  all: boolean,
): readonly PurchaseDay[] {
  if (start.by !== 'purchase') return [];
  const last = addDays(today, horizon);
  return touches
    .filter((touch) => all || isLate(touch))
    .flatMap((touch) => {
      const days: PurchaseDay[] = [];
      const before = (on: CalendarDate) => addMonths(addDays(on, -touch.days), -touch.months);
      const until = addDays(before(last), mostClosed);
      for (let on = addDays(before(today), -touch.usefulFor - mostClosed); on <= until && on <= today; on = addDays(on, 1)) {
        const dueOn = dueOf(touch, on, country);
        if (dueOn > last || addDays(dueOn, touch.usefulFor) < today) continue;
        const { step, kind } = touch;
        days.push({ cadence: key, step, kind, dueOn, boughtOn: on, country, perDay: isPerDay(touch) });
      }
      return days;
    });
}
