import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneFacts, zoneInstant, zoneOffset } from '../../../src/playground/slack/zone-facts.ts';

test.each([
  ['Asia/Seoul', '2026-11-24T00:00:00Z', 32_400, 'Korean Standard Time'],
  ['America/Los_Angeles', '2026-07-01T00:00:00Z', -25_200, 'Pacific Daylight Time'],
  ['America/Los_Angeles', '2026-11-24T00:00:00Z', -28_800, 'Pacific Standard Time'],
])('%s at %s', (zone, at, offset, label) => {
  expect(zoneFacts(zone, new Date(at))).toEqual({ tz: zone, tz_label: label, tz_offset: offset });
});

test.each([
  ['Asia/Seoul', '2026-11-24T15:30:00Z', '2026-11-25T23:30:00.000Z'],
  // The clocks go back in the night between.
  ['America/Los_Angeles', '2026-10-31T20:00:00Z', '2026-11-01T16:30:00.000Z'],
  // And forward.
  ['Europe/London', '2026-03-28T12:00:00Z', '2026-03-29T07:30:00.000Z'],
])('half past eight on the next day in %s, from %s', (zone, from, moved) => {
  expect(zoneInstant(zone, new Date(from), 1, 8, 30).toISOString()).toBe(moved);
});

test('half past eight is half past eight on the wall, everywhere and always', () => {
  const zones = fc.constantFrom(
    'Asia/Seoul',
    'America/Los_Angeles',
    'Europe/London',
    'Asia/Kathmandu',
    'America/Sao_Paulo',
    'UTC',
  );
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, dates, (zone, from) => {
      const moved = zoneInstant(zone, from, 1, 8, 30);
      const wall = new Date(moved.getTime() + zoneOffset(zone, moved));
      expect(wall.toISOString().slice(11, 16)).toBe('08:30');
      expect(moved.getTime()).toBeGreaterThan(from.getTime());
    }),
  );
});
