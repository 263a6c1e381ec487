import { z } from 'zod';
import type { Feature } from '../../app/feature.ts';
import type { Services } from '../../app/services.ts';
import { languages } from '../../languages/index.ts';
import type { Job } from '../../queue.ts';
import { findTouch } from '../followups/index.ts';
import { findMember } from '../people/index.ts';
import { settledCard } from './cards.ts';
import { rescueNudges, sentNudges } from './nudge-store.ts';
import { sendJob } from './send.ts';
import { claimAll, claimMornings, claimTouches } from './store.ts';

const settleData = z.object({ workspaceId: z.uuid(), touchId: z.uuid(), except: z.string().optional() });

/** Takes the buttons off nudges whose touch was dealt with elsewhere. */
function settleJob(services: Services): Job<z.infer<typeof settleData>> {
  return {
    name: 'reminders.settle',
    data: settleData,
    async run({ workspaceId, touchId, except }) {
      const scope = services.system.scope(workspaceId);
      const touch = await findTouch(scope, touchId);
      if (!touch || touch.state === 'open') return;
      for (const { platform, team, ref, personId } of await sentNudges(scope, touchId)) {
        if (ref.message === except) continue;
        const words = languages[(await findMember(scope, personId))?.language ?? 'en'];
        await services.platform(platform).update(team, ref, settledCard(touch, { words }), { words: words.chat });
      }
    },
  };
}

/** The morning list, and the nudge at the moment itself. Due is a column; the sweep looks, the job sends. */
export const reminders: Feature = {
  name: 'reminders',
  jobs: (services) => [sendJob(services), settleJob(services)],
  sweep:
    ({ system }) =>
    async (now) =>
      (await claimAll(() => claimTouches(system, now))) +
      (await claimAll(() => claimMornings(system, now))) +
      (await rescueNudges(system)),
  async on(event, { data, inbound }) {
    if (event.kind !== 'touch.logged' || event.touchId === undefined) return;
    const except = inbound.origin?.message;
    await data.enqueue('reminders.settle', {
      workspaceId: data.workspaceId,
      touchId: event.touchId,
      ...(except ? { except } : {}),
    });
  },
};
