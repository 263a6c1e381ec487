import type { ChangeContext } from '../../app/context.ts';
import { type Customer, markCustomer } from '../customers/index.ts';
import {
  addTouches,
  closeTouch,
  deleteTouch,
  dropTouches,
  moveTouch,
  type NewTouch,
  reopenTouches,
  type Touch,
} from '../followups/index.ts';
import { type Effects, effectsOf, type Next, noEffects } from './effects.ts';
import type { Outcome } from './outcome.ts';
import { addEntry, allOpen, type Entry, hasLaterEntry, markUndone, renameTouches, type Undo } from './store.ts';

export interface Report {
  readonly customer: Customer;
  /** What it was about most of all. */
  readonly touch: Touch | undefined;
  /** What else it settled: the rest of the same conversation. */
  readonly also: readonly Touch[];
  readonly outcome: Outcome;
  readonly note: string | undefined;
  readonly next: Next | undefined;
  readonly correctsId?: string | undefined;
  /** When the customer was spoken to, if not now. */
  readonly spokenAt?: Date | undefined;
}

export interface Recorded {
  readonly entryId: string;
  readonly effects: Effects;
  /** When the customer is next contacted because of this. */
  readonly next: Next | undefined;
  /** Further touches that it ended. */
  readonly dropped: number;
}

/**
 * Which of a conversation's touches an outcome is about: a promise stays due where nobody was reached, and whatever can be
 * tried again is tried again instead.
 */
export function subjectOf(touches: readonly Touch[], outcome: Outcome): Pick<Report, 'touch' | 'also'> {
  const again = outcome === 'no_answer' || outcome === 'left_message';
  const touch = (again ? touches.find(({ kind }) => kind !== 'promise') : undefined) ?? touches[0];
  return { touch, also: touches.filter((one) => one !== touch && !(again && one.kind === 'promise')) };
}

/** What a touch is called that follows from a note. */
const aboutOf = (note: string | undefined) => note?.slice(0, 150);

const iso = (at: Date | undefined) => at?.toISOString() ?? null;
const date = (at: string | null) => (at === null ? null : new Date(at));

/** Writes the entry, carries out what the outcome means, and keeps how to take it back. */
export async function record(context: ChangeContext, report: Report): Promise<Recorded> {
  const { data, now, today, person } = context;
  const { customer, touch, outcome, note } = report;
  // Where everything ends, the rest ends as not wanted rather than as done.
  const also = outcome === 'do_not_contact' ? [] : report.also;
  const settled = touch ? [touch, ...also] : [];
  const effects = effectsOf({ outcome, touch, next: report.next, today, country: customer.country ?? context.workspace.country });
  const reopen: string[] = [];
  const moved: Undo['moved'] = [];

  for (const { id, dueOn, dueAt, attempts } of settled) {
    if (effects.touch === 'close' && (await closeTouch(data, id, 'done', outcome, now))) reopen.push(id);
    if (typeof effects.touch !== 'object') continue;
    // What was to be said in the same call waits for the next one; only the call itself was tried.
    await moveTouch(data, id, { ...effects.touch.moveTo, attempts: id === touch?.id ? effects.touch.attempts : attempts });
    moved.push({ id, dueOn, dueAt: iso(dueAt), attempts });
  }
  const dropped = effects.dropAll ? await dropTouches(data, customer.id, outcome, now) : [];
  reopen.push(...dropped);

  const planned: NewTouch[] = effects.plan.map(({ kind, step, due }) => ({
    id: context.newId(),
    customerId: customer.id,
    repId: person.id,
    kind,
    step,
    about: aboutOf(note),
    agreed: report.next !== undefined,
    ...due,
  }));
  if (planned.length > 0) await addTouches(data, planned, now);
  await markCustomer(data, customer.id, {
    ...(effects.mark.doNotContact ? { doNotContactAt: now } : {}),
    ...(effects.mark.wrongNumber ? { wrongNumberAt: now } : {}),
    ...(effects.contact ? { lastContactAt: report.spokenAt ?? now } : {}),
  });

  const entryId = context.newId();
  const undo: Undo = {
    reopen,
    settled: settled.map(({ id }) => id),
    created: planned.map(({ id }) => id),
    moved,
    customer: {
      doNotContactAt: iso(customer.doNotContactAt),
      wrongNumberAt: iso(customer.wrongNumberAt),
      lastContactAt: iso(customer.lastContactAt),
    },
  };
  await addEntry(data, {
    id: entryId,
    customerId: customer.id,
    touchId: touch?.id,
    personId: person.id,
    outcome,
    note,
    at: now,
    correctsId: report.correctsId,
    undo,
  });
  const touchIds = [...new Set([...settled.map(({ id }) => id), ...dropped])];
  await context.raise({ kind: 'touch.logged', touchId: touch?.id, touchIds, customerId: customer.id, outcome, entryId });
  const next = typeof effects.touch === 'object' ? effects.touch.moveTo : effects.plan[0]?.due;
  return { entryId, effects, next, dropped: dropped.length };
}

