import { expect, test } from 'vitest';
import { openTestStore } from '../../support/store.ts';
import { runYears } from '../years.ts';

/**
 * The short form of `npm run test:faults -- --years`: weeks in which everything happens that can. Whoever doubts that it finds
 * anything plants a mistake and looks: the conditions on state and claim left out of `claimNudges`; messages sent before they
 * are claimed in `send.ts`; the days left out of the condition of the trigger `Touch_replan`.
 */
test('every touch that falls due ends as one delivery or one stated reason, whatever fails meanwhile', {
  timeout: 400_000,
}, async () => {
  const opened = await openTestStore();
  try {
    const { wrong, happened, counts } = await runYears(opened, { seed: 2, days: 21, people: 5, customers: 12, actsPerDay: 5 });
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(counts.due).toBeGreaterThan(2);
    expect(counts.messages).toBeGreaterThan(40);
    expect([...happened.keys()].some((what) => what.startsWith('killed'))).toBe(true);
  } finally {
    await opened.close();
  }
});
