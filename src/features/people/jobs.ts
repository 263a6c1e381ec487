import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import type { Services } from '../../app/services.ts';
import { PlatformError } from '../../chat/platform.ts';
import { type Job, RetryAfter } from '../../queue.ts';
import { askedCard, welcomeCard } from './cards.ts';
import { findReach, listAdmins, noteUnwelcomed, noteWelcomed, refreshPerson, setRole } from './store.ts';

const personData = z.object({ workspaceId: z.uuid(), personId: z.uuid() });

/** Reads the newcomer's profile, then greets them, once. A guest or bot that an admin named is taken out again. */
export function welcomeJob(services: Services): Job<z.infer<typeof personData>> {
  return {
    name: 'people.welcome',
    data: personData,
    async run({ workspaceId, personId }) {
      const scope = services.system.scope(workspaceId);
      const reach = await findReach(scope, personId);
      if (!reach) return;
      const profile = await services.platform(reach.platform).lookup('person', { team: reach.team, person: reach.account });
      const now = services.clock.now();
      const welcome = await scope.transaction(async (tx) => {
        await refreshPerson(tx, personId, profile, now);
        if (profile.kind === 'member') return noteWelcomed(tx, personId, now);
        await setRole(tx, personId, undefined, now);
        return false;
      });
      const fresh = welcome ? await findReach(scope, personId) : undefined;
      if (!fresh) return;
      try {
        await deliver(services, fresh, (words, person) => welcomeCard(person, words), `welcome:${personId}`);
      } catch (error) {
        if (!(error instanceof PlatformError) || (error.kind !== 'limited' && error.kind !== 'down')) throw error;
        await scope.transaction((tx) => noteUnwelcomed(tx, personId));
        throw new RetryAfter(error.retryAfter ?? 30, error);
      }
    },
  };
}

export function tellAdminsJob(services: Services): Job<z.infer<typeof personData>> {
  return {
    name: 'people.tell-admins',
    data: personData,
    async run({ workspaceId, personId }) {
      const scope = services.system.scope(workspaceId);
      const asking = await findReach(scope, personId);
      if (!asking) return;
      for (const admin of await listAdmins(scope)) {
        const reach = await findReach(scope, admin.id);
        const about = { id: personId, name: asking.person.name, account: asking.account };
        if (reach) await deliver(services, reach, (words) => askedCard(about, words), `asked:${personId}:${admin.id}`);
      }
    },
  };
}
