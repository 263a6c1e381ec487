import { addDays, type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { CalendarLanguage } from '../holidays/holiday.ts';
import { dateIn, type TimeOfDay, timeIn, timeOfMinutes, toInstant } from '../zone.ts';
import { chinese } from './chinese.ts';
import { endMinutes, likelyMinutes, usualMinutes } from './clock.ts';
import { english } from './english.ts';
import { findMentions } from './find-mentions.ts';
import { korean } from './korean.ts';
import type { Grammar, Mention, PartOfDay, Reference } from './mention.ts';
import { textWithout } from './text-without.ts';

/** A day, with `time` and `at` when an hour (or a part of the day) was said. */
export type Moment = { on: CalendarDate; time?: TimeOfDay; at?: Date };

type Found = {
  /** The date words as written; `start` and `end` are their UTF-16 offsets in the text. */
  matched: string;
  start: number;
  end: number;
  /** The text without them. */
  rest: string;
  /** Said as a deadline ('by Friday', '금요일까지', '周五前'). */
  by?: true;
  /** The hour was not said, only this; `time` is our usual hour for it. */
  part?: PartOfDay;
};

export type ParsedWhen =
  | ({ kind: 'at' } & Moment & Found)
  | ({ kind: 'past' } & Moment & Found)
  | ({ kind: 'ambiguous'; choices: Moment[] } & Found)
  | { kind: 'none'; rest: string };

export type ParseWhenOptions = { now: Date; zone: string; language?: CalendarLanguage | undefined };

const GRAMMARS: Readonly<Record<CalendarLanguage, Grammar>> = { en: english, ko: korean, zh: chinese };

/**
 * Finds the date in what a person wrote, in English, Chinese or Korean; with `language` that one is tried first, without it all
 * three. Of several dates the last one that lies ahead counts ('he called yesterday, next Tue 3pm'). A weekday alone is the
 * next one after today; 'next Tuesday', '다음 주 화요일' and 下周二 are of the week after this one, weeks beginning on Monday.
 * An hour from 1 to 6 without more is the afternoon's. Never throws, whatever the text.
 */
export function parseWhen(text: string, { now, zone, language }: ParseWhenOptions): ParsedWhen {
  const reference: Reference = { now, zone, today: dateIn(zone, now) };
  if (language) {
    const own = bestOf(text, reference, [GRAMMARS[language]], language);
    if (own.kind !== 'none') return own;
  }
  return bestOf(text, reference, [english, korean, chinese], language);
}

function bestOf(
  text: string,
  reference: Reference,
  grammars: readonly Grammar[],
  language: CalendarLanguage | undefined,
): ParsedWhen {
  const monthFirst = language === 'ko' || language === 'zh' || /\p{Script=Han}|\p{Script=Hangul}/u.test(text);
  const mentions = findMentions(text, reference, grammars, monthFirst ? 'month-first' : 'unknown');
  let best: { rank: number; parsed: ParsedWhen } | undefined;
  for (const mention of mentions) {
    const parsed = resolved(text, mention, reference);
    if (!parsed) continue;
    const rank = parsed.kind === 'past' ? 0 : mention.today && !mention.clock && !mention.part ? 1 : 2;
    if (!best || rank >= best.rank) best = { rank, parsed };
  }
  return best?.parsed ?? { kind: 'none', rest: text.trim() };
}

function resolved(text: string, mention: Mention, reference: Reference): ParsedWhen | undefined {
  const moments = momentsOf(mention, reference);
  const found: Found = {
    matched: text.slice(mention.start, mention.end),
    start: mention.start,
    end: mention.end,
    rest: textWithout(text, mention.start, mention.end),
    ...(mention.by ? { by: true } : {}),
    ...(mention.part && !mention.clock ? { part: mention.part } : {}),
  };
  const ahead = moments.filter((moment) => !isPast(moment, reference));
  const [first] = ahead;
  if (first) return ahead.length > 1 ? { kind: 'ambiguous', choices: ahead, ...found } : { kind: 'at', ...first, ...found };
  const [past] = moments;
  return past && { kind: 'past', ...past, ...found };
}

function isPast({ on, at }: Moment, { now, today }: Reference): boolean {
  return at ? at < now : on < today;
}

function momentsOf(mention: Mention, reference: Reference): Moment[] {
  const { days, instant } = mention;
  if (instant) return [{ on: dateIn(reference.zone, instant), time: timeIn(reference.zone, instant), at: instant }];
  if (days.length === 0) return mention.clock ? [nextTime(mention, reference)] : [];
  return days.map((on) => momentOn(on, mention, reference));
}

/** A time without a day is today's if it is still to come, else tomorrow's. */
function nextTime(mention: Mention, reference: Reference): Moment {
  const today = momentOn(reference.today, { ...mention, days: [] }, reference);
  return isPast(today, reference) ? momentOn(addDays(reference.today, 1), mention, reference) : today;
}

/** '3pm EST' is an instant of its own, whatever the reader's zone. */
function inNamedZone(on: CalendarDate, minutes: number, offset: number, { zone }: Reference): Moment {
  const at = new Date(dayNumber(on) * 86_400_000 + (minutes - offset) * 60_000);
  return { on: dateIn(zone, at), time: timeIn(zone, at), at };
}

function momentOn(on: CalendarDate, mention: Mention, reference: Reference): Moment {
  const { clock, part } = mention;
  if (clock?.offset !== undefined) return inNamedZone(on, likelyMinutes(clock), clock.offset, reference);
  if (clock) {
    const likely = withTime(on, likelyMinutes(clock), reference);
    if (clock.firm || mention.days.length === 0 || !isPast(likely, reference)) return likely;
    // 'Today at 9' said in the afternoon is 9 in the evening.
    const evening = withTime(on, clock.minutes + 720, reference);
    return clock.minutes < 720 && !isPast(evening, reference) ? evening : likely;
  }
  if (!part) return { on };
  const usual = withTime(on, mention.by ? endMinutes(part) : usualMinutes(part), reference);
  // 'This morning' said at half past ten is still today, at no hour in particular; said in the evening it is past.
  return isPast(usual, reference) && !isPast(withTime(on, endMinutes(part), reference), reference) ? { on } : usual;
}

function withTime(on: CalendarDate, minutes: number, { zone }: Reference): Moment {
  const day = addDays(on, Math.floor(minutes / 1440));
  const time = timeOfMinutes(minutes % 1440);
  return { on: day, time, at: toInstant(day, time, zone) };
}
