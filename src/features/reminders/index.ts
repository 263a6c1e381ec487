import type { Feature } from '../../app/feature.ts';
import { claimAll, claimTouches } from './claim-store.ts';
import { foldHeld } from './missed-store.ts';
import { claimMornings } from './morning-store.ts';
import { rescueNudges } from './nudge-store.ts';
import { planMoments } from './plan-store.ts';
import { sendJob } from './send.ts';
import { settleJob } from './settle.ts';
import { noteSettled, tellLeftOpen } from './told-store.ts';

export { type Because, parseBecause } from './because.ts';
export type { How, Stage } from './nudge-moment.ts';

/** The morning list, and the nudge at the moment itself. Due is a column; the sweep looks, the job sends. */
export const reminders: Feature = {
  name: 'reminders',
  jobs: (services) => [sendJob(services), settleJob(services)],
  sweep:
    ({ system }) =>
    async (now) =>
      (await planMoments(system, now)) +
      (await claimAll(() => claimTouches(system, now))) +
      (await claimAll(() => claimMornings(system, now))) +
      (await foldHeld(system, now)) +
      (await rescueNudges(system)),
  async on(event, { data, now }) {
    if (event.kind === 'message.replaced') return noteSettled(data, event.message, now);
    if (event.kind !== 'touch.logged') return;
    await tellLeftOpen(data, event.customerId, event.touchIds, now);
    for (const touchId of event.touchIds) await data.enqueue('reminders.settle', { workspaceId: data.workspaceId, touchId });
  },
};
