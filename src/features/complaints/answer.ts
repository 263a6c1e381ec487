import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { touchWhen } from '../followups/index.ts';
import { addPromise, dueOf, hasPassed } from '../promises/index.ts';
import { changeComplaint, findComplaint } from './store.ts';

/**
 * Promises the customer an answer by a day and, better, an hour: a promise like any other, warned of before it breaks
 * (playbook: P19). Gives when, as it is said; undefined where no day is named. One that stands already is moved as promises
 * are, with a reason.
 */
export async function promiseAnswer(
  context: ChangeContext,
  complaintId: string,
  { on, time }: { readonly on?: string | undefined; readonly time?: string | undefined },
): Promise<string | undefined> {
  if (on === undefined || on === '') return undefined;
  const { data, person, now, today, words, newId } = context;
  const complaint = await findComplaint(data, { id: complaintId });
  if (!complaint) throw new UserError('complaintGone', []);
  if (complaint.answer) throw new UserError('staleButton', []);
  const due = dueOf(on, time, person.zone);
  if (hasPassed(due, now, today)) throw new UserError('inThePast', [], 'on');
  const answerId = newId();
  const what = words.complaints.answer(complaint.number);
  await addPromise(data, { id: answerId, customerId: complaint.customer.id, repId: complaint.rep.id, what, ...due }, now);
  const when = touchWhen(due, context);
  const note = { id: newId(), personId: person.id, kind: 'promised' as const, text: when };
  await changeComplaint(data, complaintId, { answerId }, note, now);
  return when;
}
