/** Instants as the person at the desk reads them: in their zone, in their language. Pure. */

export interface Reader {
  readonly zone: string;
  readonly locale: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(reader: Reader, options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = `${reader.locale} ${reader.zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, ...options });
  formats.set(key, known);
  return Number.isNaN(at.getTime()) ? '' : known.format(at);
}

export function clockTime(at: Date, reader: Reader): string {
  return format(reader, { hour: 'numeric', minute: '2-digit' }, at);
}

export function dayAndTime(at: Date, reader: Reader): string {
  return format(reader, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }, at);
}

export function fullTime(at: Date, reader: Reader): string {
  return format(reader, { dateStyle: 'full', timeStyle: 'medium' }, at);
}

/** The calendar day in the reader's zone, `2026-11-24`. */
export function dayKey(at: Date, zone: string): string {
  return format({ zone, locale: 'en-CA' }, { year: 'numeric', month: '2-digit', day: '2-digit' }, at);
}

/** Today, Yesterday, or the day's own name: the words on a day divider. */
export function dayName(at: Date, now: Date, reader: Reader, style: 'full' | 'long' | 'medium' | 'short' = 'full'): string {
  return relativeDay(at, now, reader) ?? format(reader, { dateStyle: style }, at);
}

function relativeDay(at: Date, now: Date, reader: Reader): string | undefined {
  const days = Math.round((Date.parse(dayKey(at, reader.zone)) - Date.parse(dayKey(now, reader.zone))) / 86_400_000);
  if (Math.abs(days) > 1 || Number.isNaN(days)) return undefined;
  const word = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
  return word.charAt(0).toLocaleUpperCase(reader.locale) + word.slice(1);
}

const dateTokens: Readonly<Record<string, (at: Date, now: Date, reader: Reader) => string>> = {
  date_num: (at, _now, reader) => dayKey(at, reader.zone),
  date: (at, _now, reader) => format(reader, { dateStyle: 'long' }, at),
  date_short: (at, _now, reader) => format(reader, { dateStyle: 'medium' }, at),
  date_long: (at, _now, reader) => format(reader, { dateStyle: 'full' }, at),
  date_pretty: (at, now, reader) => dayName(at, now, reader, 'long'),
  date_short_pretty: (at, now, reader) => dayName(at, now, reader, 'medium'),
  date_long_pretty: (at, now, reader) => dayName(at, now, reader, 'full'),
  day_divider_pretty: (at, now, reader) => dayName(at, now, reader, 'full'),
  time: (at, _now, reader) => clockTime(at, reader),
  time_secs: (at, _now, reader) => format(reader, { hour: 'numeric', minute: '2-digit', second: '2-digit' }, at),
  ago: (at, now, reader) => ago(at, now, reader),
};

/** Fills a format of `<!date^…>`, for example `{date_short_pretty} at {time}`. Unknown tokens stay as written. */
export function slackDate(seconds: number, pattern: string, now: Date, reader: Reader): string {
  const at = new Date(seconds * 1000);
  return pattern.replace(/\{(\w+)\}/g, (whole, token: string) => dateTokens[token]?.(at, now, reader) ?? whole);
}

function ago(at: Date, now: Date, reader: Reader): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const words = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 48 * 60) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}

/** The wall clock of a zone as `<input type="datetime-local">` has it. */
export function wallTime(at: Date, zone: string): string {
  const time = format({ zone, locale: 'en-GB' }, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at);
  return `${dayKey(at, zone)}T${time}`;
}

/**
 * The instant at which a zone's wall clock shows `wall` (`2026-11-24T09:00`). Where the clock skips that time, the
 * instant as far after the gap; where it shows it twice, one of the two.
 */
export function instantOfWall(wall: string, zone: string): Date | undefined {
  const aimed = Date.parse(`${wall}Z`);
  if (Number.isNaN(aimed)) return undefined;
  let guess = aimed;
  for (let round = 0; round < 2; round += 1) guess += aimed - Date.parse(`${wallTime(new Date(guess), zone)}Z`);
  return new Date(guess);
}
