import type { Feature } from '../../app/feature.ts';
import { historyElements } from './cards.ts';
import { logCommands } from './commands.ts';
import { decideCommand } from './decide.ts';
import { listEntries } from './store.ts';

export { lastEntries, listEntries } from './store.ts';

/** What came of a contact, what follows from it, and how to take it back. */
export const log: Feature = {
  name: 'log',
  commands: [...logCommands, decideCommand],
  customerSection: async (context, customerId) => historyElements(await listEntries(context.data, customerId, 6), context),
};
