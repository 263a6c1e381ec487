import type { ChangeContext } from '../../app/context.ts';
import { type Customer, markCustomer } from '../customers/index.ts';
import { addTouches, closeTouch, dropTouches, moveTouch, type NewTouch, reopenTouches, deleteTouch, type Touch } from '../followups/index.ts';
import { type Effects, effectsOf, type Next } from './effects.ts';
import type { Outcome } from './outcome.ts';
import { addEntry, allOpen, type Entry, markUndone, type Undo } from './store.ts';

export interface Report {
  readonly customer: Customer;
  readonly touch: Touch | undefined;
  readonly outcome: Outcome;
  readonly note: string | undefined;
  readonly next: Next | undefined;
  readonly correctsId?: string | undefined;
}

export interface Recorded {
  readonly entryId: string;
  readonly effects: Effects;
  /** When the customer is next contacted because of this. */
  readonly next: Next | undefined;
  /** Further touches that it ended. */
  readonly dropped: number;
}

const iso = (at: Date | undefined) => at?.toISOString() ?? null;
const date = (at: string | null) => (at === null ? null : new Date(at));

/** Writes the entry, carries out what the outcome means, and keeps how to take it back. */
export async function record(context: ChangeContext, report: Report): Promise<Recorded> {
  const { data, now, today, person } = context;
  const { customer, touch, outcome, note } = report;
  const effects = effectsOf({ outcome, touch, next: report.next, today, country: customer.country ?? context.workspace.country });
  const reopen: string[] = [];
  const moved: Undo['moved'] = [];

  if (touch && effects.touch === 'close' && (await closeTouch(data, touch.id, 'done', outcome, now))) reopen.push(touch.id);
  if (touch && typeof effects.touch === 'object') {
    await moveTouch(data, touch.id, { ...effects.touch.moveTo, attempts: effects.touch.attempts });
    moved.push({ id: touch.id, dueOn: touch.dueOn, dueAt: iso(touch.dueAt), attempts: touch.attempts });
  }
  const dropped = effects.dropAll ? await dropTouches(data, customer.id, outcome, now) : [];
  reopen.push(...dropped);

  const planned: NewTouch[] = effects.plan.map(({ kind, step, due }) => ({
    id: context.newId(),
    customerId: customer.id,
    repId: person.id,
    kind,
    step,
    about: note?.slice(0, 150),
    ...due,
  }));
  if (planned.length > 0) await addTouches(data, planned, now);
  await markCustomer(data, customer.id, {
    ...(effects.mark.doNotContact ? { doNotContactAt: now } : {}),
    ...(effects.mark.wrongNumber ? { wrongNumberAt: now } : {}),
    ...(effects.contact ? { lastContactAt: now } : {}),
  });

  const entryId = context.newId();
  const undo: Undo = {
    reopen,
    created: planned.map(({ id }) => id),
    moved,
    customer: { doNotContactAt: iso(customer.doNotContactAt), wrongNumberAt: iso(customer.wrongNumberAt), lastContactAt: iso(customer.lastContactAt) },
  };
  await addEntry(data, { id: entryId, customerId: customer.id, touchId: touch?.id, personId: person.id, outcome, note, at: now, correctsId: report.correctsId, undo });
  await context.raise({ kind: 'touch.logged', touchId: touch?.id, customerId: customer.id, outcome, entryId });
  const next = typeof effects.touch === 'object' ? effects.touch.moveTo : effects.plan[0]?.due;
  return { entryId, effects, next, dropped: dropped.length };
}

/** Puts everything back as it was before the entry; false where later steps were already logged. */
export async function takeBack(context: ChangeContext, entry: Entry): Promise<boolean> {
  const { data, now } = context;
  const { undo } = entry;
  if (!undo || !(await allOpen(data, undo.created)) || !(await allOpen(data, undo.moved.map(({ id }) => id)))) return false;
  if (!(await markUndone(data, entry.id, now))) return false;
  for (const id of undo.created) await deleteTouch(data, id);
  await reopenTouches(data, undo.reopen);
  for (const { id, dueOn, dueAt, attempts } of undo.moved) await moveTouch(data, id, { dueOn, dueAt: date(dueAt) ?? undefined, attempts });
  await markCustomer(data, entry.customerId, {
    doNotContactAt: date(undo.customer.doNotContactAt),
    wrongNumberAt: date(undo.customer.wrongNumberAt),
    lastContactAt: date(undo.customer.lastContactAt),
  });
  return true;
}
