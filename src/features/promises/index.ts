import type { Feature } from '../../app/feature.ts';
import { movedElements } from './cards.ts';
import { promiseCommands } from './commands.ts';
import { brokenJob, tellJob } from './jobs.ts';
import { claimBroken, listMoves } from './store.ts';

export { type Due, dueOf, hasPassed, warnMs } from './promise.ts';
export { addPromise } from './store.ts';

const shownMoves = 3;

/** Dated promises: never moved silently, warned of before they break, seen by managers when broken (playbook: P18, P19). */
export const promises: Feature = {
  name: 'promises',
  commands: promiseCommands,
  jobs: (services) => [brokenJob(services), tellJob(services)],
  sweep:
    ({ system }) =>
    (now) =>
      claimBroken(system, now),
  customerSection: async (context, customerId) => movedElements(await listMoves(context.data, customerId, shownMoves), context),
};
