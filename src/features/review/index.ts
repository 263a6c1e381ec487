import type { Feature } from '../../app/feature.ts';
import { reviewCommands } from './commands.ts';
import { courtCommands } from './court-commands.ts';
import { readReplyJob, tellDemotedJob } from './jobs.ts';

/** The coach: may this reply be sent? And the court where its rules are disputed. */
export const review: Feature = {
  name: 'review',
  commands: [...reviewCommands, ...courtCommands],
  jobs: (services) => [readReplyJob(services), tellDemotedJob(services)],
};
