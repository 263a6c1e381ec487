import { z } from 'zod';
import { deliverOnce } from '../../app/deliver-once.ts';
import type { Services } from '../../app/services.ts';
import { PlatformError } from '../../chat/platform.ts';
import { type Job, RetryAfter } from '../../queue.ts';
import { askedCard, welcomeCard } from './cards.ts';
import { findReach } from './reach-store.ts';
import { listAdmins, listMembers, noteWelcomed, refreshPerson, setRole } from './store.ts';

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
      await scope.transaction(async (tx) => {
        await refreshPerson(tx, personId, profile, now);
        if (profile.kind !== 'member') await setRole(tx, personId, undefined, now);
      });
      const fresh = await findReach(scope, personId);
      if (profile.kind !== 'member' || !fresh || fresh.person.welcomed) return;
      await deliverOnce(services, scope, fresh, (words, person) => welcomeCard(person, words), `welcome:${personId}`);
      await scope.transaction((tx) => noteWelcomed(tx, personId, now));
    },
  };
}

/** Somebody could not be reached: whom the platform does not know any more has left, and what they had goes to the pool. */
export function lookJob(services: Services): Job<z.infer<typeof personData>> {
  return {
    name: 'people.look',
    data: personData,
    async run({ workspaceId, personId }) {
      const scope = services.system.scope(workspaceId);
      const reach = await findReach(scope, personId);
      if (!reach) return;
      const ask = { team: reach.team, person: reach.account };
      const profile = await services
        .platform(reach.platform)
        .lookup('person', ask)
        .catch((error: unknown) => {
          if (error instanceof PlatformError && error.kind === 'gone') return undefined;
          if (!(error instanceof PlatformError) || (error.kind !== 'limited' && error.kind !== 'down')) throw error;
          throw new RetryAfter(error.retryAfter ?? 30, error);
        });
      const { name, zone, language: locale } = reach.person;
      const last = { id: reach.account, name, zone, locale, admin: false, kind: 'gone' as const };
      await scope.transaction((tx) => refreshPerson(tx, personId, profile ?? last, services.clock.now()));
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
      const asked = (await listMembers(scope)).find(({ id }) => id === personId);
      for (const admin of await listAdmins(scope)) {
        const reach = await findReach(scope, admin.id);
        const about = { id: personId, name: asking.person.name, account: asking.account };
        const key = `asked:${personId}:${admin.id}:${asked?.askedAt?.getTime() ?? 0}`;
        if (reach) await deliverOnce(services, scope, reach, (words) => askedCard(about, words), key);
      }
    },
  };
}
