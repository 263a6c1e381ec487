import type { ReadContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import type { Reply } from '../../chat/platform.ts';
import type { LanguageCode } from '../../languages/index.ts';
import { findCustomer } from '../customers/index.ts';
import { teamCoach } from '../phrases/index.ts';
import { complaintCard } from './cards.ts';
import { type Complaint, isOpen } from './complaint.ts';
import { findComplaint, listNotes } from './store.ts';

const shownNotes = 5;

/** The complaint, or what to do where it is gone. */
export async function complaintOr(context: ReadContext, complaintId: string): Promise<Complaint> {
  const complaint = await findComplaint(context.data, { id: complaintId });
  if (!complaint) throw new UserError('complaintGone', []);
  return complaint;
}

const languageOf = (words: string): LanguageCode =>
  /\p{Script=Hangul}/u.test(words) ? 'ko' : /\p{Script=Han}/u.test(words) ? 'zh' : 'en';

/** The problem said back as the team does it, filled from the customer's words and file (playbook: P24). */
async function sayBack({ data }: ReadContext, { customer: { id }, words, product }: Complaint): Promise<string | undefined> {
  const customer = await findCustomer(data, id);
  const coach = await teamCoach(data);
  const file = { ...(customer && { name: customer.name }), ...(product === undefined ? {} : { product }) };
  return coach.review('', { complaint: words, language: languageOf(words), file }).template?.filled;
}

/** Where a button stood the card takes its place; what was typed is answered anew. */
export async function showComplaint(context: ReadContext, complaintId: string, notice: readonly string[] = []): Promise<Reply> {
  const complaint = await complaintOr(context, complaintId);
  const notes = await listNotes(context.data, complaintId, shownNotes);
  const shown = { complaint, notes, notice, sayBack: isOpen(complaint) ? await sayBack(context, complaint) : undefined };
  const { via } = context.inbound;
  return { kind: 'say', card: complaintCard(shown, context), to: 'person', replaces: via === 'button' || via === 'form' };
}
