import { z } from 'zod';
import { deliverOnce } from '../../app/deliver-once.ts';
import type { Services } from '../../app/services.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import type { Job } from '../../queue.ts';
import { findReach, listMembers } from '../people/index.ts';
import { aboutCard, askNextCard, type Look, offerCard } from './cards.ts';
import { type Complaint, isOpen } from './complaint.ts';
import { findComplaint } from './store.ts';

const toldData = z.object({
  workspaceId: z.uuid(),
  /** The same for everybody who is told of one thing. */
  what: z.string(),
  kind: z.enum(['offered', 'taken', 'declined', 'next']),
  complaintId: z.uuid(),
  personId: z.uuid(),
  byId: z.uuid().optional(),
  story: z.string().optional(),
});
export type Told = z.infer<typeof toldData>;

/** What to say; nothing where it is settled meanwhile. */
function cardFor(told: Told, complaint: Complaint, by: string): ((look: Look) => Card) | undefined {
  const { number, customer } = complaint;
  switch (told.kind) {
    case 'offered':
      return complaint.offeredTo?.id === told.personId ? (look) => offerCard(complaint, told.story, by, look) : undefined;
    case 'taken':
      return (look) => {
        const { complaints } = look.words;
        return aboutCard(
          complaint,
          [complaints.taken(by, number, customer.name), complaints.tellCustomer(customer.name, by)],
          look,
        );
      };
    case 'declined':
      return (look) => aboutCard(complaint, [look.words.complaints.declined(by, number)], look);
    case 'next':
      return isOpen(complaint) && !complaint.answer ? (look) => askNextCard(complaint, look) : undefined;
  }
}

/** Tells one person of one thing about a complaint, in their own conversation. */
export function tellJob(services: Services): Job<Told> {
  return {
    name: 'complaints.tell',
    data: toldData,
    async run(told) {
      const scope = services.system.scope(told.workspaceId);
      const complaint = await findComplaint(scope, { id: told.complaintId });
      const reach = await findReach(scope, told.personId);
      if (!complaint || !reach?.person.role) return;
      const by = (await listMembers(scope)).find(({ id }) => id === told.byId)?.name ?? '';
      const card = cardFor(told, complaint, by);
      if (!card) return;
      const now = services.clock.now();
      const sayTo: Parameters<typeof deliverOnce>[3] = (words, person) =>
        card({ words, person, now, today: dateIn(person.zone, now) });
      await deliverOnce(services, scope, reach, sayTo, `complaint:${told.what}:${told.personId}`);
    },
  };
}
