import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { dateIn, isTimeOfDay, isZone, nextAt, timeIn, toInstant } from '../../src/calendar/zone.ts';

const zones = Intl.supportedValuesOf('timeZone');
const anyZone = fc.constantFrom(...zones);
const anyMoment = fc.date({ min: new Date('1970-01-10T00:00Z'), max: new Date('2037-12-20T00:00Z'), noInvalidDate: true });
const wall = (on: string, time: string, zone: string) => DateTime.fromISO(`${on}T${time}`, { zone });

describe('zones', () => {
  test('known and unknown', () => {
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(['Mars/Olympus', '', '+09:00', 'Asia/Seoul; drop'].filter(isZone)).toEqual([]);
    expect(() => dateIn('Mars/Olympus', new Date(0))).toThrow(RangeError);
  });

  test('times of day', () => {
    expect(['00:00', '23:59', '24:00', '9:00', '12:60'].filter(isTimeOfDay)).toEqual(['00:00', '23:59']);
  });

  test('every zone agrees with luxon at any moment', () => {
    fc.assert(
      fc.property(anyZone, anyMoment, (zone, at) => {
        const there = DateTime.fromJSDate(at, { zone });
        expect(`${dateIn(zone, at)} ${timeIn(zone, at)}`).toBe(there.toFormat('yyyy-MM-dd HH:mm'));
      }),
      { numRuns: 3000 },
    );
  });

  test('every zone, each change of its clock from 2024 to 2028: the minutes around it agree with luxon', () => {
    for (const zone of zones) {
      for (const change of changesOf(zone, Date.UTC(2024, 0, 1), Date.UTC(2028, 0, 1))) {
        for (const minutes of [-61, -1, 0, 1, 59, 61]) {
          const at = new Date(change + minutes * 60_000);
          expect(`${dateIn(zone, at)} ${timeIn(zone, at)}`).toBe(DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd HH:mm'));
        }
      }
    }
  }, 60_000);
});

describe('from wall clock to instant', () => {
  test.each([
    ['gap, moved forward', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['overlap, the earlier', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['half-hour change', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    ['gap at midnight', '2026-09-06', '00:30', 'America/Santiago', '2026-09-06T04:30:00Z'],
    ['a day that did not exist', '2011-12-30', '10:00', 'Pacific/Apia', '2011-12-30T20:00:00Z'],
    ['no daylight saving', '2026-07-01', '09:00', 'Asia/Seoul', '2026-07-01T00:00:00Z'],
    ['leap day', '2028-02-29', '23:59', 'Europe/Berlin', '2028-02-29T22:59:00Z'],
  ])('%s', (_name, on, time, zone, expected) => {
    expect(toInstant(on, time, zone)).toEqual(new Date(expected));
  });

  test('in every zone the wall clock shows what was asked, and luxon means the same instant', () => {
    fc.assert(
      fc.property(anyZone, anyMoment, (zone, moment) => {
        const on = dateIn(zone, moment);
        const time = timeIn(zone, moment);
        const at = toInstant(on, time, zone);
        expect(`${dateIn(zone, at)} ${timeIn(zone, at)}`).toBe(`${on} ${time}`);
        const candidates = wall(on, time, zone)
          .getPossibleOffsets()
          .map((each) => each.toMillis());
        expect(at.getTime()).toBe(Math.min(...candidates));
      }),
      { numRuns: 3000 },
    );
  });

  test('around every change of the clock, a skipped time moves forward as in luxon', () => {
    for (const zone of zones) {
      for (const change of changesOf(zone, Date.UTC(2025, 0, 1), Date.UTC(2027, 0, 1))) {
        const edge =
          DateTime.fromMillis(change, { zone }).offset > DateTime.fromMillis(change - 1, { zone }).offset ? change : undefined;
        if (edge === undefined) continue;
        const lastBefore = DateTime.fromMillis(edge - 60_000, { zone }).setZone('utc', { keepLocalTime: true });
        const skipped = lastBefore.plus({ minutes: 2 });
        const [on, time] = [skipped.toFormat('yyyy-MM-dd'), skipped.toFormat('HH:mm')];
        expect(toInstant(on, time, zone).getTime(), `${zone} ${on} ${time}`).toBe(edge + 60_000);
      }
    }
  }, 60_000);
});

describe('the next time of day', () => {
  test('strictly after, and once on the day the hour repeats', () => {
    const zone = 'America/New_York';
    expect(nextAt(zone, '09:00', new Date('2026-11-24T14:00:00Z'))).toEqual(new Date('2026-11-25T14:00:00Z'));
    expect(nextAt(zone, '09:00', new Date('2026-11-24T13:59:59.999Z'))).toEqual(new Date('2026-11-24T14:00:00Z'));
    expect(nextAt(zone, '01:30', new Date('2026-11-01T05:30:00Z'))).toEqual(new Date('2026-11-02T06:30:00Z'));
  });

  test('in every zone: after, within about a day, showing the time unless it was skipped', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(anyZone, anyMoment, minute, (zone, after, minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const at = nextAt(zone, time, after);
        expect(at.getTime()).toBeGreaterThan(after.getTime());
        expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(51 * 3_600_000);
        if (timeIn(zone, at) !== time) expect(wall(dateIn(zone, at), time, zone).toFormat('HH:mm')).not.toBe(time);
      }),
      { numRuns: 3000 },
    );
  });
});

function changesOf(zone: string, from: number, to: number): number[] {
  const offset = (ms: number) => DateTime.fromMillis(ms, { zone }).offset;
  const changes: number[] = [];
  const step = 10 * 86_400_000;
  for (let low = from; low < to; low += step) {
    let [a, b] = [low, low + step];
    if (offset(a) === offset(b)) continue;
    while (b - a > 1) {
      const middle = Math.floor((a + b) / 2);
      if (offset(middle) === offset(a)) a = middle;
      else b = middle;
    }
    changes.push(b);
  }
  return changes;
}
