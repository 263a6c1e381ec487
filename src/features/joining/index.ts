import type { Feature } from '../../app/feature.ts';
import { joiningCommands } from './commands.ts';
import { askedJob, decidedJob, tellAdminJob } from './jobs.ts';

/** Another chat workspace joins this one: by a code that an admin gives away, and confirms. */
export const joining: Feature = {
  name: 'joining',
  commands: joiningCommands,
  jobs: (services) => [askedJob(services), tellAdminJob(services), decidedJob(services)],
};
