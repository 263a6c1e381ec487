import { weekdayOf } from '../calendar-date.ts';
import type { Grammar, Mention, Reference } from './mention.ts';
import { type SlashOrder, scanNumeric } from './numeric-dates.ts';

/** What may stand between a day and its time, or a date and its weekday: '3pm on Friday', '12월 3일에 오후 3시', 'Dec 3 @ 15:00'. */
const GAP =
  /^[\s,，(（)）]*(?:\b(?:at|on|in the|around|about|from|after|(?<deadline>by|before|until|till|no later than|at the latest by|latest by))\b|@|에|날|의|的)?[\s,，(（]*$/i;

/** The dates that the text names, in order, none overlapping, each with its day and time put together. */
export function findMentions(text: string, reference: Reference, grammars: readonly Grammar[], order: SlashOrder): Mention[] {
  const found = [...scanNumeric(text, reference, order), ...grammars.flatMap((grammar) => grammar.scan(text, reference))];
  const useful = found.filter(({ days, clock, part, instant }) => days.length > 0 || clock || part || instant);
  const joined = joinNeighbours(text, withoutOverlaps(useful));
  return joined.filter(({ weak }) => !weak).map((mention) => withBindings(text, mention, grammars));
}

/** Of overlapping readings the one that begins first counts, of those the longest. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end || strength(b) - strength(a));
  const kept: Mention[] = [];
  for (const mention of sorted) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}

function strength({ days, clock, weak }: Mention): number {
  return (days.length > 0 ? 2 : 0) + (clock ? 1 : 0) - (weak ? 4 : 0);
}

function joinNeighbours(text: string, mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const previous = joined.at(-1);
    const gap = previous && GAP.exec(text.slice(previous.end, mention.start));
    const both = previous && gap ? together(previous, mention) : undefined;
    // 'Tomorrow by 5 pm' is a deadline, wherever the word stands.
    if (both) joined[joined.length - 1] = gap?.groups?.deadline ? { ...both, by: true } : both;
    else joined.push(mention);
  }
  return joined;
}

/** One mention out of two neighbours, or undefined when they are two different things. */
function together(a: Mention, b: Mention): Mention | undefined {
  if (a.instant || b.instant) return undefined;
  const span = { start: a.start, end: b.end, by: a.by || b.by };
  if (a.days.length > 0 && b.days.length > 0) return sameDay(a, b, span);
  const day = a.days.length > 0 ? a : b;
  const time = day === a ? b : a;
  if (time.days.length > 0 || (day.clock && time.clock)) return undefined;
  if (day.days.length === 0 && !(a.part && b.clock) && !(a.clock && b.part)) return undefined;
  const part = day.part ?? time.part;
  return {
    ...span,
    days: day.days,
    clock: inPart(day.clock ?? time.clock, part),
    part,
    weekday: day.weekday,
    today: day.today,
    weak: day.days.length === 0 && a.weak && b.weak,
  };
}

type Span = { start: number; end: number; by: boolean | undefined };

/** 'Tue 1 Dec' says one day twice; when the two do not agree both are offered. */
function sameDay(a: Mention, b: Mention, span: Span): Mention | undefined {
  const shared = a.days.filter((each) => b.days.includes(each));
  if (shared.length > 0 && !(a.clock && b.clock)) {
    const part = a.part ?? b.part;
    return { ...span, days: shared, clock: inPart(a.clock ?? b.clock, part), part };
  }
  if (Boolean(a.weekday) === Boolean(b.weekday) || a.today || b.today) return undefined;
  const [date, weekday] = a.weekday ? [b, a] : [a, b];
  const [on] = date.days;
  const [named] = weekday.days;
  if (!on || !named || (date.clock && weekday.clock)) return undefined;
  const agrees = date.days.filter((each) => weekdayOf(each) === weekdayOf(named));
  const part = date.part ?? weekday.part;
  const days = agrees.length > 0 ? agrees : [...date.days, named];
  return { ...span, days, clock: inPart(date.clock ?? weekday.clock, part), part };
}

function inPart(clock: Mention['clock'], part: Mention['part']): Mention['clock'] {
  if (!clock || clock.firm || !part || clock.minutes > 720) return clock;
  const late = part === 'afternoon' || part === 'evening' || part === 'night' || (part === 'noon' && clock.minutes < 360);
  if (!late) return { ...clock, firm: true };
  if (clock.minutes >= 720) return { ...clock, minutes: part === 'afternoon' ? clock.minutes : clock.minutes + 720, firm: true };
  return { ...clock, minutes: clock.minutes + 720, firm: true };
}

/** No binding word is longer, and a long text should not be searched whole for each of its dates. */
const LONGEST_BINDING = 40;

/** Takes in the words that bind the date to its sentence: 'by', '까지', '之前'. */
function withBindings(text: string, mention: Mention, grammars: readonly Grammar[]): Mention {
  let { start, end } = mention;
  let by = mention.by;
  for (const { head, tail, deadline } of grammars) {
    const before = head.exec(text.slice(Math.max(0, start - LONGEST_BINDING), start))?.[0] ?? '';
    const after = tail.exec(text.slice(end, end + LONGEST_BINDING))?.[0] ?? '';
    start -= before.length;
    end += after.length;
    if (deadline.test(before) || deadline.test(after) || deadline.test(text.slice(start, mention.start))) by = true;
  }
  // 'Friday (27 Nov)': the bracket that was opened inside is closed inside.
  if (/[(（][^)）]*$/.test(text.slice(start, end)) && /^[)）]/.test(text.slice(end, end + 1))) end += 1;
  return { ...mention, start, end, by: by || /^(?:by|until|till|before)\b/i.test(text.slice(start, end)) };
}
