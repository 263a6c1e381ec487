import { dateOf, isOff, timeOf, within, worksOn } from './days.ts';
import type { Evidence, NudgeRow } from './evidence.ts';
import type { History, TouchState } from './history.ts';

const hourMs = 3_600_000;
/** Steps of the simulation, and a message that waits its turn. */
const toleranceMs = 15 * 60_000;

const near = (moments: readonly number[], at: number, ms: number) => moments.some((one) => Math.abs(one - at) < ms);

const stateAt = (states: readonly TouchState[], at: number) => states.findLast((one) => one.at <= at) ?? states[0];

/** Why a message should not have come at that moment, by the clock of its person; undefined where it might. */
function disturbs(nudge: NudgeRow, at: number, touch: TouchState | undefined, history: History): string | undefined {
  const who = history.personAt(nudge.personId, at);
  const on = dateOf(at, who);
  const time = timeOf(at, who);
  const early = timeOf(at - toleranceMs, who);
  // A promise that is about to break is told even so: later would be too late.
  if (touch?.kind === 'promise') return undefined;
  if (isOff(who, on)) return 'on a day off';
  if (
    who.quietFrom !== null &&
    who.quietTo !== null &&
    within(time, who.quietFrom, who.quietTo) &&
    within(early, who.quietFrom, who.quietTo)
  )
    return 'in quiet hours';
  const named = touch?.dueAt !== undefined && nudge.stage === 'due';
  if (named || nudge.kind === 'digest') return undefined;
  if (!worksOn(who, on)) return 'on a day without work';
  if (nudge.kind === 'touch' && !within(time, who.workFrom, who.workTo) && !within(early, who.workFrom, who.workTo))
    return 'outside working hours';
  return undefined;
}

export function judgeHours(history: History, evidence: Evidence, skews: readonly number[]): string[] {
  const wrong: string[] = [];
  for (const nudge of evidence.nudges)
    for (const { at, told } of evidence.arrived(nudge.id)) {
      if (near(skews, at, 27 * hourMs)) continue;
      const touch = nudge.touchId === null ? undefined : stateAt(history.touches.get(nudge.touchId) ?? [], at);
      const why = disturbs(nudge, told, touch, history);
      if (why)
        wrong.push(
          `${why}: ${nudge.kind} ${nudge.stage} at ${new Date(at).toISOString()} (clock ${new Date(told).toISOString()}, claimed ${nudge.createdAt.toISOString()}) for ${JSON.stringify(history.personAt(nudge.personId, told))}, touch due ${touch?.dueOn} ${touch?.dueAt}`,
        );
    }
  return wrong;
}

/** Never more in any hour than a person wants; a promise waits for nothing. */
export function judgeCaps(history: History, evidence: Evidence, skews: readonly number[]): string[] {
  const wrong: string[] = [];
  const counted = evidence.nudges.filter((nudge) => {
    if (nudge.kind !== 'touch' && nudge.kind !== 'digest') return false;
    const touch = nudge.touchId === null ? undefined : history.touches.get(nudge.touchId)?.[0];
    return nudge.state === 'sent' && touch?.kind !== 'promise' && !near(skews, nudge.createdAt.getTime(), 27 * hourMs);
  });
  for (const [personId, own] of Map.groupBy(counted, ({ personId: id }) => id)) {
    own.forEach(({ createdAt }, place) => {
      const at = createdAt.getTime();
      const hour = own.slice(0, place + 1).filter((one) => one.createdAt.getTime() > at - hourMs).length;
      const most = Math.max(...[at - hourMs, at].map((when) => history.personAt(personId, when).mostPerHour));
      if (hour > most)
        wrong.push(`${hour} messages in an hour for ${personId}, who wants ${most}, at ${createdAt.toISOString()}`);
    });
  }
  return wrong;
}
