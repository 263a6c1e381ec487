import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBusinessDay } from '../../../src/calendar/index.ts';
import { insteadOf, packDays, soonDays, unpackDays } from '../../../src/features/remind/moments.ts';

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const hour = fc.option(fc.constantFrom('00:00', '09:30', '15:00', '23:59'), { nil: undefined });

test('days come back from a button as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(day, hour), { maxLength: 4 }), (pairs) => {
      const days = pairs.map(([on, time]) => ({ on, ...(time ? { time } : {}) }));
      expect(unpackDays(packDays(days))).toEqual(days);
    }),
  );
});
test.each(['', 'x', '2026-13', '2026-11-24T99:99', undefined])('%s names no day', (text) => expect(unpackDays(text)).toEqual([]));

describe('what is offered', () => {
  test('lies ahead, in order, once each; where no day was said it is open', () => {
    fc.assert(
      fc.property(day, day, hour, fc.constantFrom('KR', 'CN', 'US', undefined), (today, on, time, country) => {
        for (const days of [soonDays(today, country), insteadOf({ on, ...(time ? { time } : {}) }, today, country)]) {
          expect(days.length).toBeGreaterThan(0);
          const said = days.map((each) => each.on);
          expect(said).toEqual([...new Set(said)].sort());
          for (const each of said) expect(each > today).toBe(true);
        }
        for (const each of soonDays(today, country)) expect(isBusinessDay(each.on, country)).toBe(true);
      }),
    );
  });

  test('instead of yesterday at nine: the next open day at nine, and the same weekday', () => {
    // Monday the 23rd; today is Tuesday.
    expect(insteadOf({ on: '2026-11-23', time: '09:00' }, '2026-11-24', 'KR')).toEqual([
      { on: '2026-11-25', time: '09:00' },
      { on: '2026-11-30', time: '09:00' },
    ]);
  });
  test('before Chuseok the next open day is behind it', () => {
    expect(soonDays('2026-09-23', 'KR')[0]).toEqual({ on: '2026-09-28' });
  });
});
