import type { Feature } from '../../app/feature.ts';
import { linkingCommands } from './commands.ts';
import { askJob, proposeJob } from './jobs.ts';

/** Whoever has an account on each of two platforms is one person, once both sides have said so. */
export const linking: Feature = {
  name: 'linking',
  commands: linkingCommands,
  jobs: (services) => [proposeJob(services), askJob(services)],
};
