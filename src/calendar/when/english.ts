import { addDays, type CalendarDate, weekdayOf } from '../calendar-date.ts';
import { clockOf } from './clock.ts';
import {
  comingWeekday,
  dayAfter,
  dayOfMonth,
  dayOfMonthAfter,
  endOfMonth,
  endOfNamedMonth,
  endOfWeek,
  endOfYear,
  monthDay,
  monthsAfter,
  pastWeekday,
  weekdayOfWeek,
} from './days-ahead.ts';
import { scanWithChrono } from './english-chrono.ts';
import { type Grammar, type PartOfDay, type Rule, scanRules } from './mention.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|weds|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b\\.?';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b';

const PARTS: Readonly<Record<string, PartOfDay>> = {
  morning: 'morning',
  noon: 'noon',
  midday: 'noon',
  lunchtime: 'noon',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
};
const PART = '(morning|noon|midday|lunchtime|afternoon|evening|night)';

/** Words that can stand before a date that is meant: 'call him Sat', ', sun 3pm'. */
const LEADS =
  /(?:^|[,.;:(–—-]\s*|\b(?:on|by|until|till|before|from|after|for|him|her|them|it|back|again|call|due|at|or|and|to)\s+)$/i;
/** And after it: the end, a stop, a time, a part of the day. */
const CLOSES = /^\s*(?:$|[,.;:)!?–—]|at\b|@|\d|(?:morning|noon|afternoon|evening|night)\b|(?:and|or|then|please)\b)/i;

/** 'sat', 'sun', 'wed', 'mon' and 'fri' are also words, and names; they count only where a date would stand. */
function isDateWord(match: RegExpExecArray, word: string): boolean {
  if (/day$/i.test(word) || /^(?:tue|weds|thu)/i.test(word)) return true;
  const before = match.input.slice(0, match.index);
  const after = match.input.slice(match.index + match[0].length);
  const named = /^[A-Z]/.test(word) && /\s$/.test(before);
  return CLOSES.test(after) && (LEADS.test(before) || named);
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function spelledNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return word.toLowerCase() === 'a' ? 1 : NUMBERS.indexOf(word.toLowerCase());
}

function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/**
 * Chrono's rule for 'next Tuesday': of next week when the day is still ahead this week or is today, else the first one to come,
 * which is next week's too. From Saturday and Sunday it is the week that begins on Monday.
 */
function nextWeekday(today: CalendarDate, weekday: number): CalendarDate {
  return weekdayOfWeek(today, 1, weekday);
}

function weekdayBy(word: string | undefined, today: CalendarDate, weekday: number): CalendarDate {
  if (word === 'next') return nextWeekday(today, weekday);
  if (word === 'last' || word === 'past') return pastWeekday(today, weekday);
  return word === 'this' && weekday === weekdayOf(today) ? today : comingWeekday(today, weekday);
}

