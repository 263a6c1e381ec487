import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import type { Services } from '../../app/services.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { PlatformError } from '../../chat/platform.ts';
import { languages } from '../../languages/index.ts';
import type { Job } from '../../queue.ts';
import { findHearing, type Reach } from '../people/index.ts';
import { mayRepeatCard } from './cards.ts';
import { messageFor } from './message.ts';
import { missedBefore, tellableAt } from './missed.ts';
import { claimNudges, findUnsettled, type Nudge, type NudgePlace, nudgeKey, type Outcome, settleNudges } from './nudge-store.ts';
import { type Batch, openBatch } from './send-batch.ts';
import { isPastWarning } from './told-store.ts';

type End = readonly [Nudge, Outcome];
interface Ready {
  readonly nudge: Nudge;
  readonly reach: Reach;
  /** It may have arrived before. */
  readonly repeats: boolean;
  readonly card: Card;
}

const sendData = z.object({ nudges: z.array(nudgeKey).min(1) });

/** A claim older than this is not acted upon: who stood still meanwhile might send what another copy is about to look up. */
const freshMs = ({ unclearMs }: Services['system']) => unclearMs / 6;
/** How far the clocks of this machine and of the platform may lie apart for a message to be found. */
const skewMs = 86_400_000;
/** After so long an end that stays unclear is given up: to send blindly would be worse. */
const patienceMs = 86_400_000;
const mostFailures = 8;

/** Seconds, twice as many each time, ten minutes at most. */
const backoff = (first: number, attempts: number) => Math.min(first * 2 ** Math.max(attempts - 1, 0), 600);

/**
 * After an unclear end: the conversation tells whether the message is there. `absent`: it is not, and may be sent. A platform that
 * cannot tell (Teams) has it sent once more, marked as a possible repeat, and no third time.
 */
async function lookUp(
  services: Services,
  nudge: Nudge,
  place: NudgePlace,
  waitedMs: number,
): Promise<Outcome | 'absent' | 'repeat'> {
  const { unclearMs } = services.system;
  if (waitedMs < unclearMs) return { state: 'sending', again: Math.ceil((unclearMs - waitedMs) / 1000) };
  const { createdAt, claimedAt = createdAt } = nudge;
  const since = new Date(Math.min(createdAt.getTime(), claimedAt.getTime()) - skewMs);
  try {
    const { platform, team, account } = place;
    const ref = await services.platform(platform).lookup('sent', { team, channel: account, key: nudge.nudgeId, since });
    return ref ? { state: 'sent', platform, team, ref, at: services.clock.now() } : 'absent';
  } catch (error) {
    const known = error instanceof PlatformError ? error : undefined;
    if (known?.code === 'cannot_look') return nudge.repeated ? { state: 'failed', problem: 'unclear_cannot_look' } : 'repeat';
    if (waitedMs > patienceMs) return { state: 'failed', problem: known ? `unclear_${known.code}` : 'unclear' };
    return { state: 'sending', problem: known?.code ?? 'look_up_failed', again: known?.retryAfter ?? unclearMs / 1000 };
  }
}

/** What a failed sending means for the nudge. Whatever is not known to have failed may have arrived, and is looked up first. */
function failedEnd({ attempts }: Nudge, error: unknown, unclearMs: number): Outcome {
  const soon = unclearMs / 1000;
  if (!(error instanceof PlatformError))
    return attempts >= mostFailures ? { state: 'failed', problem: 'error' } : { state: 'sending', problem: 'error', again: soon };
  const { kind, code: problem, retryAfter } = error;
  if (kind === 'unclear') return { state: 'sending', problem, again: backoff(soon, attempts) };
  if (kind === 'limited') return { state: 'queued', problem, again: retryAfter ?? 30 };
  if (kind === 'down') return { state: 'queued', problem, again: retryAfter ?? backoff(soon, attempts) };
  return { state: 'failed', problem, ...(kind === 'gone' ? { gone: true } : {}) };
}

/** What stands before the sending failed by a mistake of ours. */
const mistakenEnd = ({ state, attempts }: Nudge): Outcome =>
  attempts >= mostFailures
    ? { state: 'failed', problem: 'error' }
    : { state, problem: 'error', again: backoff(2, attempts + 1), attempts: attempts + 1 };

