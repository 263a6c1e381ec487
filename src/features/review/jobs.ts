import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import { deliverOnce } from '../../app/deliver-once.ts';
import { UserError } from '../../app/errors.ts';
import { fetchText, fileData } from '../../app/fetch-text.ts';
import type { Services } from '../../app/services.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { cleanText } from '../../chat/clean-text.ts';
import { textCard } from '../../chat/text-card.ts';
import { languages } from '../../languages/index.ts';
import type { Job } from '../../queue.ts';
import { findReach, listMembers } from '../people/index.ts';
import { reviewCard } from './cards.ts';
import { demotedCard } from './court-cards.ts';
import { findDecision } from './court-store.ts';
import { readReviewText } from './read-review-text.ts';
import { reviewRequest } from './request.ts';
import { ruleNames } from './rule-names.ts';
import { checkAndCount } from './run-review.ts';

/** Reads a reply that came as a file, checks it and says so to its writer. The text is in memory only. */
export function readReplyJob(services: Services): Job<z.infer<typeof fileData>> {
  return {
    name: 'review.read',
    data: fileData,
    async run(data, { last }) {
      const scope = services.system.scope(data.workspaceId);
      const reach = await findReach(scope, data.personId);
      if (!reach) return;
      const { person } = reach;
      const words = languages[person.language];
      const { name } = data.file;
      const card = async (): Promise<Card> => {
        const text = await fetchText(services, data, last);
        if (typeof text !== 'string') return textCard(words.review[text.fault === 'gone' ? 'fileGone' : 'unreadable'](name));
        const read = readReviewText(cleanText(text));
        if (read.draft === '') return textCard(words.errors.draftMissing());
        const now = services.clock.now();
        const today = dateIn(person.zone, now);
        try {
          return reviewCard(
            await scope.transaction((tx) =>
              checkAndCount({ data: tx, person, now, today, advisor: services.advisor }, reviewRequest.parse(read)),
            ),
            words,
          );
        } catch (error) {
          if (error instanceof UserError) return textCard(error.say(words));
          throw error;
        }
      };
      const shown = await card();
      await deliver(services, reach, () => shown);
    },
  };
}

const decisionData = z.object({ workspaceId: z.uuid(), decisionId: z.uuid() });

/** Tells those who lead that a rule became a hint by itself. */
export function tellDemotedJob(services: Services): Job<z.infer<typeof decisionData>> {
  return {
    name: 'review.tell-demoted',
    data: decisionData,
    async run({ workspaceId, decisionId }) {
      const scope = services.system.scope(workspaceId);
      const decision = await findDecision(scope, decisionId);
      if (!decision) return;
      const name = await ruleNames(scope, [decision.rule]);
      for (const { id, role } of await listMembers(scope)) {
        const reach = role === 'manager' || role === 'admin' ? await findReach(scope, id) : undefined;
        if (reach)
          await deliverOnce(
            services,
            scope,
            reach,
            (words) => demotedCard(decision, name, { words }),
            `demoted:${decisionId}:${id}`,
          );
      }
    },
  };
}