const rules: readonly Rule[] = [
  {
    pattern:
      /\b(?:the )?day after tomorrow\b|\b(?:the )?day before yesterday\b|\b(?:tomorrow|tmrw?|today|yesterday|overmorrow)\b(?!['’]s)/gi,
    read: ([text], { today }) => {
      const word = text.toLowerCase();
      if (word === 'today') return { days: [today], today: true };
      const days =
        word.includes('after') || word === 'overmorrow' ? 2 : word.includes('before') ? -2 : word === 'yesterday' ? -1 : 1;
      return { days: [addDays(today, days)] };
    },
  },
  { pattern: /\b(?:tonight|tonite)\b/gi, read: (_match, { today }) => ({ days: [today], part: 'night' }) },
  { pattern: /\blast night\b/gi, read: (_match, { today }) => ({ days: [addDays(today, -1)], part: 'night' }) },
  {
    pattern: new RegExp(`\\bthis ${PART}\\b`, 'gi'),
    read: ([, part = ''], { today }) => ({ days: [today], part: PARTS[part.toLowerCase()] }),
  },
  {
    pattern: new RegExp(
      `\\b(?:(every|each|black|man)\\s+)?(?:(a|one|two|\\d)\\s+weeks?\\s+(?:from|after)\\s+)?(?:(this|next|coming|last|past)\\s+(?:coming\\s+)?)?${WEEKDAY}(?!['’-]\\w)(\\s+(?:after next|next week|of next week|week\\b))?`,
      'gi',
    ),
    read: (match, { today }) => {
      const [, excluded, weeks, modifier, word = '', later] = match;
      if (excluded || (!weeks && !modifier && !later && !isDateWord(match, word))) return undefined;
      const weekday = weekdayNumber(word);
      const plus = weeks ? spelledNumber(weeks) : later?.includes('after') || later?.trim() === 'week' ? 1 : 0;
      const which = later?.includes('next') ? 'next' : modifier?.toLowerCase();
      return { days: dayAfter(weekdayBy(which, today, weekday), plus * 7), weekday: !which && plus === 0 };
    },
  },
  {
    pattern: /\bnext (week|month|year)\b(?!['’])|\bthe week after next\b/gi,
    read: ([, unit], { today }) => {
      if (!unit) return { days: [weekdayOfWeek(today, 2, 1)] };
      if (unit.toLowerCase() === 'week') return { days: [weekdayOfWeek(today, 1, 1)] };
      return { days: unit.toLowerCase() === 'month' ? dayOfMonthAfter(today, 1, 1) : [addDays(endOfYear(today), 1)] };
    },
  },
  {
    pattern:
      /\b(?:(?:the )?end of (?:the |this )?(day|week|month|year)|(?:the )?end of next (week|month)|eo([dwmy])|later this (week))\b/gi,
    read: ([, unit, next, short, later], { today }) => {
      const word = (unit ?? next ?? short ?? later ?? '').toLowerCase()[0];
      if (word === 'd') return { days: [], clock: { minutes: 18 * 60, firm: true } };
      if (word === 'w') return { days: [next ? weekdayOfWeek(today, 1, 5) : endOfWeek(today)] };
      return { days: [word === 'm' ? endOfMonth(today, next ? 1 : 0) : endOfYear(today)] };
    },
  },
  {
    pattern: /\b(?:(this|next|the)\s+)?weekend\b(?!['’])/gi,
    read: ([, which], { today }) => ({
      days: [which?.toLowerCase() === 'next' ? weekdayOfWeek(today, 1, 6) : comingWeekday(today, 6)],
    }),
  },
  { pattern: /\bin a fortnight\b/gi, read: (_match, { today }) => ({ days: dayAfter(today, 14) }) },
  {
    pattern: /\bafter (a|one|two|three|four|five|six|ten|\d{1,3}) (day|week|month)s?\b/gi,
    read: ([, count = '', unit = ''], { today }) => {
      const number = spelledNumber(count);
      if (unit.toLowerCase() === 'month') return { days: monthsAfter(today, number) };
      return { days: dayAfter(today, unit.toLowerCase() === 'week' ? number * 7 : number) };
    },
  },
  {
    // A day of the month by its number: 'on the 10th', not 'the 2nd call' nor 'the 1st time'.
    pattern: /\b(?:(on|by|until|till|before) )?(the )?(\d{1,2})(?:st|nd|rd|th)\b(?: of (this|next) month)?(?! of\b)/gi,
    read: (match, { today }) => {
      const [text, lead, article, day, month] = match;
      const after = match.input.slice(match.index + text.length);
      if (!month && !((lead || article) && CLOSES.test(after))) return undefined;
      const date = Number(day);
      return { days: month ? dayOfMonthAfter(today, month.toLowerCase() === 'next' ? 1 : 0, date) : dayOfMonth(today, date) };
    },
  },
  {
    // A month alone only after a word that makes it a time: April and June are also people.
    pattern: new RegExp(`\\b(?:in|by|until|till|early|next|((?:the )?end of)) ${MONTH}(?!['’])`, 'gi'),
    read: (match, { today }) => {
      const [text, end, name = ''] = match;
      if (/^\s+(?:\d|\p{Lu})/u.test(match.input.slice(match.index + text.length))) return undefined;
      const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
      return { days: end ? endOfNamedMonth(today, month) : monthDay(today, month, 1) };
    },
  },
];

const times: readonly Rule[] = [
  {
    pattern:
      /\b(?:at )?(half past|quarter past|quarter to) (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi,
    read: ([, which = '', hour = '']) => {
      const minutes = which.toLowerCase() === 'half past' ? 30 : which.toLowerCase() === 'quarter past' ? 15 : -15;
      const number = spelledNumber(hour);
      return number >= 1 && number <= 12 ? { days: [], clock: { minutes: number * 60 + minutes, firm: false } } : undefined;
    },
  },
  {
    pattern: /\b(at )?(noon|midday|midnight)\b/gi,
    read: ([, at, word = '']) => ({
      days: [],
      clock: { minutes: word.toLowerCase() === 'midnight' ? 1440 : 720, firm: true },
      weak: !at,
    }),
  },
  {
    pattern: new RegExp(`\\b(?:in the )?${PART}\\b`, 'gi'),
    read: ([, part = '']) => ({ days: [], part: PARTS[part.toLowerCase()], weak: true }),
  },
  {
    // A bare hour right behind a day: 'tomorrow 9', 'Fri 10'.
    pattern:
      /(?<=\b(?:tomorrow|today|tonight|tmrw?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat) )(\d{1,2})(?=\s*(?:$|[,.;!?](?!\d)))/gi,
    read: ([, hour]) => {
      const clock = clockOf(Number(hour), 0);
      return clock && { days: [], clock, weak: true };
    },
  },
];

/** Chrono's times and spans with our own weekdays, weeks, days of the month and parts of the day. */
export const english: Grammar = {
  scan: (text, reference) => [
    ...scanRules(rules, text, reference),
    ...scanRules(times, text, reference),
    ...scanWithChrono(text, reference),
  ],
  head: /(?<![^\s,;:(])(?:no later than|not before|due on|due by|due|on|by|until|till|before|from|for|at|around|about)\s+(?:the\s+)?$/i,
  tail: /(?!)/,
  deadline: /\b(?:by|until|till|before|due|no later than)\b/i,
};
