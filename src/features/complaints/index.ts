import type { Feature } from '../../app/feature.ts';
import { complaintItem } from './cards.ts';
import { recordCommands } from './commands.ts';
import { giveCommands } from './give-commands.ts';
import { tellJob } from './jobs.ts';
import { stepCommands } from './step-commands.ts';
import { answeredBy, findComplaint, listComplaints } from './store.ts';

export type { Complaint } from './complaint.ts';
export { findComplaint } from './store.ts';

/** As many as a phone shows beside the rest of a home or a customer's card. */
const shown = 3;

/** A complaint is a gift: kept in the customer's words, led through five steps, learnt from (playbook: P20 to P32). */
export const complaints: Feature = {
  name: 'complaints',
  commands: [...recordCommands, ...stepCommands, ...giveCommands],
  jobs: (services) => [tellJob(services)],
  async on(event, { data, person, newId }) {
    if (event.kind !== 'touch.logged') return;
    // The customer heard from us; until it is solved they hear again (playbook: P19).
    for (const { id } of await answeredBy(data, event.touchIds)) {
      const complaint = await findComplaint(data, { id });
      if (!complaint) continue;
      const told = { workspaceId: data.workspaceId, what: newId(), kind: 'next', complaintId: id, byId: person.id };
      await data.enqueue('complaints.tell', { ...told, personId: complaint.rep.id });
    }
  },
  async homeSection(context) {
    const { total, complaints: open } = await listComplaints(context.data, { repId: context.person.id }, shown);
    if (total === 0) return [];
    const say = context.words.complaints;
    return [
      { kind: 'text', line: [{ bold: say.onHome }] },
      ...open.map((complaint) => complaintItem(complaint, context)),
      ...(total > shown ? [{ kind: 'note' as const, line: say.more(total - shown) }] : []),
    ];
  },
  async customerSection(context, customerId) {
    const { complaints: open } = await listComplaints(context.data, { customerId, all: true }, shown);
    if (open.length === 0) return [];
    return [
      { kind: 'text', line: [{ bold: context.words.complaints.onCustomer }] },
      ...open.map((complaint) => complaintItem(complaint, context)),
    ];
  },
};
