import { addDays, type CalendarDate, compareDates, dateIn, timeIn, toInstant } from '../../calendar/index.ts';
import type { TouchKind } from '../followups/index.ts';
import { addWorkdays, type Hearing, nextMorning, nextWorkdayAt, workdayFrom, worksOn } from '../people/index.ts';
import { warnMs } from '../promises/index.ts';
import type { Because } from './because.ts';
import { type Contact, contactGate, daysGate, isQuiet, quietGate, throughGates, workGate } from './gates.ts';
import { missedBefore } from './missed.ts';

/** What of a touch is heard, in this order. */
export const stages = ['warn', 'due', 'again', 'manager'] as const;
export type Stage = (typeof stages)[number];
export type How = 'nudge' | 'list' | 'digest' | 'manager';

export interface MomentInput {
  readonly touch: {
    readonly kind: TouchKind;
    readonly dueOn: CalendarDate;
    readonly dueAt: Date | undefined;
    /** What was heard of it last, and when. */
    readonly heard: Stage | undefined;
    readonly heardAt: Date | undefined;
  };
  readonly rep: Hearing & { readonly gone: boolean };
  readonly customer: Contact;
  /** Business days after which it is the manager's to see. */
  readonly overdueDays: number;
  readonly now: Date;
}

export interface Heard {
  readonly at: Date;
  readonly stage: Stage;
  readonly how: How;
  readonly because: readonly Because[];
}

/** The rep's and the customer's hours meet within this many days, or the rep's alone count. */
const searchDays = 35;
/** Nobody is away for longer; the bound keeps a search from running on. */
const longestDays = 800;

const later = (a: Date, b: Date) => (a > b ? a : b);
const lastOf = (a: CalendarDate, b: CalendarDate) => (compareDates(a, b) > 0 ? a : b);

/**
 * When a touch is heard of next, how, and which rules say so: one moment that rep and customer both allow (playbook: P6). An
 * hour that somebody named is kept, but for quiet hours, days off and the customer's own hours; a promise is warned of before
 * it breaks (P19). Undefined where nothing more is to be heard. Pure; throws RangeError on an unknown zone.
 */
export function nudgeMoment(input: MomentInput): Heard | undefined {
  const { touch, rep } = input;
  if (touch.heard === 'manager') return undefined;
  if (rep.gone) {
    const at = later(input.now, touch.dueAt ?? toInstant(touch.dueOn, '00:00', rep.zone));
    return { at, stage: 'manager', how: 'manager', because: [{ rule: 'gone' }] };
  }
  if (touch.heard === 'again') return toManager(input);
  if (touch.heard === 'due') return onceMore(input);
  if (touch.kind === 'promise' && touch.dueAt && touch.heard !== 'warn' && touch.dueAt > input.now)
    return warning(input, touch.dueAt);
  return { stage: 'due', ...whenDue(input) };
}

type Moment = Omit<Heard, 'stage'>;

/** Fits a moment to what both allow; where they never agree the rep's side wins. */
function fitted({ rep, customer }: MomentInput, start: Date, hourNamed: boolean): Pick<Heard, 'at' | 'because'> {
  // An hour that falls on a day off is no hour any more: what remains is the next working day.
  const named = hourNamed && daysGate(rep, false).open(start)?.getTime() === start.getTime();
  const own = [daysGate(rep, !named), ...(named ? [] : [workGate(rep)]), ...quietGate(rep)];
  const theirs = contactGate(customer, !named);
  const away = rep.away ? Math.max(0, (Date.parse(rep.away.until) - start.getTime()) / 86_400_000) : 0;
  const both = throughGates([...own, ...theirs], start, searchDays + away);
  if (both) return both;
  const alone = throughGates(own, start, longestDays) ?? { at: start, because: [] };
  return { at: alone.at, because: theirs.length > 0 ? [...alone.because, { rule: 'never_meet' }] : alone.because };
}

/** The moment itself, as the rep chose to hear of it. */
function whenDue(input: MomentInput): Moment {
  const { touch, rep, now } = input;
  const { dueAt } = touch;
  const promise = touch.kind === 'promise';
  if (dueAt && (promise || rep.hears === 'both' || rep.hears === 'nudges')) {
    const first: readonly Because[] = [{ rule: 'named' }, ...(dueAt < now ? [{ rule: 'late' as const }] : [])];
    // Long after it, it is no hour any more: nobody is called out of bed for it.
    const { at, because } = fitted(input, later(dueAt, now), dueAt > missedBefore(now));
    return { at, how: 'nudge', because: [...first, ...because] };
  }
  if (rep.hears === 'digest') return inDigest(input);
  const good = contactGate(input.customer, true).length > 0;
  if (rep.hears === 'nudges' || (rep.hears === 'both' && good)) return onItsDay(input);
  const rule = rep.hears === 'list' ? 'list_chosen' : 'list_no_hour';
  return onList(input, dayOf(input), [{ rule }]);
}

/** The day to hear of it: a promise for a day on which the rep does not work is heard of the working day before. */
function dayOf({ touch, rep, now }: MomentInput): CalendarDate {
  if (touch.kind !== 'promise' || worksOn(rep, touch.dueOn)) return touch.dueOn;
  const before = workdayFrom(rep, touch.dueOn, -1);
  return before < touch.dueOn && before >= dateIn(rep.zone, now) ? before : touch.dueOn;
}

