import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimeStamps, microsOf, newId } from '../../../src/playground/slack/ids.ts';

test('ids look like Slack’s', () => {
  expect(newId('Ev')).toMatch(/^Ev[0-9A-V]{10}$/);
  expect(new Set(Array.from({ length: 1000 }, () => newId('V'))).size).toBe(1000);
});

test('time stamps rise, whatever the clock does, and sort as texts', () => {
  const times = fc.array(fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(times, (clock) => {
      let now = 0;
      const stamps = createTimeStamps(() => new Date(now));
      const made = clock.map((time) => {
        now = time;
        return stamps.next();
      });
      expect([...made].sort()).toEqual(made);
      expect(new Set(made).size).toBe(made.length);
      expect(microsOf(made[0] ?? '')).toBe((clock[0] ?? 0) * 1000);
    }),
  );
});

test.each([
  ['1795563000.000001', 1_795_563_000_000_001],
  ['1795563000', 1_795_563_000_000_000],
  ['1795563000.5', 1_795_563_000_500_000],
  ['yesterday', Number.NaN],
  ['', Number.NaN],
])('%j is %d microseconds', (ts, micros) => {
  expect(microsOf(ts)).toBe(micros);
});
