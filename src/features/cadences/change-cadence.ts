import type { ChangeContext } from '../../app/context.ts';
import type { Proposal } from './cadence.ts';
import { type Counts, countEffects, type Effect, effectsOf } from './change-effects.ts';
import { moveTouches, openTouchesOf, renewKinds } from './change-store.ts';
import { dropPlanned } from './customer-store.ts';
import { type Answer, findCadence, keepChange, saveCadence, settleChange, takeChange } from './store.ts';

/** What a change would do to what is planned. */
export interface Asked {
  readonly id: string;
  readonly proposal: Proposal;
  readonly effects: readonly Effect[];
}

type Moment = Pick<ChangeContext, 'data' | 'person' | 'now' | 'today' | 'newId'> & {
  /** Of customers without one. */
  readonly country: string | undefined;
};

/** Keeps a change until somebody has said what happens to what is planned. */
export async function askChange(moment: Moment, proposal: Proposal): Promise<Asked> {
  const { data, person, now, today, country } = moment;
  const id = moment.newId();
  await keepChange(data, id, person.id, proposal, now);
  return { id, proposal, effects: effectsOf(await openTouchesOf(data, proposal.key, country), proposal, today) };
}

/** Changes a cadence at once where nothing is planned from it; else asks. */
export async function proposeChange(
  context: ChangeContext,
  proposal: Proposal,
): Promise<{ readonly done: true } | { readonly ask: Asked }> {
  const asked = await askChange({ ...context, country: context.workspace.country }, proposal);
  if (asked.effects.length > 0) return { ask: asked };
  await carryOut(context, asked.id, 'move');
  return { done: true };
}

async function settleTouches(context: ChangeContext, proposal: Proposal, answer: Answer): Promise<Counts> {
  const { data, now, today, workspace } = context;
  const effects = effectsOf(await openTouchesOf(data, proposal.key, workspace.country), proposal, today);
  if (answer === 'keep') return { kept: effects.length, moved: 0, dropped: 0 };
  const reason = proposal.on && !proposal.removed ? 'cadence' : 'cadence-off';
  const gone = answer === 'drop' ? effects : effects.filter(({ fate }) => fate.kind === 'drop');
  await dropPlanned(
    data,
    gone.map(({ touch }) => touch.id),
    reason,
    now,
  );
  if (answer === 'drop') return { kept: 0, moved: 0, dropped: effects.length };
  await moveTouches(data, effects);
  await renewKinds(data, proposal.key, proposal.touches);
  return countEffects(effects);
}

/** Carries out a change that waits, and what was said of the touches planned before; undefined where that was done before. */
export async function carryOut(
  context: ChangeContext,
  id: string,
  answer: Answer,
): Promise<{ readonly proposal: Proposal; readonly counts: Counts } | undefined> {
  const { data, now } = context;
  const proposal = await takeChange(data, id);
  if (!proposal) return undefined;
  const before = await findCadence(data, proposal.key);
  const counts = await settleTouches(context, proposal, answer);
  const fresh = proposal.on && (answer === 'move' || !before?.on);
  await saveCadence(data, proposal, fresh, now);
  await settleChange(data, id, { answer, ...counts }, now);
  return { proposal, counts };
}
