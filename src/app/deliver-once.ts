import type { Card } from '../chat/card.ts';
import { PlatformError } from '../chat/platform.ts';
import type { Words } from '../languages/index.ts';
import { RetryAfter } from '../queue.ts';
import type { Scope } from '../store/index.ts';
import { deliver, type Reach } from './deliver.ts';
import { claimTold, forgetTold, noteTold, type Told } from './once.ts';
import type { Person } from './people.ts';
import type { Services } from './services.ts';

/** How far the clocks of this machine and of the platform may lie apart for a message to be found. */
const skewMs = 86_400_000;
/** After so long an end that stays unclear is given up: to send blindly would be worse. */
const patienceMs = 86_400_000;

const laterSeconds = (error: PlatformError) => error.retryAfter ?? 30;

/** Whether the message is in the conversation. Where that cannot be told, it is asked again later, and nothing is sent. */
async function hasArrived(services: Services, reach: Reach, key: string, begun: Told, waitedMs: number): Promise<boolean> {
  const { platform, team, account } = reach;
  try {
    const since = new Date(Math.min(begun.at.getTime(), services.clock.now().getTime()) - skewMs);
    return (await services.platform(platform).lookup('sent', { team, channel: account, key, since })) !== undefined;
  } catch (error) {
    if (!(error instanceof PlatformError) || waitedMs > patienceMs) throw error;
    // A platform that has no such question: it is sent again once.
    if (error.code === 'cannot_look' && !begun.again) return false;
    if (error.code === 'cannot_look') throw error;
    throw new RetryAfter(laterSeconds(error), error);
  }
}

/**
 * Sends a person a card, as a job that may run again: once, whatever ends where. After an unclear end the conversation is
 * asked first. Throws `RetryAfter` where it is to be tried again, `PlatformError` where that is of no use.
 */
export async function deliverOnce(
  services: Services,
  scope: Scope,
  reach: Reach,
  cardFor: (words: Words, person: Person) => Card,
  key: string,
): Promise<void> {
  const { unclearMs } = services.system;
  const row = `told:${key}`;
  const at = await services.system.now();
  let claimed = await claimTold(scope, row, at);
  if (claimed.sent) return;
  if (!claimed.mine) {
    const waitedMs = at.getTime() - claimed.at.getTime();
    if (waitedMs < unclearMs) throw new RetryAfter(Math.ceil((unclearMs - waitedMs) / 1000));
    if (await hasArrived(services, reach, key, claimed, waitedMs)) return noteTold(scope, row);
    claimed = await claimTold(scope, row, at, claimed.at);
    if (!claimed.mine) throw new RetryAfter(unclearMs / 1000);
  }
  try {
    await deliver(services, reach, cardFor, key);
  } catch (error) {
    const known = error instanceof PlatformError ? error : undefined;
    if (!known || known.kind === 'unclear') throw new RetryAfter(unclearMs / 1000, error);
    // It certainly did not arrive.
    await forgetTold(scope, row);
    if (known.kind === 'limited' || known.kind === 'down') throw new RetryAfter(laterSeconds(known), known);
    throw known;
  }
  await noteTold(scope, row);
}
