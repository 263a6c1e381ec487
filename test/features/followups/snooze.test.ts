import { describe, expect, test } from 'vitest';
import { snoozedTo, snoozedToDay } from '../../../src/features/followups/snooze.ts';

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
