import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import type { Services } from '../../app/services.ts';
import { PlatformError } from '../../chat/platform.ts';
import { type Job, RetryAfter } from '../../queue.ts';
import { findReach } from '../people/index.ts';
import { confirmCard, proposalCard } from './cards.ts';
import { findQuestion, proposeTwin } from './store.ts';

const personData = z.object({ workspaceId: z.uuid(), personId: z.uuid() });
const questionData = z.object({ workspaceId: z.uuid(), handshakeId: z.uuid() });

/** Looks whether somebody is there under another account already. */
export function proposeJob({ system, clock, newId }: Services): Job<z.infer<typeof personData>> {
  return {
    name: 'linking.propose',
    data: personData,
    async run({ workspaceId, personId }) {
      await system.scope(workspaceId).transaction(async (tx) => {
        const handshakeId = await proposeTwin(tx, personId, newId(), clock.now());
        if (handshakeId) await tx.enqueue('linking.ask', { workspaceId, handshakeId });
      });
    },
  };
}

/** Asks whoever is to answer now, in their own conversation with the bot. */
export function askJob(services: Services): Job<z.infer<typeof questionData>> {
  const { system, clock } = services;
  return {
    name: 'linking.ask',
    data: questionData,
    async run({ workspaceId, handshakeId }) {
      const scope = system.scope(workspaceId);
      const question = await findQuestion(scope, handshakeId, clock.now());
      if (!question || question.state === 'closed') return;
      const first = question.state === 'open';
      const reach = await findReach(scope, (first ? question.from : question.to).id);
      if (!reach) return;
      try {
        await deliver(
          services,
          reach,
          (words) => (first ? proposalCard(question, words) : confirmCard(question, words)),
          `link:${question.state}:${handshakeId}`,
        );
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        // Who cannot be reached there links by a code instead.
        if (error.kind === 'limited' || error.kind === 'down') throw new RetryAfter(error.retryAfter ?? 30, error);
      }
    },
  };
}
