import { z } from 'zod';
import { changeCommand, type Feature, readCommand } from '../../app/feature.ts';
import { undeliveredCard } from './cards.ts';
import { tellJob } from './jobs.ts';
import { claimTold, findReaching, listUndelivered, tryAgain } from './store.ts';

const nothing = z.object({});
/** Once a day is told; so often it is looked. */
const everyMs = 60_000;

/** What did not reach its person, for the admin: why, and try again. */
export const undelivered: Feature = {
  name: 'undelivered',
  commands: [
    readCommand({
      name: 'undelivered',
      word: 'undelivered',
      who: 'admin',
      input: nothing,
      fromText: () => ({}),
      async run({ data, words, now }) {
        const card = undeliveredCard(await listUndelivered(data, now), await findReaching(data, now), words);
        return { kind: 'say', card, to: 'person' };
      },
    }),
    changeCommand({
      name: 'undelivered.again',
      who: 'admin',
      input: nothing,
      async run({ data, words, now }) {
        const count = await tryAgain(data, now);
        const notice = count === 0 ? undefined : words.undelivered.tried(count);
        const card = undeliveredCard(await listUndelivered(data, now), await findReaching(data, now), words, notice);
        return { kind: 'say', card, to: 'person', replaces: true };
      },
    }),
  ],
  jobs: (services) => [tellJob(services)],
  sweep: ({ system }) => {
    let lookedMs = 0;
    return async (now) => {
      if (Math.abs(now.getTime() - lookedMs) < everyMs) return 0;
      lookedMs = now.getTime();
      return claimTold(system, now);
    };
  },
};
