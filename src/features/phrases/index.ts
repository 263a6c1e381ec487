import type { Feature } from '../../app/feature.ts';
import { phraseCommands } from './commands.ts';
import { readPhrasesJob } from './jobs.ts';

export { findPhrase } from './store.ts';
export { teamCoach } from './team-coach.ts';

/** What a team does not say, or allows: tried before it is switched on, then part of its coach. */
export const phrases: Feature = {
  name: 'phrases',
  commands: phraseCommands,
  jobs: (services) => [readPhrasesJob(services)],
};
