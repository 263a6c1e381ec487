import { createRequire } from 'node:module';
import type { Chrono, ParsedResult, Parser } from 'chrono-node/en';
import { timeIn } from '../zone.ts';
import { dayAfter, monthDay, yearDate } from './days-ahead.ts';
import type { Clock, Mention, Reading, Reference } from './mention.ts';

const require = createRequire(import.meta.url);

/**
 * What chrono does well: months by name, spans ('in three days', 'two weeks ago') and clock times. Weekdays, slashes, bare months
 * and words such as 'now' are left out: it finds dates in 'he sat', 'April Kim' and '2-5-12', and moves 'last Friday' ahead.
 */
const KEPT_PARSERS = new Set([
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
  'ENTimeUnitWithinFormatParser',
  'ENTimeUnitLaterFormatParser',
  'ENTimeUnitAgoFormatParser',
  'ENTimeExpressionParser',
]);

/** A hundred years: beyond it stand misread numbers ('in 999999 days'). */
const MOST_MS = 36_525 * 86_400_000;

let chrono: Chrono | undefined;

/** 'at 3', not 'at 3 dollars'. */
const AFTER_BARE_HOUR =
  /^\s*(?:$|[,.;:)!?]|(?:on|in|to|for|with|and|or|then|sharp|today|tomorrow|tonight|next|this|mon|tue|wed|thu|fri|sat|sun)(?![a-z]*'))/i;

/** Loaded on first need: 40 ms and 12 MB. */
function loadedChrono(): Chrono {
  if (chrono) return chrono;
  const { Chrono: Made, configuration }: typeof import('chrono-node/en') = require('chrono-node/en');
  const { parsers, refiners } = configuration.createConfiguration(false);
  const kept = parsers.filter((parser: Parser) => KEPT_PARSERS.has(parser.constructor.name));
  if (kept.length !== KEPT_PARSERS.size) throw new Error('chrono-node no longer has the parsers we rely on');
  chrono = new Made({ parsers: kept, refiners });
  return chrono;
}

/** Chrono reckons in UTC from our wall clock, so that its fields are those of the person's zone whatever the server's is. */
export function scanWithChrono(text: string, reference: Reference): Mention[] {
  const { now, zone, today } = reference;
  const wallClock = new Date(`${today}T${timeIn(zone, now)}:00Z`);
  const mentions: Mention[] = [];
  for (const result of loadedChrono().parse(text, { instant: wallClock, timezone: 0 })) {
    const reading = isMeant(text, result) ? readingOf(result, wallClock, reference) : undefined;
    if (reading) mentions.push({ ...reading, start: result.index, end: result.index + result.text.length });
  }
  return mentions;
}

/** 'bought 5 may return' and 'a 3 march order' name no day; '2-5' in '2-5-12', a phone or version number is no time. */
function isMeant(text: string, { index, text: matched }: ParsedResult): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + matched.length);
  if (/[\d:./-]$/.test(before) || /^[-./:]?\d/.test(after)) return false;
  if (/^\d+\s*(?:may|march)$/.test(matched))
    return /\b(?:on|by|until|till|before|next)\s*$/i.test(before) || /^\s*(?:$|[,.;\d])/.test(after);
  if (/\bseconds?\b|^for\b/i.test(matched)) return false;
  if (/^(?:at|from)\s+\d{1,2}$/i.test(matched)) return AFTER_BARE_HOUR.test(after);
  // Bare figures ('2-5', '12 to 15') are quantities more often than hours.
  return !/^\d{1,2}(?:\s*(?:-|–|~|to|until|till)\s*\d{1,2})?$/i.test(matched);
}

function readingOf({ start, text }: ParsedResult, wallClock: Date, { now, today }: Reference): Reading | undefined {
  const shown = start.date();
  if (!(Math.abs(shown.getTime() - wallClock.getTime()) < MOST_MS)) return undefined;
  const by = /^(?:within|in the next)\b/i.test(text) || undefined;
  if (start.tags().has('result/relativeDateAndTime')) {
    return { days: [], instant: new Date(now.getTime() + shown.getTime() - wallClock.getTime()), by };
  }
  const clock = clockIn(start, text);
  if (start.isCertain('day') && start.isCertain('month')) {
    const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
    const named = start.isCertain('year') || start.tags().has('result/relativeDate');
    return { days: named ? yearDate(year, month, day) : monthDay(today, month, day), clock, by };
  }
  if (start.tags().has('result/relativeDate')) {
    const days = Math.round((shown.getTime() - wallClock.getTime()) / 86_400_000);
    return { days: dayAfter(today, days), by };
  }
  return clock && { days: [], clock };
}

function clockIn(components: ParsedResult['start'], text: string): Clock | undefined {
  if (!components.isCertain('hour')) return undefined;
  const hour = components.get('hour') ?? 0;
  const firm = components.isCertain('meridiem') || hour > 12 || hour === 0 || /(?<!\d)0\d:\d/.test(text);
  const offset = components.isCertain('timezoneOffset') ? components.get('timezoneOffset') : null;
  return { minutes: hour * 60 + (components.get('minute') ?? 0), firm, ...(offset === null ? {} : { offset }) };
}
