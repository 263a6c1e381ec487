import { z } from 'zod';
import { deliver } from '../../app/deliver.ts';
import type { Services } from '../../app/services.ts';
import { dateIn } from '../../calendar/index.ts';
import type { Card } from '../../chat/card.ts';
import { PlatformError } from '../../chat/platform.ts';
import { languages } from '../../languages/index.ts';
import { type Job, RetryAfter } from '../../queue.ts';
import type { Scope } from '../../store/index.ts';
import { findTouch, listQuery, listTouches, type Touch } from '../followups/index.ts';
import { listEntries } from '../log/index.ts';
import { findReach } from '../people/index.ts';
import { warnMs } from '../promises/index.ts';
import { morningCard, nudgeCard } from './cards.ts';
import { findNudge, type Nudge, settleNudge, startSending } from './store.ts';

type Reach = NonNullable<Awaited<ReturnType<typeof findReach>>>;

const sendData = z.object({ workspaceId: z.uuid(), nudgeId: z.uuid() });
/** How long a message may take to show up before it counts as not sent. */
const unclearMs = 30_000;

const warnedMs = (kind: Touch['kind']) => (kind === 'promise' ? warnMs : 0);

/** What to say now; undefined where it was settled or put off meanwhile. */
async function cardFor(scope: Scope, nudge: Nudge, reach: Reach, now: Date): Promise<Card | undefined> {
  const { person } = reach;
  const look = { words: languages[person.language], person, now, today: dateIn(person.zone, now) };
  if (nudge.kind === 'morning') {
    const query = listQuery.parse({});
    const page = await listTouches(scope, query, person.id, look.today);
    return page.total === 0 ? undefined : morningCard(page, query, look);
  }
  const touch = nudge.touchId === undefined ? undefined : await findTouch(scope, nudge.touchId);
  if (touch?.state !== 'open' || !touch.dueAt || touch.dueAt.getTime() - warnedMs(touch.kind) > now.getTime()) return undefined;
  const [last] = await listEntries(scope, touch.customer.id, 1);
  return nudgeCard(touch, last, look);
}

/** After an unclear end: the conversation tells whether the message is there. Never sends blindly. */
async function foundSent(services: Services, scope: Scope, nudge: Nudge, reach: Reach): Promise<boolean> {
  const waited = services.clock.now().getTime() - (nudge.claimedAt?.getTime() ?? 0);
  if (waited < unclearMs) throw new RetryAfter(Math.ceil((unclearMs - waited) / 1000));
  const platform = services.platform(reach.platform);
  try {
    const since = new Date(nudge.createdAt.getTime() - 60_000);
    const ref = await platform.lookup('sent', { team: reach.team, channel: reach.account, key: nudge.id, since });
    if (ref)
      await settleNudge(scope, nudge.id, {
        state: 'sent',
        platform: reach.platform,
        team: reach.team,
        ref,
        at: services.clock.now(),
      });
    return ref !== undefined;
  } catch (error) {
    throw new RetryAfter(error instanceof PlatformError ? (error.retryAfter ?? 60) : 60, error);
  }
}

/** What a failed sending means for the nudge; throws where it is tried again. */
async function sendingFailed(scope: Scope, nudge: Nudge, error: unknown): Promise<void> {
  if (!(error instanceof PlatformError) || error.kind === 'unclear') throw new RetryAfter(unclearMs / 1000, error);
  if (error.kind === 'limited' || error.kind === 'down') {
    await settleNudge(scope, nudge.id, { state: 'queued', problem: error.code });
    throw new RetryAfter(error.retryAfter ?? 30, error);
  }
  await settleNudge(scope, nudge.id, { state: 'failed', problem: error.code });
}

/** Sends one nudge, once. */
export function sendJob(services: Services): Job<z.infer<typeof sendData>> {
  return {
    name: 'reminders.send',
    data: sendData,
    async run({ workspaceId, nudgeId }) {
      const scope = services.system.scope(workspaceId);
      const nudge = await findNudge(scope, nudgeId);
      if (!nudge || nudge.state === 'sent' || nudge.state === 'skipped' || nudge.state === 'failed') return;
      const reach = await findReach(scope, nudge.personId);
      // Who was taken out of the team is told nothing of its customers.
      if (!reach?.person.role) return settleNudge(scope, nudgeId, { state: 'failed', problem: 'nobody_to_reach' });
      if (nudge.state === 'sending' && (await foundSent(services, scope, nudge, reach))) return;
      const card = await cardFor(scope, nudge, reach, services.clock.now());
      if (!card) return settleNudge(scope, nudgeId, { state: 'skipped', problem: 'settled' });
      if (!(await startSending(scope, nudge, services.clock.now()))) return;
      try {
        const ref = await deliver(services, reach, () => card, nudgeId);
        await settleNudge(scope, nudgeId, {
          state: 'sent',
          platform: reach.platform,
          team: reach.team,
          ref,
          at: services.clock.now(),
        });
      } catch (error) {
        await sendingFailed(scope, nudge, error);
      }
    },
  };
}
