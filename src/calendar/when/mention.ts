import type { CalendarDate } from '../calendar-date.ts';

/** What is said without an hour: 'tomorrow morning', '오늘 저녁', '后天上午'. */
export type PartOfDay = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** Minutes after midnight, 1440 for the midnight at the end of the day; `firm` when morning or afternoon cannot be in doubt. */
export type Clock = {
  minutes: number;
  firm: boolean /** Minutes east of UTC when a zone is named: '3pm EST'. */;
  offset?: number;
};

/** A stretch of text that names a day, a time, or both. Offsets are UTF-16 code units, `end` not included. */
export type Mention = {
  start: number;
  end: number;
  /** None when only a time is said, several when the words fit more than one day. */
  days: readonly CalendarDate[];
  clock?: Clock | undefined;
  part?: PartOfDay | undefined;
  /** Counted from now ('in two hours'): exact, so that a change of the clock in between does not matter. */
  instant?: Date | undefined;
  /** A deadline: 'by Friday', '금요일까지', '周五前'. */
  by?: boolean | undefined;
  /** A weekday and nothing more, which may repeat what a date beside it says. */
  weekday?: boolean | undefined;
  /** Counts only beside a stronger one: 'morning' or 'evening' alone is no date. */
  weak?: boolean | undefined;
  /** Just 'today': gives way to any other date in the text ('reached him today, next Tue 3pm'). */
  today?: boolean | undefined;
};

/** The moment and place from which words are understood. */
export type Reference = { now: Date; zone: string; today: CalendarDate };

export type Reading = Omit<Mention, 'start' | 'end'>;

/**
 * One way to say a date. `pattern` must be global; `read` gives undefined when the words around show that no date is meant.
 */
export type Rule = { pattern: RegExp; read: (match: RegExpExecArray, reference: Reference) => Reading | undefined };

/** A language: its rules, and the words before and after a date that belong to it ('by', '까지', '之前'). */
export type Grammar = {
  scan: (text: string, reference: Reference) => Mention[];
  head: RegExp;
  tail: RegExp;
  /** Heads and tails that make it a deadline. */
  deadline: RegExp;
};

export function scanRules(rules: readonly Rule[], text: string, reference: Reference): Mention[] {
  const mentions: Mention[] = [];
  for (const { pattern, read } of rules) {
    for (const match of text.matchAll(pattern)) {
      const reading = match[0] === '' ? undefined : read(match, reference);
      if (reading) mentions.push({ ...reading, start: match.index, end: match.index + match[0].length });
    }
  }
  return mentions;
}
