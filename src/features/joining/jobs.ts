import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import type { Services } from '../../app/services.ts';
import { PlatformError } from '../../chat/platform.ts';
import { textCard } from '../../chat/text-card.ts';
import { type Job, RetryAfter } from '../../queue.ts';
import { findAccount, findReach, listAdmins } from '../people/index.ts';
import { askedCard } from './cards.ts';
import { findAsking } from './store.ts';

const handshake = z.object({ workspaceId: z.uuid(), handshakeId: z.uuid() });
const tell = z.object({ ...handshake.shape, personId: z.uuid() });

/** What the platform does not take now it is given later; who cannot be reached at all finds it out by typing `join` again. */
async function told(sending: Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.kind === 'limited' || error.kind === 'down') throw new RetryAfter(error.retryAfter ?? 30, error);
  }
}

/** Each admin is told in a job of their own, so that one who cannot be reached keeps nobody else from hearing it. */
export function askedJob({ system }: Services): Job<z.infer<typeof handshake>> {
  return {
    name: 'joining.asked',
    data: handshake,
    async run(data) {
      await system.scope(data.workspaceId).transaction(async (tx) => {
        for (const { id } of await listAdmins(tx)) await tx.enqueue('joining.tell-admin', { ...data, personId: id });
      });
    },
  };
}

export function tellAdminJob(services: Services): Job<z.infer<typeof tell>> {
  return {
    name: 'joining.tell-admin',
    data: tell,
    async run({ workspaceId, handshakeId, personId }) {
      const scope = services.system.scope(workspaceId);
      const found = await findAsking(scope, handshakeId, services.clock.now());
      const reach = await findReach(scope, personId);
      if (!found || !('open' in found) || reach?.person.role !== 'admin') return;
      await told(deliver(services, reach, (words) => askedCard(found.open, words), `join:${handshakeId}:${personId}`));
    },
  };
}

/** Tells who asked what became of it, wherever their workspace is now. */
export function decidedJob(services: Services): Job<z.infer<typeof handshake>> {
  return {
    name: 'joining.decided',
    data: handshake,
    async run({ workspaceId, handshakeId }) {
      const found = await findAsking(services.system.scope(workspaceId), handshakeId, services.clock.now());
      if (!found || 'open' in found) return;
      const { asking, closed } = found;
      const there = await findAccount(services.system, asking);
      if (!there?.person) return;
      const { platform, team, account } = asking;
      const { workspace, person } = there;
      const say = (words: Parameters<Parameters<typeof deliver>[2]>[0]) =>
        textCard(closed === 'done' ? words.joining.welcome(workspace.name) : words.joining.turnedDown);
      await told(deliver(services, { platform, team, account, person }, say, `joined:${handshakeId}`));
    },
  };
}
