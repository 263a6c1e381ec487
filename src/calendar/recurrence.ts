import rrule from 'rrule';
import { addDays, type CalendarDate, yearMonthDay } from './calendar-date.ts';

/** Why a recurrence rule cannot be taken. */
export type RuleFault = 'unreadable' | 'timed' | 'too-often' | 'never';

/** More often than that in a year is a nuisance, not care (playbook: P6). */
const mostPerYear = 60;
const known = /^(?:FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS)=[A-Z0-9,+-]+$/;
const timed = /^(?:FREQ=(?:HOURLY|MINUTELY|SECONDLY)|BY(?:HOUR|MINUTE|SECOND)=|DTSTART|UNTIL=\d{8}T)/;

/** Days have no zone here: a rule is worked out on midnights of UTC, and only its dates are used. */
const midnight = (on: CalendarDate): Date => new Date(`${on}T00:00:00Z`);
const dayOf = (at: Date): CalendarDate => at.toISOString().slice(0, 10);

function ruleFrom(rule: string, from: CalendarDate) {
  return new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: midnight(from) });
}

/**
 * Reads a rule as RFC 5545 writes it (`FREQ=MONTHLY;BYMONTHDAY=10`, with or without `RRULE:`) that begins on a day. Refuses
 * what names hours, what comes more often than about weekly, and what never comes.
 */
export function readRule(text: string, from: CalendarDate): { readonly rule: string } | { readonly fault: RuleFault } {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/\s+/g, '');
  const parts = rule.split(';').filter(Boolean);
  if (parts.some((part) => timed.test(part))) return { fault: 'timed' };
  if (!parts.some((part) => part.startsWith('FREQ=')) || !parts.every((part) => known.test(part))) return { fault: 'unreadable' };
  const clean = parts.join(';');
  try {
    const days = ruleDays(clean, from, from, addDays(from, 4 * 366));
    if (days.length === 0) return { fault: 'never' };
    const [first = from] = days;
    const inAYear = days.filter((on) => on < addDays(first, 366)).length;
    return inAYear > mostPerYear ? { fault: 'too-often' } : { rule: clean };
  } catch {
    return { fault: 'unreadable' };
  }
}

/** The days of a rule that begins at `from`, from `first` to `last`, both included. */
export function ruleDays(rule: string, from: CalendarDate, first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  return ruleFrom(rule, from).between(midnight(first), midnight(last), true).map(dayOf);
}

export const rhythms = ['week', 'weeks2', 'month', 'months2', 'months3', 'months6', 'year'] as const;
export type Rhythm = (typeof rhythms)[number];

const months: Readonly<Partial<Record<Rhythm, number>>> = { month: 1, months2: 2, months3: 3, months6: 6 };
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The same day of the month; where a month is too short for it, its last day. */
function byMonthDay(day: number): string {
  if (day <= 28) return `BYMONTHDAY=${day}`;
  const days = [28, 29, 30, 31].filter((one) => one <= day);
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

/** The rule for 'every so often, from that day on': every month from the tenth means each tenth. */
export function rhythmRule(rhythm: Rhythm, from: CalendarDate): string {
  const { month, day } = yearMonthDay(from);
  if (rhythm === 'week' || rhythm === 'weeks2') {
    const weekday = weekdays[midnight(from).getUTCDay()];
    return `FREQ=WEEKLY${rhythm === 'week' ? '' : ';INTERVAL=2'};BYDAY=${weekday}`;
  }
  if (rhythm === 'year') return `FREQ=YEARLY;BYMONTH=${month};${byMonthDay(day)}`;
  const interval = months[rhythm] ?? 1;
  return `FREQ=MONTHLY${interval === 1 ? '' : `;INTERVAL=${interval}`};${byMonthDay(day)}`;
}

/** The rhythm that a rule is, where it is one of ours. */
export const rhythmOf = (rule: string, from: CalendarDate): Rhythm | undefined =>
  rhythms.find((rhythm) => rhythmRule(rhythm, from) === rule);
