import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessDay } from '../../src/calendar/business-day.ts';
import { addDays } from '../../src/calendar/calendar-date.ts';
import { planDates, touchOn } from '../../src/calendar/touch-date.ts';

const twoFiveTwelve = [1, 4, 11].map((offsetDays) => ({ offsetDays, onClosedDay: 'next' as const }));

test('2-5-12 counts the purchase day as day 1 and moves to business days', () => {
  expect(planDates('2026-11-24', twoFiveTwelve, 'US')).toEqual(['2026-11-25', '2026-11-30', '2026-12-07']);
  expect(planDates('2026-11-24', twoFiveTwelve)).toEqual(['2026-11-25', '2026-11-30', '2026-12-07']);
  expect(planDates('2026-09-29', twoFiveTwelve, 'CN')).toEqual(['2026-09-30', '2026-10-08', '2026-10-10']);
  expect(planDates('2027-02-05', twoFiveTwelve, 'KR')).toEqual(['2027-02-10', '2027-02-10', '2027-02-16']);
});

test('a card comes before the closed day, a visit keeps it', () => {
  expect(touchOn('2026-12-25', 0, 'before', 'DE')).toBe('2026-12-24');
  expect(touchOn('2026-12-25', 0, 'keep', 'DE')).toBe('2026-12-25');
  expect(touchOn('2026-12-25', 0, 'next', 'DE')).toBe('2026-12-28');
});

test('an open day is never moved, a moved one is open', () => {
  const date = fc
    .date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2035-01-01T00:00Z'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  const country = fc.constantFrom('US', 'CN', 'KR', 'SA', undefined);
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('next', 'before'),
      country,
      (anchor, offset, rule, where) => {
        const plain = addDays(anchor, offset);
        const on = touchOn(anchor, offset, rule, where);
        expect(isBusinessDay(on, where)).toBe(true);
        if (isBusinessDay(plain, where)) expect(on).toBe(plain);
        else expect(rule === 'next' ? on > plain : on < plain).toBe(true);
        expect(touchOn(anchor, offset, 'keep', where)).toBe(plain);
      },
    ),
  );
});
