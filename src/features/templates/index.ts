import type { Feature } from '../../app/feature.ts';
import { templateCommands } from './commands.ts';

export { listTemplates, renewCoach } from './store.ts';

/** How a team hands a complaint back before it answers: the order of slots and their wordings (playbook: P24). */
export const templates: Feature = { name: 'templates', commands: templateCommands };
