import type { Feature } from '../../app/feature.ts';
import { absenceCommands } from './commands.ts';
import { begunJob, overJob, tellBackJob } from './jobs.ts';
import { turnAbsences } from './store.ts';

/** Away until a day: a stand-in has what falls due, and gives it back. */
export const absence: Feature = {
  name: 'absence',
  commands: absenceCommands,
  jobs: (services) => [begunJob(services), overJob(services), tellBackJob(services)],
  sweep:
    ({ system }) =>
    (now) =>
      turnAbsences(system, now),
};
