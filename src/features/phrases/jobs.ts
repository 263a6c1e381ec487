import type { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import { fetchText, fileData } from '../../app/fetch-text.ts';
import type { Services } from '../../app/services.ts';
import { textCard } from '../../chat/text-card.ts';
import type { Job } from '../../queue.ts';
import { findReach } from '../people/index.ts';
import { trialCard } from './cards.ts';
import { tryAndKeep } from './commands.ts';
import { mostPhrases } from './phrase.ts';

/** Reads a file of phrases, tries them, and asks whether to switch them on. */
export function readPhrasesJob(services: Services): Job<z.infer<typeof fileData>> {
  return {
    name: 'phrases.read',
    data: fileData,
    async run(data, { last }) {
      const scope = services.system.scope(data.workspaceId);
      const reach = await findReach(scope, data.personId);
      if (!reach) return;
      const { name } = data.file;
      const fetched = await fetchText(services, data, last);
      if (typeof fetched !== 'string') {
        await deliver(services, reach, ({ review }) =>
          textCard(fetched.fault === 'gone' ? review.fileGone(name) : review.unreadable(name)),
        );
        return;
      }
      if (fetched.split('\n').length > mostPhrases + 1) {
        await deliver(services, reach, ({ phrases }) => textCard(phrases.tooLarge(name, mostPhrases)));
        return;
      }
      const at = { newId: services.newId, now: services.clock.now(), personId: data.personId };
      const { trial, trialId } = await scope.transaction((tx) => tryAndKeep(tx, fetched, at));
      await deliver(services, reach, (words) => trialCard(trial, trialId, words));
    },
  };
}
