import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, dayKey, dayName, instantOfWall, slackDate, wallTime } from '../../../src/playground/page/time.ts';

const losAngeles = { zone: 'America/Los_Angeles', locale: 'en-US' };
const seoul = { zone: 'Asia/Seoul', locale: 'ko-KR' };
const at = new Date('2026-11-24T18:05:00Z');
/** Some locales put a narrow no-break space before AM and PM. */
const spaced = (shown: string) => shown.replace(/\s/g, ' ');

describe('an instant as its reader sees it', () => {
  it('is in the reader’s zone and language', () => {
    expect(spaced(clockTime(at, losAngeles))).toBe('10:05 AM');
    expect(spaced(clockTime(at, seoul))).toBe('오전 3:05');
    expect(dayKey(at, losAngeles.zone)).toBe('2026-11-24');
    expect(dayKey(at, seoul.zone)).toBe('2026-11-25');
  });

  it.each([
    ['2026-11-24T09:00:00Z', 'Today'],
    ['2026-11-24T06:00:00Z', 'Yesterday'],
    ['2026-11-25T20:00:00Z', 'Tomorrow'],
    ['2026-11-20T20:00:00Z', 'Friday, November 20, 2026'],
  ])('%s is named %s', (when, name) => expect(dayName(new Date(when), at, losAngeles)).toBe(name));

  it.each([
    ['{date_num}', '2026-11-24'],
    ['{date}', 'November 24, 2026'],
    ['{date_short_pretty} at {time}', 'Today at 10:05 AM'],
    ['{date_long}', 'Tuesday, November 24, 2026'],
    ['{time_secs}', '10:05:00 AM'],
    ['due {unknown}', 'due {unknown}'],
  ])('the format %s gives %s', (format, shown) =>
    expect(spaced(slackDate(at.getTime() / 1000, format, at, losAngeles))).toBe(shown),
  );

  it('counts hours and days for {ago}', () => {
    const hoursAgo = (hours: number) => slackDate(at.getTime() / 1000 - hours * 3600, '{ago}', at, losAngeles);
    expect([hoursAgo(0.5), hoursAgo(3), hoursAgo(100)]).toEqual(['30 minutes ago', '3 hours ago', '4 days ago']);
  });
});

describe('the wall clock of a zone', () => {
  const zones = fc.constantFrom(
    'America/Los_Angeles',
    'Asia/Seoul',
    'Europe/London',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  );
  const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });

  it('leads back to an instant that shows the same', () => {
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const wall = wallTime(new Date(minute * 60_000), zone);
        const instant = instantOfWall(wall, zone);
        expect(instant && wallTime(instant, zone)).toBe(wall);
      }),
    );
  });

  it('goes on after a gap', () => {
    expect(instantOfWall('2026-03-08T02:30', 'America/Los_Angeles')?.getTime()).toSatisfy(
      (time: number) => time >= Date.parse('2026-03-08T09:30:00Z') && time <= Date.parse('2026-03-08T10:30:00Z'),
    );
  });

  it('refuses what is no time', () => expect(instantOfWall('', 'Asia/Seoul')).toBeUndefined());
});
