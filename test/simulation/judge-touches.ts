import { afterWorkdays, local } from './days.ts';
import type { Evidence, NudgeRow } from './evidence.ts';
import type { History, TouchState } from './history.ts';

const dayMs = 86_400_000;
/** Retries, outages of two days and clocks that are wrong by one. */
const slackMs = 3 * dayMs;
/** Working days after which whoever has it must have heard of it. */
const workdays = 3;
/** Longer where a customer may be called on two days of the week only. */
const windowMs = 9 * dayMs;

/** One day or hour at which a touch was to be heard of, while it stayed the same. */
interface Occurrence {
  readonly state: TouchState;
  readonly from: number;
  readonly until: number;
  /** Whose it was meanwhile. */
  readonly held: readonly { readonly repId: string; readonly from: number; readonly until: number }[];
}

function occurrencesOf(states: readonly TouchState[], end: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  states.forEach((state, place) => {
    const until = states[place + 1]?.at ?? end;
    const last = found.at(-1);
    const held = state.live ? [{ repId: state.repId, from: state.at, until }] : [];
    const before = last?.held.at(-1);
    if (last && last.state.dueOn === state.dueOn && last.state.dueAt === state.dueAt) {
      const goesOn = before && state.live && before.repId === state.repId && before.until === state.at;
      const all = goesOn ? [...last.held.slice(0, -1), { ...before, until }] : [...last.held, ...held];
      found[found.length - 1] = { ...last, until, held: all };
    }
    if (!last || last.state.dueOn !== state.dueOn || last.state.dueAt !== state.dueAt)
      found.push({ state, from: state.at, until, held });
  });
  return found;
}

/** How a nudge of a touch ended, by what stands in the conversations. */
function endOf(nudge: NudgeRow, evidence: Evidence): 'heard' | 'reason' | 'open' {
  const carrier = evidence.nudge(nudge.carrierId);
  const message = carrier ?? nudge;
  if (nudge.state === 'listed') {
    const at = nudge.createdAt.getTime();
    const lists = nudge.stage === 'manager' ? [at] : evidence.listsOf(nudge.personId);
    return lists.some((list) => list > at - slackMs) ? 'heard' : 'open';
  }
  if (message.state === 'sent') return evidence.arrived(message.id).length === 1 ? 'heard' : 'open';
  return message.problem !== null && (message.state === 'skipped' || message.state === 'failed') ? 'reason' : 'open';
}

export interface Case {
  readonly history: History;
  readonly evidence: Evidence;
  /** Customers who may be called at certain hours only. */
  readonly restricted: ReadonlySet<string>;
  readonly end: number;
}

interface Verdict {
  readonly wrong: readonly string[];
  /** Days and hours of touches that stayed long enough for somebody to hear of them, and how many did. */
  readonly due: number;
  readonly heard: number;
  readonly reasons: number;
}

/** Every touch that fell due and stayed so was heard of, or it is said why not; and of no one thing twice. */
export function judgeTouches({ history, evidence, restricted, end }: Case): Verdict {
  const wrong: string[] = [];
  const counts = { due: 0, heard: 0, reasons: 0 };
  for (const [id, states] of history.touches) {
    const nudges = evidence.byTouch.get(id) ?? [];
    for (const occurrence of occurrencesOf(states, end)) {
      const { state, from, until, held } = occurrence;
      const who = history.personAt(state.repId, from);
      const due =
        state.dueAt ?? local(Date.parse(state.dueOn), { zone: 'utc' }).setZone(who.zone, { keepLocalTime: true }).toMillis();
      const must = held.some((one) => {
        const begin = Math.max(one.from, due);
        const by = begin < one.until ? afterWorkdays(history, one.repId, begin, workdays, one.until) : undefined;
        return by !== undefined && by + slackMs + (restricted.has(state.customerId) ? windowMs : 0) < one.until;
      });
      // A clock that is a day wrong has it heard a day earlier or later.
      const own = nudges.filter(
        ({ createdAt }) => createdAt.getTime() >= Math.min(from, due) - slackMs && createdAt.getTime() < until + slackMs,
      );
      const ends = own.map((nudge) => endOf(nudge, evidence));
      if (must) {
        counts.due += 1;
        if (ends.includes('heard')) counts.heard += 1;
        else if (ends.includes('reason')) counts.reasons += 1;
        else
          wrong.push(
            `lost: touch ${id} (${state.kind} ${state.cadence ?? ''}) due ${state.dueOn} ${state.dueAt ? new Date(state.dueAt).toISOString() : ''} with ${state.repId}, open from ${new Date(from).toISOString()} to ${new Date(until).toISOString()}; ${JSON.stringify(own)}`,
          );
      }
    }
    for (const nudge of nudges) {
      if (endOf(nudge, evidence) === 'open') wrong.push(`neither delivered nor a reason: ${JSON.stringify(nudge)}`);
      if (nudge.state === 'skipped' && !changedSince(states, nudge) && !overtaken(nudge, nudges))
        wrong.push(`left out though nothing had changed: ${JSON.stringify(nudge)}`);
    }
    wrong.push(...heardTwice(id, states, nudges, evidence, end));
  }
  return { wrong, ...counts };
}

/** Before it was sent the manager had it. */
const overtaken = ({ createdAt }: NudgeRow, nudges: readonly NudgeRow[]) =>
  nudges.some((one) => one.stage === 'manager' && Math.abs(one.createdAt.getTime() - createdAt.getTime()) < slackMs);

/** It was settled, moved or given away at about the time at which it should have been told. */
function changedSince(states: readonly TouchState[], { createdAt, personId }: NudgeRow): boolean {
  const at = createdAt.getTime();
  return states.some(
    (state) => Math.abs(state.at - at) < slackMs || (state.at > at && state.repId !== personId && state.at < at + windowMs),
  );
}

/** Of one stage of one day or hour, one person is told once; again only where it was told beside something else. */
function heardTwice(
  id: string,
  states: readonly TouchState[],
  nudges: readonly NudgeRow[],
  evidence: Evidence,
  end: number,
): string[] {
  const wrong: string[] = [];
  for (const { from, until } of occurrencesOf(states, end)) {
    const own = nudges.filter(
      ({ createdAt, state }) => state === 'sent' && createdAt.getTime() > from + dayMs && createdAt.getTime() < until - dayMs,
    );
    for (const [what, told] of Map.groupBy(own, ({ stage, personId }) => `${stage} ${personId}`)) {
      const messages = told.flatMap(({ id: key }) => evidence.arrived(key));
      if (messages.length > 1)
        wrong.push(`twice: touch ${id}, ${what}: ${messages.map(({ at }) => new Date(at).toISOString()).join(', ')}`);
    }
  }
  return wrong;
}
