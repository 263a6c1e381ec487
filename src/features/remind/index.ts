import type { Feature } from '../../app/feature.ts';
import { remindCommands } from './commands.ts';

/** One-off follow-ups in a person's own words, shown back before they are kept. */
export const remind: Feature = { name: 'remind', commands: remindCommands };
