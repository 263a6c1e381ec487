import type { Feature } from '../../app/feature.ts';
import { handoverCommands } from './commands.ts';
import { releaseJob, tellJob } from './jobs.ts';
import { poolCommands } from './pool.ts';
import { claimReleased } from './store.ts';

export { give, memberBy } from './give.ts';

/** Who has which follow-up: given to somebody else, handed over as a whole list, left in the pool, taken from it. */
export const handover: Feature = {
  name: 'handover',
  commands: [...handoverCommands, ...poolCommands],
  jobs: (services) => [releaseJob(services), tellJob(services)],
  sweep:
    ({ system }) =>
    (now) =>
      claimReleased(system, now),
};
