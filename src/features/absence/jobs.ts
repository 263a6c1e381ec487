import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { deliverOnce } from '../../app/deliver-once.ts';
import type { Services } from '../../app/services.ts';
import type { Card } from '../../chat/card.ts';
import type { Job } from '../../queue.ts';
import type { Scope } from '../../store/index.ts';
import { findTouch } from '../followups/index.ts';
import { findHearing, findMember, findReach } from '../people/index.ts';
import { type DoneMeanwhile, givenBackCard, returnedCard, standInCard } from './cards.ts';
import { doneFor, dueBy, endAway } from './store.ts';

const personData = z.object({ workspaceId: z.uuid(), personId: z.uuid() });
const backData = personData.extend({
  standInId: z.uuid().optional(),
  since: z.iso.datetime(),
  returned: z.number(),
  /** Who of the two is told. */
  to: z.enum(['owner', 'standIn']).default('owner'),
});

const shownDone = 15;

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;

/** Tells somebody, patiently; who is not in the team is told nothing. */
async function tell(services: Services, scope: Scope, personId: string, key: string, card: (look: Look) => Card): Promise<void> {
  const reach = await findReach(scope, personId);
  if (!reach?.person.role) return;
  const now = services.clock.now();
  await deliverOnce(services, scope, reach, (words, person) => card({ words, person, now }), key);
}

/** The absence has begun: the stand-in hears whose list they have. */
export function begunJob(services: Services): Job<z.infer<typeof personData>> {
  return {
    name: 'absence.begun',
    data: personData,
    async run({ workspaceId, personId }) {
      const scope = services.system.scope(workspaceId);
      const owner = await findMember(scope, personId);
      const away = (await findHearing(scope, personId))?.away;
      if (!owner || !away?.standInId) return;
      const { touches } = await dueBy(scope, personId, away.until);
      await tell(services, scope, away.standInId, `absence:${personId}:${away.from}:${away.until}:${away.standInId}`, (look) =>
        standInCard(owner.name, away.until, touches, look),
      );
    },
  };
}

/** The last day away is over: the list goes back, and both hear of it. */
export function overJob({ system, clock }: Services): Job<z.infer<typeof personData>> {
  return {
    name: 'absence.over',
    data: personData,
    async run({ workspaceId, personId }) {
      const now = clock.now();
      await system.scope(workspaceId).transaction(async (tx) => {
        const ended = await endAway(tx, personId, now);
        if (!ended) return;
        const { standInId, since, returned } = ended;
        await tx.enqueue('absence.tell-back', {
          workspaceId,
          personId,
          returned,
          ...(standInId ? { standInId } : {}),
          since: (since ?? now).toISOString(),
        });
      });
    },
  };
}

/** Who comes back hears what was done meanwhile; the stand-in, that it is over. */
export function tellBackJob(services: Services): Job<z.infer<typeof backData>> {
  return {
    name: 'absence.tell-back',
    data: backData,
    async run({ workspaceId, personId, standInId, since, returned, to }) {
      const scope = services.system.scope(workspaceId);
      const [owner, standIn] = [await findMember(scope, personId), standInId ? await findMember(scope, standInId) : undefined];
      if (!owner) return;
      if (to === 'standIn') {
        if (standInId)
          await tell(services, scope, standInId, `absence:end:${personId}:${since}`, (look) =>
            givenBackCard(owner.name, returned, look),
          );
        return;
      }
      const closed = await doneFor(scope, personId, new Date(since), shownDone + 1);
      const done: DoneMeanwhile[] = [];
      for (const { touchId, outcome } of closed.slice(0, shownDone)) {
        const touch = await findTouch(scope, touchId);
        if (touch) done.push({ touch, outcome });
      }
      if (standInId)
        await scope.transaction((tx) =>
          tx.enqueue('absence.tell-back', { workspaceId, personId, standInId, since, returned, to: 'standIn' }),
        );
      await tell(services, scope, personId, `absence:back:${personId}:${since}`, (look) =>
        returnedCard(standIn?.name, done, closed.length > shownDone, returned, look),
      );
    },
  };
}
