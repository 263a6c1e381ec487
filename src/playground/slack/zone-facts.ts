/** Slack's three facts of a person's zone: IANA name, English label, offset in seconds at the given time. */
export function zoneFacts(zone: string, at: Date): { tz: string; tz_label: string; tz_offset: number } {
  const label =
    formatsOf(zone)
      .name.formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return { tz: zone, tz_label: label, tz_offset: zoneOffset(zone, at) / 1000 };
}

/** Milliseconds that wall clocks of the zone are ahead of UTC at the given time. */
export function zoneOffset(zone: string, at: Date): number {
  const parts = formatsOf(zone).wall.formatToParts(at);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}

/** The instant of a wall-clock time so many days after the zone's present date. */
export function zoneInstant(zone: string, from: Date, days: number, hour: number, minute: number): Date {
  const here = new Date(from.getTime() + zoneOffset(zone, from));
  const wall = Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate() + days, hour, minute);
  const guess = new Date(wall - zoneOffset(zone, from));
  return new Date(wall - zoneOffset(zone, guess));
}

interface Formats {
  readonly name: Intl.DateTimeFormat;
  readonly wall: Intl.DateTimeFormat;
}

const formats = new Map<string, Formats>();

/** Making a format costs far more than using it. */
function formatsOf(zone: string): Formats {
  const known = formats.get(zone);
  if (known) return known;
  const made = {
    name: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' }),
    wall: new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
  };
  formats.set(zone, made);
  return made;
}