/** Puts everything back as it was before the entry; false where later steps rest on it. */
async function restore({ data }: ChangeContext, entry: Entry): Promise<boolean> {
  const { undo } = entry;
  if (!undo || (await hasLaterEntry(data, entry))) return false;
  if (
    !(await allOpen(data, undo.created)) ||
    !(await allOpen(
      data,
      undo.moved.map(({ id }) => id),
    ))
  )
    return false;
  for (const id of undo.created) await deleteTouch(data, id);
  await reopenTouches(data, undo.reopen);
  for (const { id, dueOn, dueAt, attempts } of undo.moved)
    await moveTouch(data, id, { dueOn, dueAt: date(dueAt) ?? undefined, attempts });
  await markCustomer(data, entry.customerId, {
    doNotContactAt: date(undo.customer.doNotContactAt),
    wrongNumberAt: date(undo.customer.wrongNumberAt),
    lastContactAt: date(undo.customer.lastContactAt),
  });
  return true;
}

/** Takes an entry back with all its effects; false where later steps rest on it. A correction is corrected again instead. */
export async function takeBack(context: ChangeContext, entry: Entry): Promise<boolean> {
  if (entry.correctsId !== undefined || !(await restore(context, entry))) return false;
  return markUndone(context.data, entry.id, context.now);
}

/**
 * Replaces an entry by another, and what followed from the first by what follows from the second. Where only the note
 * is other, what was planned stays and is called by the new note.
 */
export async function correct(
  context: ChangeContext,
  entry: Entry,
  said: Pick<Report, 'outcome' | 'note' | 'next'>,
  reload: () => Promise<{ readonly customer: Customer; readonly touches: readonly Touch[] }>,
): Promise<{ readonly report: Report; readonly done: Recorded }> {
  const { data, now, person } = context;
  const corrects = { ...said, correctsId: entry.id, spokenAt: entry.at };
  if (said.outcome !== entry.outcome || said.next) {
    const restored = await restore(context, entry);
    const { customer, touches } = await reload();
    const open = restored ? touches.filter(({ state }) => state === 'open') : [];
    const report = { ...corrects, customer, ...subjectOf(open, said.outcome) };
    return { report, done: await record(context, report) };
  }
  const { customer } = await reload();
  const { outcome, note } = said;
  const entryId = context.newId();
  const undo: Undo = entry.undo ?? {
    reopen: [],
    settled: [],
    created: [],
    moved: [],
    customer: { doNotContactAt: null, wrongNumberAt: null, lastContactAt: null },
  };
  await renameTouches(data, undo.created, aboutOf(note));
  await addEntry(data, {
    id: entryId,
    customerId: customer.id,
    touchId: entry.touchId,
    personId: person.id,
    outcome,
    note,
    at: now,
    correctsId: entry.id,
    undo,
  });
  const touchIds = undo.settled;
  await context.raise({ kind: 'touch.logged', touchId: entry.touchId, touchIds, customerId: customer.id, outcome, entryId });
  return {
    report: { ...corrects, customer, touch: undefined, also: [] },
    done: { entryId, effects: noEffects, next: undefined, dropped: 0 },
  };
}
