import { IANAZone } from 'luxon';
import { type CalendarDate, dateOfDayNumber, dayNumber } from './calendar-date.ts';

/** A wall-clock time, '00:00' to '23:59'. */
export type TimeOfDay = string;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Whether this is an IANA zone that this runtime knows ('Asia/Seoul'); offsets such as '+09:00' are not. */
export function isZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);
}

export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `minutes` after midnight, 0 to 1439. */
export function timeOfMinutes(minutes: number): TimeOfDay {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * Asking Intl for an offset takes microseconds, and a list of ten follow-ups asks ten times. Offsets rarely change, so a
 * bucket of six hours whose two ends agree is answered from memory; one in which the clock changes is asked each time.
 */
const BUCKET = 6 * HOUR;
const MOST_BUCKETS = 20_000;
const knownOffsets = new Map<string, Map<number, number>>();
let bucketCount = 0;

function offsetAt(zone: string, ms: number): number {
  const bucket = Math.floor(ms / BUCKET);
  const known = knownOffsets.get(zone)?.get(bucket);
  if (known !== undefined) return known;
  const source = IANAZone.create(zone);
  if (!source.isValid) throw new RangeError(`Unknown time zone: ${zone}`);
  const exact = (at: number) => Math.round(source.offset(at) * 60_000);
  const first = exact(bucket * BUCKET);
  if (exact((bucket + 1) * BUCKET - 1) !== first) return exact(ms);
  if (bucketCount >= MOST_BUCKETS) {
    knownOffsets.clear();
    bucketCount = 0;
  }
  const ofZone = knownOffsets.get(zone) ?? new Map<number, number>();
  knownOffsets.set(zone, ofZone.set(bucket, first));
  bucketCount += 1;
  return first;
}

/** Milliseconds of the wall clock in `zone`, counted as if it stood in UTC. */
function wallClock(zone: string, at: Date): number {
  const ms = at.getTime();
  return ms + offsetAt(zone, ms);
}

/** The day it is in `zone` at that instant. Throws RangeError on an unknown zone, as the others here do. */
export function dateIn(zone: string, at: Date): CalendarDate {
  return dateOfDayNumber(Math.floor(wallClock(zone, at) / DAY));
}

/** The wall-clock time in `zone`, cut to the minute. */
export function timeIn(zone: string, at: Date): TimeOfDay {
  const wall = wallClock(zone, at);
  return timeOfMinutes(Math.floor((wall - Math.floor(wall / DAY) * DAY) / 60_000));
}

/**
 * The instant at which the clock in `zone` shows this. A time that daylight saving skips moves forward by what was skipped
 * (02:30 becomes 03:30); of a time that comes twice the earlier is meant.
 */
export function toInstant(on: CalendarDate, time: TimeOfDay, zone: string): Date {
  const wall = dayNumber(on) * DAY + minutesOf(time) * 60_000;
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  const candidates = [wall - before, wall - after].filter((ms) => ms + offsetAt(zone, ms) === wall);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : wall - before);
}

/**
 * The next instant strictly after `after` at which `zone` reaches this time, once a day: a skipped time comes late that day,
 * a repeated one counts the first time only, so that a daily list is neither lost nor sent twice.
 */
export function nextAt(zone: string, time: TimeOfDay, after: Date): Date {
  const today = dayNumber(dateIn(zone, after));
  for (let day = today - 1; ; day += 1) {
    const at = toInstant(dateOfDayNumber(day), time, zone);
    if (at > after) return at;
  }
}
