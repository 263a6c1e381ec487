import { z } from 'zod';
import type { Services } from '../../app/services.ts';
import { PlatformError } from '../../chat/platform.ts';
import { languages } from '../../languages/index.ts';
import { type Job, RetryAfter } from '../../queue.ts';
import { findTouch } from '../followups/index.ts';
import { findMember } from '../people/index.ts';
import { allSettledCard, settledCard } from './cards.ts';
import { messageFor } from './message.ts';
import { noteSettled, standingNudges } from './told-store.ts';

const settleData = z.object({ workspaceId: z.uuid(), touchId: z.uuid() });

/** A message that is on its way is there in so many seconds, or is not sent. */
const onItsWay = 10;

/** Takes the buttons off nudges whose touch was dealt with elsewhere, moved or given away; a message of several is drawn again. */
export function settleJob(services: Services): Job<z.infer<typeof settleData>> {
  const { system, clock } = services;
  return {
    name: 'reminders.settle',
    data: settleData,
    async run({ workspaceId, touchId }) {
      const scope = system.scope(workspaceId);
      const touch = await findTouch(scope, touchId);
      if (!touch) return;
      const { sending, standing } = await standingNudges(scope, touchId);
      for (const { id, kind, stage, platform, team, ref, personId } of standing) {
        const person = await findMember(scope, personId);
        const words = languages[person?.language ?? 'en'];
        // What else the message tells of stays on it.
        const rest =
          person && (await messageFor(scope, { nudgeId: id, kind, stage, createdAt: clock.now() }, person, clock.now()));
        const look = { words, person: person ?? { zone: 'UTC', language: 'en' as const }, now: clock.now() };
        const card = rest ?? (kind === 'digest' ? allSettledCard(look) : settledCard(touch, personId, look));
        try {
          await services.platform(platform).update(team, ref, card, { words: words.chat });
        } catch (error) {
          if (!(error instanceof PlatformError)) throw error;
          if (error.kind === 'limited' || error.kind === 'down' || error.kind === 'unclear')
            throw new RetryAfter(error.retryAfter ?? 30, error);
        }
        if (!rest) await scope.transaction((tx) => noteSettled(tx, { id }, clock.now()));
      }
      if (sending) throw new RetryAfter(onItsWay);
    },
  };
}
