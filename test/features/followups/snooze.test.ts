import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TimeWindow, timeIn } from '../../../src/calendar/index.ts';
import { asksWhy, openingOf, openingValue, opensNext, snoozedTo, snoozedToDay } from '../../../src/features/followups/snooze.ts';

const seoul = 'Asia/Seoul';
const at = (wall: string) => new Date(`${wall}+09:00`);

describe('presets', () => {
  const cases: readonly [
    title: string,
    preset: 'hour' | 'day' | 'three' | 'week',
    now: string,
    country: string | undefined,
    dueOn: string,
    dueAt: string | undefined,
  ][] = [
    ['an hour', 'hour', '2026-11-24T10:00', 'KR', '2026-11-24', '2026-11-24T11:00'],
    ['an hour over midnight', 'hour', '2026-11-24T23:30', 'KR', '2026-11-25', '2026-11-25T00:30'],
    ['the next day', 'day', '2026-11-24T10:00', 'KR', '2026-11-25', undefined],
    ['the next day after a Friday', 'day', '2026-11-27T10:00', undefined, '2026-11-30', undefined],
    ['the next day before Chuseok', 'day', '2026-09-23T10:00', 'KR', '2026-09-28', undefined],
    ['the same evening elsewhere', 'day', '2026-09-23T10:00', 'US', '2026-09-24', undefined],
    ['three days to a Friday', 'three', '2026-11-24T10:00', 'KR', '2026-11-27', undefined],
    ['three days to a Sunday', 'three', '2026-11-26T10:00', 'KR', '2026-11-30', undefined],
    ['a week', 'week', '2026-11-24T10:00', 'KR', '2026-12-01', undefined],
    ['a week to Christmas', 'week', '2026-12-18T10:00', 'KR', '2026-12-28', undefined],
  ];
  test.each(cases)('%s', (_title, preset, now, country, dueOn, dueAt) => {
    expect(snoozedTo(preset, at(now), seoul, country)).toEqual({ dueOn, dueAt: dueAt && at(dueAt) });
  });

  test('today is the day of the person, not of the server', () => {
    // Already Wednesday in Seoul, still Tuesday in New York.
    const now = new Date('2026-11-24T20:00:00Z');
    expect(snoozedTo('day', now, seoul, undefined).dueOn).toBe('2026-11-26');
    expect(snoozedTo('day', now, 'America/New_York', undefined).dueOn).toBe('2026-11-25');
  });
});

describe('a day that was chosen', () => {
  test('without a time stays a day', () => {
    expect(snoozedToDay('2026-11-28', undefined, seoul)).toEqual({ dueOn: '2026-11-28', dueAt: undefined });
  });
  test('with a time is an instant of the person’s own clock', () => {
    expect(snoozedToDay('2026-11-28', '15:00', seoul).dueAt).toEqual(at('2026-11-28T15:00'));
    expect(snoozedToDay('2026-11-28', '15:00', 'America/New_York').dueAt).toEqual(new Date('2026-11-28T20:00:00Z'));
  });
});

describe('when the customer’s hours begin next', () => {
  const shop = { zone: seoul, from: '10:00', to: '18:00', country: 'KR' };
  const cases: readonly [title: string, hours: readonly TimeWindow[], now: string, opens: string | undefined][] = [
    ['today, before they begin', [shop], '2026-11-24T08:00', '2026-11-24T10:00'],
    ['tomorrow, once they have begun', [shop], '2026-11-24T11:00', '2026-11-25T10:00'],
    ['tomorrow, after they ended', [shop], '2026-11-24T19:00', '2026-11-25T10:00'],
    ['on Monday, from a Friday', [shop], '2026-11-27T11:00', '2026-11-30T10:00'],
    ['after Chuseok', [shop], '2026-09-23T11:00', '2026-09-28T10:00'],
    ['the sooner of two', [shop, { ...shop, from: '20:00', to: '21:00' }], '2026-11-24T11:00', '2026-11-24T20:00'],
    ['none where none are known', [], '2026-11-24T11:00', undefined],
  ];
  test.each(cases)('%s', (_title, hours, now, opens) => {
    expect(opensNext(hours, at(now))).toEqual(opens && at(opens));
  });

  test('lies ahead, within two weeks, at the hour on the customer’s own clock', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom('Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Asia/Shanghai'),
        fc.constantFrom('00:00', '07:30', '10:00', '22:00'),
        (now, zone, from) => {
          const opens = opensNext([{ zone, from, to: '23:30', country: 'KR' }], now);
          if (!opens) return;
          expect(opens > now).toBe(true);
          expect(timeIn(zone, opens)).toBe(from);
        },
      ),
    );
  });

  test('comes back from its choice as it was, and nothing else does', () => {
    const opens = at('2026-11-25T10:00');
    expect(openingOf(openingValue(opens), seoul)).toEqual({ dueOn: '2026-11-25', dueAt: opens });
    for (const other of ['day', 'opens@', 'opens@2026-99-99T99:99:99.000Z', undefined])
      expect(openingOf(other, seoul)).toBeUndefined();
  });
});

test('every third time asks why', () => {
  const asked = [0, 1, 2, 3, 4, 5, 6].filter((snoozes) => asksWhy([{ snoozes: 0 }, { snoozes }]));
  expect(asked).toEqual([2, 5]);
});
