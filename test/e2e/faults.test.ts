import { expect, test } from 'vitest';
import { faults } from '../faults/recorder.ts';
import { runFaults } from '../faults/run.ts';
import type { Blow } from '../faults/storm.ts';
import { engine } from '../support/store.ts';

/** The short form of `npm run test:faults`. It waits rather than works: after an unclear end nobody sends for half a minute. */
test('copies are killed, the database restarts, Slack fails in every way: each nudge is in the right conversation, once', {
  timeout: 420_000,
}, async () => {
  const onServer = engine() === 'postgres';
  const blows: readonly Blow[] = onServer
    ? ['killInSweep', 'killInClaim', 'databaseRestart', 'killAnyTime']
    : ['killAnyTime', 'killAnyTime'];
  const run = { seed: 1, engine: engine(), copies: onServer ? 3 : 1, nudges: onServer ? 200 : 60, blows };
  const { happened, lookUps, wrong } = await runFaults(run);
  expect(wrong).toEqual([]);
  // It counts for nothing unless everything happened that was to happen.
  expect([...faults, ...blows].filter((what) => !happened.has(what))).toEqual([]);
  expect(lookUps).toBeGreaterThan(0);
});