function onItsDay(input: MomentInput): Moment {
  const { touch, rep, now } = input;
  const day = dayOf(input);
  const start = toInstant(day, '00:00', rep.zone);
  const moved: readonly Because[] = day < touch.dueOn ? [{ rule: 'before_closed', on: touch.dueOn }] : [];
  const late: readonly Because[] = addDays(day, 1) <= dateIn(rep.zone, now) ? [{ rule: 'late' }] : [];
  const { at, because } = fitted(input, later(start, now), false);
  return { at, how: 'nudge', because: [{ rule: 'day' }, ...moved, ...late, ...because] };
}

/** On the first morning list of that day or after it. */
function onList({ touch, rep, now }: MomentInput, day: CalendarDate, first: readonly Because[]): Moment {
  const start = toInstant(day, '00:00', rep.zone);
  const at = nextMorning(rep, later(new Date(start.getTime() - 1), now));
  const days = throughGates([daysGate(rep, true)], start, longestDays);
  const moved: readonly Because[] = day < touch.dueOn ? [{ rule: 'before_closed', on: touch.dueOn }] : [];
  return { at, how: 'list', because: [...first, ...moved, ...(days?.because ?? [])] };
}

/** In the last digest before its hour; without an hour, in the first of its day. */
function inDigest(input: MomentInput): Moment {
  const { touch, rep, now } = input;
  const day = dayOf(input);
  const times = rep.digestTimes.length > 0 ? rep.digestTimes : [rep.morningTime];
  const before = touch.dueAt ? timeIn(rep.zone, touch.dueAt) : undefined;
  const ahead = times
    .filter((time) => before !== undefined && time <= before && worksOn(rep, day))
    .map((time) => toInstant(day, time, rep.zone))
    .filter((at) => at > now);
  const start = later(now, touch.dueAt ?? new Date(toInstant(day, '00:00', rep.zone).getTime() - 1));
  const next = times.map((time) => nextWorkdayAt(rep, time, start));
  const at = ahead.at(-1) ?? new Date(Math.min(...next.map((one) => one.getTime())));
  return {
    at,
    how: 'digest',
    because: [{ rule: touch.dueAt ? 'named' : 'day' }, { rule: 'digest', from: timeIn(rep.zone, at) }],
  };
}

/** An hour before a promise breaks; earlier where that hour is quiet or the rep is not there, since later would be too late. */
function warning(input: MomentInput, dueAt: Date): Heard {
  const { rep, now } = input;
  const wanted = later(new Date(dueAt.getTime() - warnMs), now);
  const said = (at: Date, more: readonly Because[] = []): Heard => ({
    at,
    stage: 'warn',
    how: 'nudge',
    because: [{ rule: 'promise' }, ...more],
  });
  const days = daysGate(rep, false);
  const fine = (at: Date) => !isQuiet(rep, at) && days.open(at)?.getTime() === at.getTime();
  if (fine(wanted)) return said(wanted);
  const why: readonly Because[] = isQuiet(rep, wanted)
    ? [{ rule: 'quiet', ...(rep.quiet ?? { from: '', to: '' }) }]
    : [days.because(wanted)];
  const today = dateIn(rep.zone, wanted);
  for (const day of [today, workdayFrom(rep, addDays(today, -1), -1)]) {
    const before = new Date(toInstant(day, rep.workTo, rep.zone).getTime() - warnMs);
    if (before > now && before < wanted && worksOn(rep, day) && fine(before)) return said(before, why);
  }
  const next = throughGates([days, ...quietGate(rep)], now, longestDays)?.at;
  return next && next < dueAt ? said(next, why) : said(wanted);
}

/** The working day on which it was first heard of, or due: what follows is counted from there. */
function countedFrom({ touch, rep }: MomentInput): CalendarDate {
  return touch.heardAt ? lastOf(touch.dueOn, dateIn(rep.zone, touch.heardAt)) : touch.dueOn;
}

/** Gently, the next business day; not where the manager sees it by then. */
function onceMore(input: MomentInput): Heard | undefined {
  const { touch, rep, now } = input;
  const day = addWorkdays(rep, countedFrom(input), 1);
  const manager = toManager(input);
  const again: readonly Because[] = [{ rule: 'again' }];
  const nudged =
    rep.hears === 'nudges' || (rep.hears === 'both' && (touch.dueAt || contactGate(input.customer, true).length > 0));
  const start = later(toInstant(day, '00:00', rep.zone), now);
  const fit = fitted(input, start, false);
  const said: Moment =
    rep.hears === 'digest'
      ? inDigest({ ...input, touch: { ...touch, dueOn: day, dueAt: undefined } })
      : nudged || touch.kind === 'promise'
        ? { at: fit.at, how: 'nudge', because: fit.because }
        : onList(input, day, [{ rule: rep.hears === 'list' ? 'list_chosen' : 'list_no_hour' }]);
  if (manager && manager.at <= now) return manager;
  return { ...said, stage: 'again', because: [...again, ...said.because] };
}

/** A broken promise was told when it broke. */
function toManager(input: MomentInput): Heard | undefined {
  const { touch, rep, overdueDays, now } = input;
  if (touch.kind === 'promise') return undefined;
  const day = addWorkdays(rep, countedFrom({ ...input }), overdueDays);
  const at = later(toInstant(day, '00:00', rep.zone), now);
  return { at, stage: 'manager', how: 'manager', because: [{ rule: 'overdue', count: overdueDays }] };
}
