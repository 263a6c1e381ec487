import type { Feature } from '../../app/feature.ts';
import { importCommands } from './commands.ts';
import { previewJob, runJob } from './jobs.ts';
import { resumeLost } from './store.ts';

export { problemText } from './cards.ts';
export type { Outcome, Preview, Unreadable } from './preview.ts';
export { previewImport } from './preview-import.ts';
export type { ImportOptions, OpenSource } from './read-file.ts';
export { type OnProgress, runImport } from './run-import.ts';

/** Customers and purchases from files: shown first, then all of it or nothing, and twice is once. */
export const imports: Feature = {
  name: 'imports',
  commands: importCommands,
  jobs: (services) => [previewJob(services), runJob(services)],
  sweep:
    ({ system }) =>
    (now) =>
      resumeLost(system, now),
};
