import type { CalendarDate } from '../calendar-date.ts';
import { dateIn, minutesOf, timeIn } from '../zone.ts';
import { clockOf } from './clock.ts';
import { monthDay, yearDate } from './days-ahead.ts';
import { type Mention, type Reading, type Reference, type Rule, scanRules } from './mention.ts';

/** '3/12' is March in America and December in most of the world; Chinese and Korean always put the month first. */
export type SlashOrder = 'month-first' | 'unknown';

const common: readonly Rule[] = [
  {
    // A complete ISO instant names its own offset.
    pattern: /(?<![\d-])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)(?!\d)/g,
    read: ([text], { zone }) => {
      const instant = new Date(text);
      if (Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1900 || instant.getUTCFullYear() > 2199) return undefined;
      return { days: [dateIn(zone, instant)], instant, clock: { minutes: minutesOf(timeIn(zone, instant)), firm: true } };
    },
  },
  {
    pattern: /(?<![\d./-])(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.\s?(\d{1,2})\.\s?)(\d{1,2})(?![\d/-])\.?/g,
    read: (match) => dated(yearDate(Number(match[1]), Number(match[2] ?? match[3] ?? match[4]), Number(match[5]))),
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g,
    read: (match) => dated(yearDate(Number(match[3]), Number(match[2]), Number(match[1]))),
  },
  {
    pattern: /(?<![\d:.,/-])T?(\d{1,2}):(\d\d)(?::\d\d)?(?![\d:]|\s*[ap]\.?m\b)/gi,
    read: (match) => {
      const hour = match[1] ?? '';
      const clock = clockOf(Number(hour), Number(match[2]), undefined, hour.startsWith('0'));
      return clock && { days: [], clock };
    },
  },
];

function dated(days: readonly CalendarDate[]): Reading | undefined {
  return days.length > 0 ? { days } : undefined;
}

/** Halves and quarters are said of other things than days; so is '24/7'. */
const FRACTIONS = new Set(['1/2', '1/3', '2/3', '1/4', '3/4']);

function isNamedAsDay({ input, index, 0: text }: RegExpExecArray): boolean {
  const before = input.slice(0, index);
  return before.trim() === ''
    ? !/^\s*of\b/i.test(input.slice(index + text.length))
    : /(?:\b(?:on|by|until|till|before|from)|[,;:])\s*$/i.test(before);
}

function slashRule(order: SlashOrder): Rule {
  return {
    pattern: /(?<![\d./\p{L}-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?(?![\d/%\p{Script=Latin}-])/gu,
    read: (match, { today }) => {
      const [text, first, second, yearText] = match;
      if (text === '24/7' || (FRACTIONS.has(text) && !isNamedAsDay(match))) return undefined;
      const year = yearText && Number(yearText.length === 2 ? `20${yearText}` : yearText);
      const on = (month: number, day: number) => (year ? yearDate(year, month, day) : monthDay(today, month, day));
      const monthFirst = on(Number(first), Number(second));
      const dayFirst = order === 'month-first' ? [] : on(Number(second), Number(first));
      return dated([...new Set([...monthFirst, ...dayFirst])]);
    },
  };
}

const ambiguousSlash = slashRule('unknown');
const monthFirstSlash = slashRule('month-first');

/** Dates and times in figures, the same in every language. */
export function scanNumeric(text: string, reference: Reference, order: SlashOrder): Mention[] {
  return scanRules([...common, order === 'month-first' ? monthFirstSlash : ambiguousSlash], text, reference);
}
