import { z } from 'zod';
import type { ReadContext } from '../../app/context.ts';
import { deliverOnce } from '../../app/deliver-once.ts';
import type { Services } from '../../app/services.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import type { Job } from '../../queue.ts';
import type { Scope } from '../../store/index.ts';
import { findCustomer } from '../customers/index.ts';
import { findTouch, type Touch } from '../followups/index.ts';
import { listEntries } from '../log/index.ts';
import { findReach, listMembers } from '../people/index.ts';
import { releasedCard } from './cards.ts';
import { findSomeone, loadOf, poolTouches } from './store.ts';
import { givenCard, goneCard, listGivenCard, type Story } from './story.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

const releaseData = z.object({ workspaceId: z.uuid(), personId: z.uuid() });
const toldData = releaseData.extend({
  /** The same for everybody who is told of one thing. */
  what: z.string(),
  kind: z.enum(['given', 'gone', 'listGiven', 'listGone', 'released']),
  /** Who did it; absent: nobody. */
  byId: z.uuid().optional(),
  fromId: z.uuid().optional(),
  toId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  touchIds: z.array(z.uuid()).optional(),
  touches: z.number().optional(),
  customers: z.number().optional(),
});
export type Told = z.infer<typeof toldData>;

async function storyOf(scope: Scope, { customerId, touchIds }: Told): Promise<Story | undefined> {
  const customer = customerId === undefined ? undefined : await findCustomer(scope, customerId);
  if (!customer) return undefined;
  const touches: Touch[] = [];
  for (const id of touchIds ?? []) {
    const touch = await findTouch(scope, id);
    if (touch?.state === 'open') touches.push(touch);
  }
  touches.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return touches.length === 0 ? undefined : { customer, touches, entries: await listEntries(scope, customer.id, 3) };
}

/** What to say; nothing where it is settled meanwhile. */
async function cardFor(scope: Scope, told: Told): Promise<((look: Look) => Card) | undefined> {
  const named = async (personId: string | undefined) =>
    personId === undefined ? undefined : await findSomeone(scope, { personId });
  const [by, from, to] = [await named(told.byId), await named(told.fromId), await named(told.toId)];
  const { touches = 0, customers = 0 } = told;
  switch (told.kind) {
    case 'given':
    case 'gone': {
      const story = await storyOf(scope, told);
      if (!story) return undefined;
      return told.kind === 'given'
        ? (look) => givenCard(by?.name ?? '', story, look)
        : (look) => goneCard(by?.name ?? '', to?.name ?? '', story, look);
    }
    case 'listGiven':
      return (look) => listGivenCard(look.words.handover.listGiven(by?.name ?? '', from?.name ?? '', touches, customers), look);
    case 'listGone':
      return (look) => listGivenCard(look.words.handover.listGone(by?.name ?? '', to?.name ?? '', touches, customers), look);
    case 'released':
      return from && ((look) => releasedCard(from, { touches, customers }, look));
  }
}

/** One job a person, so that whoever cannot be reached keeps nobody else from hearing of it. */
export function tellJob(services: Services): Job<Told> {
  return {
    name: 'handover.tell',
    data: toldData,
    async run(told) {
      const scope = services.system.scope(told.workspaceId);
      const reach = await findReach(scope, told.personId);
      // Who is not in the team is told nothing of its customers.
      if (!reach?.person.role) return;
      const card = await cardFor(scope, told);
      if (!card) return;
      const now = services.clock.now();
      await deliverOnce(
        services,
        scope,
        reach,
        (words, person) => card({ words, person, now, today: dateIn(person.zone, now) }),
        `handover:${told.what}:${told.personId}`,
      );
    },
  };
}

/** Somebody left: what is open goes to the pool, and those who lead hear of it. */
export function releaseJob({ system, clock }: Services): Job<z.infer<typeof releaseData>> {
  return {
    name: 'handover.release',
    data: releaseData,
    async run({ workspaceId, personId }) {
      await system.scope(workspaceId).transaction(async (tx) => {
        // Back in the team meanwhile: everything stays theirs.
        if ((await findSomeone(tx, { personId }))?.role) return;
        await poolTouches(tx, personId, clock.now());
        // Some may be in the pool already, put there by whoever looked first.
        const { touches, customers } = await loadOf(tx, personId);
        if (touches === 0) return;
        const members = await listMembers(tx);
        const managers = members.filter(({ role }) => role === 'manager');
        const leading = managers.length > 0 ? managers : members.filter(({ role }) => role === 'admin');
        const told = {
          workspaceId,
          what: `left:${personId}:${clock.now().getTime()}`,
          kind: 'released',
          fromId: personId,
          touches,
          customers,
        };
        for (const { id } of leading) await tx.enqueue('handover.tell', { ...told, personId: id });
      });
    },
  };
}
