import { z } from 'zod';
import { deliverOnce } from '../../app/deliver-once.ts';
import type { Services } from '../../app/services.ts';
import { languages } from '../../languages/index.ts';
import type { Job } from '../../queue.ts';
import { findReach } from '../people/index.ts';
import { undeliveredCard } from './cards.ts';
import { findReaching, listUndelivered } from './store.ts';

const tellData = z.object({ workspaceId: z.uuid(), personId: z.uuid(), day: z.string() });

/** Tells an admin what was not delivered. Where that fails too, the doctor still knows; so it becomes no failure of its own. */
export function tellJob(services: Services): Job<z.infer<typeof tellData>> {
  return {
    name: 'undelivered.tell',
    data: tellData,
    foundAgain: true,
    async run({ workspaceId, personId, day }) {
      const scope = services.system.scope(workspaceId);
      const reach = await findReach(scope, personId);
      const list = await listUndelivered(scope, services.clock.now());
      if (reach?.person.role !== 'admin' || list.length === 0) return;
      const reaching = await findReaching(scope, services.clock.now());
      const words = languages[reach.person.language];
      await deliverOnce(services, scope, reach, () => undeliveredCard(list, reaching, words), `undelivered:${day}:${personId}`);
    },
  };
}
