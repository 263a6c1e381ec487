import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import type { Feature } from '../../app/feature.ts';
import type { Services } from '../../app/services.ts';
import type { Job } from '../../queue.ts';
import { listCadences } from '../cadences/index.ts';
import { findCustomer } from '../customers/index.ts';
import { paceCommands } from './commands.ts';
import { hasComplaint, noteComplaint, pauseTouches, resumeTouches } from './pause-store.ts';
import { keepPace } from './store.ts';

export { dayBound } from './store.ts';
export { fullWeek } from './week-store.ts';

async function pause({ data, now, newId }: Pick<ChangeContext, 'data' | 'now' | 'newId'>, customerId: string): Promise<void> {
  const selling = (await listCadences(data)).filter(({ pauses }) => pauses).map(({ key }) => key);
  await pauseTouches(data, customerId, selling, now, newId);
}

const pauseData = z.object({ workspaceId: z.uuid(), customerId: z.uuid() });

/** What the sweep of the cadences plans while a complaint is open waits as well. */
const pauseJob = ({ system, clock, newId }: Services): Job<z.infer<typeof pauseData>> => ({
  name: 'pace.pause',
  data: pauseData,
  run: ({ workspaceId, customerId }) =>
    system.scope(workspaceId).transaction(async (data) => {
      if (await hasComplaint(data, customerId)) await pause({ data, now: clock.now(), newId }, customerId);
    }),
});

/** Contact must not become a nuisance (playbook: P6): so many a week, and no selling while a complaint is open (P1). */
export const pace: Feature = {
  name: 'pace',
  commands: paceCommands,
  jobs: (services) => [pauseJob(services)],
  sweep:
    ({ system }) =>
    (now) =>
      keepPace(system, now),
  async on(event, context) {
    const { data, today, now, newId, workspace } = context;
    if (event.kind === 'complaint.opened' && (await noteComplaint(data, event.customerId, event.complaintId, true)))
      await pause(context, event.customerId);
    if (event.kind === 'complaint.solved' && (await noteComplaint(data, event.customerId, event.complaintId, false))) {
      const customer = await findCustomer(data, event.customerId);
      await resumeTouches(data, event.customerId, { today, now, newId, country: customer?.country ?? workspace.country });
    }
    // What is bought while a complaint is open plans its calls, and they wait too.
    if (event.kind === 'purchase.recorded') {
      if (await hasComplaint(data, event.customerId)) await pause(context, event.customerId);
    }
  },
};
