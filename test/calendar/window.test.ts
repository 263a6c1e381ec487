import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBusinessDay } from '../../src/calendar/business-day.ts';
import { EVERY_DAY, inWindow, nextCommonOpen, nextOpen, type TimeWindow } from '../../src/calendar/window.ts';
import { dateIn, timeIn } from '../../src/calendar/zone.ts';

const seoul: TimeWindow = { zone: 'Asia/Seoul', from: '09:00', to: '18:00', country: 'KR' };
const quiet: TimeWindow = { zone: 'America/New_York', from: '22:00', to: '07:00', days: EVERY_DAY };
const at = (iso: string) => new Date(iso);

describe('inside a window', () => {
  test.each([
    ['opens', seoul, '2026-11-24T09:00:00+09:00', true],
    ['one minute early', seoul, '2026-11-24T08:59:59+09:00', false],
    ['closes, not included', seoul, '2026-11-24T18:00:00+09:00', false],
    ['Saturday', seoul, '2026-11-28T12:00:00+09:00', false],
    ['substitute holiday', seoul, '2026-10-05T12:00:00+09:00', false],
    ['quiet before midnight', quiet, '2026-11-24T23:00:00-05:00', true],
    ['quiet after midnight', quiet, '2026-11-24T06:59:00-05:00', true],
    ['quiet is over', quiet, '2026-11-24T07:00:00-05:00', false],
    ['quiet on Christmas', quiet, '2026-12-25T23:00:00-05:00', true],
    ['the night after Friday belongs to Friday', { ...quiet, days: [5] }, '2026-11-28T02:00:00-05:00', true],
    ['Friday early belongs to Thursday', { ...quiet, days: [5] }, '2026-11-27T02:00:00-05:00', false],
    ['own days: a shop open on Saturday', { ...seoul, days: [6] }, '2026-11-28T12:00:00+09:00', true],
    ['own days: not on a holiday', { ...seoul, days: [6] }, '2026-10-03T12:00:00+09:00', false],
    [
      'around the clock',
      { ...seoul, from: '00:00', to: '00:00', days: EVERY_DAY, country: undefined },
      '2026-11-28T00:00:00Z',
      true,
    ],
  ])('%s', (_name, window, iso, open) => {
    expect(inWindow(window as TimeWindow, at(iso))).toBe(open);
  });

  test('Chinese swapped working days are open', () => {
    const beijing: TimeWindow = { zone: 'Asia/Shanghai', from: '09:00', to: '18:00', country: 'CN' };
    expect(inWindow(beijing, at('2026-10-10T10:00:00+08:00'))).toBe(true);
    expect(nextOpen(beijing, at('2026-09-30T18:00:00+08:00'))).toEqual(at('2026-10-08T09:00:00+08:00'));
  });
});

describe('the next opening', () => {
  test.each([
    ['now', seoul, '2026-11-24T12:34:56+09:00', '2026-11-24T12:34:56+09:00'],
    ['this morning', seoul, '2026-11-24T03:00:00+09:00', '2026-11-24T09:00:00+09:00'],
    ['Monday', seoul, '2026-11-27T18:00:00+09:00', '2026-11-30T09:00:00+09:00'],
    ['after the New Year days', seoul, '2027-02-05T18:00:00+09:00', '2027-02-10T09:00:00+09:00'],
    ['over midnight', quiet, '2026-11-24T12:00:00-05:00', '2026-11-24T22:00:00-05:00'],
  ])('%s', (_name, window, from, expected) => {
    expect(nextOpen(window, at(from))).toEqual(at(expected));
  });

  test('a window that daylight saving skips opens the day after', () => {
    const short: TimeWindow = { zone: 'America/New_York', from: '02:10', to: '02:50', days: EVERY_DAY };
    expect(nextOpen(short, at('2026-03-07T12:00:00-05:00'))).toEqual(at('2026-03-09T02:10:00-04:00'));
  });

  test('never, when no day is chosen', () => {
    expect(nextOpen({ ...seoul, days: [] }, at('2026-11-24T00:00:00Z'))).toBeUndefined();
    expect(nextCommonOpen({ ...seoul, days: [] }, seoul, at('2026-11-24T00:00:00Z'))).toBeUndefined();
  });
});

describe('both allow', () => {
  const berlin: TimeWindow = { zone: 'Europe/Berlin', from: '09:00', to: '17:00', country: 'DE' };

  test('the windows meet at the end of the Korean day', () => {
    expect(nextCommonOpen(seoul, berlin, at('2026-11-24T10:00:00+09:00'))).toEqual({
      at: at('2026-11-24T09:00:00+01:00'),
      decidedBy: 'both',
    });
  });

  test('not on a holiday of either', () => {
    expect(nextCommonOpen(seoul, berlin, at('2026-12-24T18:00:00+09:00'))?.at).toEqual(at('2026-12-28T09:00:00+01:00'));
    expect(nextCommonOpen(seoul, berlin, at('2027-02-05T18:00:00+09:00'))?.at).toEqual(at('2027-02-10T09:00:00+01:00'));
  });

  test('windows that never meet: the rep decides', () => {
    const losAngeles: TimeWindow = { zone: 'America/Los_Angeles', from: '09:00', to: '15:00', country: 'US' };
    expect(nextCommonOpen(seoul, losAngeles, at('2026-11-24T20:00:00+09:00'))).toEqual({
      at: at('2026-11-25T09:00:00+09:00'),
      decidedBy: 'rep',
    });
    expect(nextCommonOpen(seoul, { ...berlin, days: [] }, at('2026-11-24T10:00:00+09:00'))?.decidedBy).toBe('rep');
  });
});

const zone = fc.constantFrom('Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe', 'Europe/London', 'Africa/Casablanca');
const clock = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
const anyWindow = fc.record({ zone, from: clock, to: clock, country: fc.constantFrom('US', 'KR', undefined) });
const moment = fc.date({ min: at('2026-01-01T00:00Z'), max: at('2027-12-01T00:00Z'), noInvalidDate: true });

test('an opening is inside the window, not before now, and nothing was open in between', () => {
  fc.assert(
    fc.property(anyWindow, moment, (window, now) => {
      const open = nextOpen(window, now);
      if (!open) throw new Error('a window on business days always opens');
      expect(open.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(inWindow(window, open)).toBe(true);
      for (let ms = now.getTime(); ms < open.getTime(); ms += 15 * 60_000) {
        expect(inWindow(window, new Date(ms)), `${window.zone} ${new Date(ms).toISOString()}`).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('what both allow is open for both', () => {
  fc.assert(
    fc.property(anyWindow, anyWindow, moment, (rep, customer, now) => {
      const common = nextCommonOpen(rep, customer, now);
      if (!common) throw new Error('the window of the rep always opens');
      expect(inWindow(rep, common.at)).toBe(true);
      if (common.decidedBy === 'both') expect(inWindow(customer, common.at)).toBe(true);
      else expect(common.at).toEqual(nextOpen(rep, now));
    }),
    { numRuns: 300 },
  );
});

test('working hours begin on a business day at the hour named', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const open = nextOpen(seoul, now);
      if (!open) throw new Error('never opens');
      expect(isBusinessDay(dateIn('Asia/Seoul', open), 'KR')).toBe(true);
      expect(open.getTime() === now.getTime() || timeIn('Asia/Seoul', open) === '09:00').toBe(true);
    }),
  );
});
