import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import type { Reply } from '../../chat/platform.ts';
import { give, memberBy } from '../handover/index.ts';
import { type Complaint, mostNote } from './complaint.ts';
import { giveForm } from './form-cards.ts';
import type { Told } from './jobs.ts';
import { complaintOr, showComplaint } from './show.ts';
import { changeComplaint, touchesOf } from './store.ts';

const which = z.object({ complaintId: z.uuid() });

async function tell(
  { data, newId, person }: ChangeContext,
  told: Pick<Told, 'kind' | 'complaintId' | 'personId' | 'story'>,
): Promise<void> {
  await data.enqueue('complaints.tell', { workspaceId: data.workspaceId, what: newId(), byId: person.id, ...told });
}

/** A warm hand-over: asked for with the whole story; it stays where it is until the other says yes (playbook: P32). */
async function offer(
  context: ChangeContext,
  complaintId: string,
  { account, story }: { readonly account: string; readonly story?: string | undefined },
): Promise<Reply> {
  const { data, person, now, newId, words } = context;
  const complaint = await complaintOr(context, complaintId);
  const to = await memberBy(context, account);
  if (to.id === complaint.rep.id) throw new UserError('alreadyTheirs', [to.name], 'account');
  const note = { id: newId(), personId: person.id, kind: 'offered' as const, text: story ? `${to.name}: ${story}` : to.name };
  await changeComplaint(data, complaintId, { offeredToId: to.id }, note, now);
  await tell(context, { kind: 'offered', complaintId, personId: to.id, ...(story ? { story } : {}) });
  return showComplaint(context, complaintId, [words.complaints.done.offered(to.name)]);
}

/** Only whom it was offered to answers, and once. */
async function offered(context: ChangeContext, complaintId: string): Promise<Complaint> {
  const complaint = await complaintOr(context, complaintId);
  if (complaint.offeredTo?.id !== context.person.id) throw new UserError('staleButton', []);
  return complaint;
}

async function take(context: ChangeContext, complaintId: string): Promise<Reply> {
  const { data, person, now, newId, words } = context;
  const complaint = await offered(context, complaintId);
  const { customer, number, rep } = complaint;
  const touchIds = await touchesOf(data, complaint);
  await changeComplaint(
    data,
    complaintId,
    { repId: person.id, offeredToId: null },
    { id: newId(), personId: person.id, kind: 'taken' },
    now,
  );
  if (touchIds.length > 0) await give(context, touchIds, customer.id, { ...person, role: person.role }, false);
  await tell(context, { kind: 'taken', complaintId, personId: rep.id });
  return showComplaint(context, complaintId, [words.complaints.yours(number, customer.name)]);
}

async function decline(context: ChangeContext, complaintId: string): Promise<Reply> {
  const { data, person, now, newId } = context;
  const { rep } = await offered(context, complaintId);
  await changeComplaint(data, complaintId, { offeredToId: null }, { id: newId(), personId: person.id, kind: 'declined' }, now);
  await tell(context, { kind: 'declined', complaintId, personId: rep.id });
  return showComplaint(context, complaintId, []);
}

export const giveCommands: readonly Command[] = [
  readCommand({
    name: 'complaint.give.form',
    who: 'rep',
    input: which,
    opensForm: () => true,
    run: async (context, { complaintId }) => ({ kind: 'form', form: giveForm(await complaintOr(context, complaintId), context) }),
  }),
  changeCommand({
    name: 'complaint.give',
    who: 'rep',
    input: which.extend({ account: z.string().min(1), story: z.string().trim().max(mostNote).optional() }),
    run: (context, { complaintId, ...to }) => offer(context, complaintId, to),
  }),
  changeCommand({
    name: 'complaint.take',
    who: 'rep',
    input: which,
    run: (context, { complaintId }) => take(context, complaintId),
  }),
  changeCommand({
    name: 'complaint.decline',
    who: 'rep',
    input: which,
    run: (context, { complaintId }) => decline(context, complaintId),
  }),
];
