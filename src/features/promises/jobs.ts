import { z } from 'zod';
import { deliverOnce } from '../../app/deliver-once.ts';
import type { Services } from '../../app/services.ts';
import type { Job } from '../../queue.ts';
import { findTouch } from '../followups/index.ts';
import { findReach, listMembers } from '../people/index.ts';
import { brokenCard } from './cards.ts';
import { isBroken } from './store.ts';

const brokenData = z.object({ workspaceId: z.uuid(), touchId: z.uuid() });
const tellData = brokenData.extend({ personId: z.uuid() });

/** One job a manager, so that whoever cannot be reached keeps nobody else from hearing of it. */
export function brokenJob({ system }: Services): Job<z.infer<typeof brokenData>> {
  return {
    name: 'promises.broken',
    data: brokenData,
    async run({ workspaceId, touchId }) {
      const scope = system.scope(workspaceId);
      const touch = await findTouch(scope, touchId);
      if (touch?.state !== 'open') return;
      const members = await listMembers(scope);
      const others = members.filter(({ id }) => id !== touch.repId);
      const managers = others.filter(({ role }) => role === 'manager');
      // Where nobody else manages, a broken promise is still seen by somebody.
      const leading = managers.length > 0 ? managers : others.filter(({ role }) => role === 'admin');
      await scope.transaction(async (tx) => {
        for (const { id: personId } of leading) await tx.enqueue('promises.tell', { workspaceId, touchId, personId });
      });
    },
  };
}

export function tellJob(services: Services): Job<z.infer<typeof tellData>> {
  return {
    name: 'promises.tell',
    data: tellData,
    async run({ workspaceId, touchId, personId }) {
      const scope = services.system.scope(workspaceId);
      const touch = await findTouch(scope, touchId);
      const reach = await findReach(scope, personId);
      // Kept or moved since, or no manager any more.
      if (!touch || !(await isBroken(scope, touchId)) || !reach?.person.role || reach.person.role === 'rep') return;
      const now = services.clock.now();
      // One that was moved and is broken again is told again.
      const key = `broken:${touchId}:${touch.dueAt?.toISOString() ?? touch.dueOn}:${personId}`;
      await deliverOnce(services, scope, reach, (words, person) => brokenCard(touch, { words, person, now }), key);
    },
  };
}
