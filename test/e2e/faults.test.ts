import { expect, test } from 'vitest';
import { runFaults } from '../faults/run.ts';

/** The short form of `npm run test:faults`: one of everything that can go wrong, and all of it within a minute. */
test('copies killed, frozen and with wrong clocks, a database that restarts, calls that fail: every nudge arrives once', {
  timeout: 180_000,
}, async () => {
  const blows = ['killInSweep', 'killInClaim', 'databaseRestart', 'killAnyTime', 'freeze', 'clockJump'] as const;
  const { happened, wrong } = await runFaults({ seed: 3, nudges: 40, engine: 'postgres', copies: 3, unclearSeconds: 4, blows });
  expect(wrong).toEqual([]);
  const faults = ['limited', 'status', 'statusAfter', 'reset', 'resetAfter', 'hang', 'hangAfter', 'killBefore', 'killAfter'];
  expect([...happened.keys()].sort()).toEqual(
    expect.arrayContaining([...faults, 'databaseRestart', 'killAnyTime', 'clockJump'].sort()),
  );
});