/** Sends nudges, each once. What does not end well goes on in a job of its own. */
export function sendJob(services: Services): Job<z.infer<typeof sendData>> {
  const { system, clock, log } = services;
  /** Until when, by the database's clock, a team's platform wants to be left alone. */
  const held = new Map<string, number>();
  const heldSeconds = ({ platform, team }: Reach, at: Date) =>
    Math.ceil(((held.get(`${platform}:${team}`) ?? 0) - at.getTime()) / 1000);
  const hold = async ({ platform, team }: Reach, error: unknown) => {
    if (error instanceof PlatformError && error.kind === 'limited')
      held.set(`${platform}:${team}`, (await system.now()).getTime() + (error.retryAfter ?? 30) * 1000);
  };

  const prepare = async (nudge: Nudge, batch: Batch, alone: boolean, at: Date): Promise<Outcome | Ready> => {
    if (nudge.state === 'sending' && !alone) return { state: 'sending', again: 0 };
    const reach = await batch.reach(nudge);
    // Who was taken out of the team is told nothing of its customers.
    if (!reach?.person.role) return { state: 'failed', problem: 'nobody_to_reach' };
    const wait = heldSeconds(reach, at);
    if (wait > 0) return { state: nudge.state, again: wait };
    let { repeated: repeats } = nudge;
    if (nudge.state === 'sending') {
      // Where it went, not where the person is reached now: there it may be.
      const end = await lookUp(services, nudge, nudge.sentTo ?? reach, at.getTime() - (nudge.claimedAt?.getTime() ?? 0));
      if (typeof end === 'object') return end;
      repeats ||= end === 'repeat';
    }
    const late = nudge.createdAt <= missedBefore(clock.now()) ? await lateEnd(nudge, reach) : undefined;
    if (late) return late;
    const data = system.scope(nudge.workspaceId);
    const message = await messageFor(data, nudge, reach.person, clock.now(), await batch.material(nudge));
    if (!message) return { state: 'skipped', problem: 'settled' };
    const card = repeats ? mayRepeatCard(message, languages[reach.person.language]) : message;
    return { nudge, reach, card, repeats };
  };

  /** After a long outage: what is of no use any more is not sent, and nobody is woken for the rest. */
  const lateEnd = async ({ workspaceId, nudgeId, personId, kind, stage, state, createdAt }: Nudge, { person }: Reach) => {
    const data = system.scope(workspaceId);
    const now = clock.now();
    const tooLate: Outcome = { state: 'skipped', problem: 'too_late' };
    if (kind === 'morning' || kind === 'team')
      return dateIn(person.zone, createdAt) < dateIn(person.zone, now) ? tooLate : undefined;
    if (stage === 'warn') return (await isPastWarning(data, nudgeId, now)) ? tooLate : undefined;
    const hearing = await findHearing(data, personId);
    const at = hearing ? tellableAt(hearing, createdAt, now) : now;
    const seconds = Math.ceil((at.getTime() - now.getTime()) / 1000);
    const waits: Outcome = { state, problem: 'quiet', again: seconds };
    return seconds > 0 ? waits : undefined;
  };

  /** One nudge's failure keeps none of the others. */
  const prepared = (nudge: Nudge, batch: Batch, alone: boolean, at: Date): Promise<Outcome | Ready> =>
    prepare(nudge, batch, alone, at).catch((err: unknown) => {
      log.error({ err, nudge: nudge.nudgeId }, 'nudge failed');
      return mistakenEnd(nudge);
    });

  const send = async ({ nudge, reach, card }: Ready): Promise<End> => {
    try {
      const ref = await deliver(services, reach, () => card, nudge.nudgeId);
      return [nudge, { state: 'sent', platform: reach.platform, team: reach.team, ref, at: clock.now() }];
    } catch (error) {
      await hold(reach, error);
      return [nudge, failedEnd(nudge, error, system.unclearMs)];
    }
  };

  const sendAll = async (ready: readonly Ready[]): Promise<readonly End[]> => {
    if (ready.length === 0) return [];
    const begun = performance.now();
    const claimed = await claimNudges(system, ready, await system.now());
    const late = performance.now() - begun > freshMs(system);
    return Promise.all(
      claimed.map((nudge): End | Promise<End> => {
        const one = ready.find((each) => each.nudge.nudgeId === nudge.nudgeId);
        // Nothing has left yet, and if somebody else took it meanwhile, this is not written down.
        if (!one || late) return [nudge, { state: 'queued', again: 1 }];
        return send({ ...one, nudge });
      }),
    );
  };

  return {
    name: 'reminders.send',
    data: sendData,
    foundAgain: true,
    async run({ nudges }) {
      const found = await findUnsettled(system, nudges);
      if (found.length === 0) return;
      const at = await system.now();
      const batch = openBatch(system, found);
      const steps = await Promise.all(
        found.map(async (nudge) => [nudge, await prepared(nudge, batch, nudges.length === 1, at)] as const),
      );
      const ready = steps.flatMap(([, step]) => ('card' in step ? [step] : []));
      const unready = steps.flatMap(([nudge, step]) => ('card' in step ? [] : [[nudge, step] as const]));
      await settleNudges(system, [...unready, ...(await sendAll(ready))]);
    },
  };
}
