import type { Card } from '../chat/card.ts';
import { PlatformError } from '../chat/platform.ts';
import type { Words } from '../languages/index.ts';
import { RetryAfter } from '../queue.ts';
import { type Scope, WORKSPACE } from '../store/index.ts';
import { deliver, type Reach } from './deliver.ts';
import type { Person } from './people.ts';
import type { Services } from './services.ts';

/** How long a message may take to show up before it counts as not sent. */
const unclearMs = 30_000;
/** How far the clocks of this machine and of the platform may lie apart for a message to be found. */
const skewMs = 86_400_000;
/** After so long an end that stays unclear is given up: to send blindly would be worse. */
const patienceMs = 86_400_000;

interface Claimed {
  readonly mine: boolean;
  readonly sent: boolean;
  /** When somebody began to send it, by the database's clock. */
  readonly at: Date;
}

/** Takes the message for sending where nobody has begun. What somebody began before `stale` and nobody found may be taken over. */
async function claim(scope: Scope, key: string, at: Date, stale?: Date): Promise<Claimed> {
  return scope.transaction(async (tx) => {
    const taken = await tx.execute`
      INSERT INTO "Delivery" ("workspaceId", "key", "at", "hash") VALUES (${WORKSPACE}, ${key}, ${at}, 'sending')
      ON CONFLICT ("workspaceId", "key") DO UPDATE SET "at" = excluded."at"
        WHERE "Delivery"."hash" = 'sending' AND "Delivery"."at" = ${stale ?? null}::timestamptz`;
    if (taken > 0) return { mine: true, sent: false, at };
    const row = await tx.db.delivery.findFirst({ where: { key } });
    return { mine: false, sent: row?.hash === 'sent', at: row?.at ?? at };
  });
}

async function noteSent(scope: Scope, key: string): Promise<void> {
  await scope.transaction(
    (tx) => tx.execute`UPDATE "Delivery" SET "hash" = 'sent' WHERE "workspaceId" = ${WORKSPACE} AND "key" = ${key}`,
  );
}

const laterSeconds = (error: PlatformError) => error.retryAfter ?? 30;

/** Whether the message is in the conversation. Where that cannot be told, it is asked again later, and nothing is sent. */
async function hasArrived(services: Services, { platform, team, account }: Reach, key: string, begun: Date, waitedMs: number) {
  try {
    const since = new Date(Math.min(begun.getTime(), services.clock.now().getTime()) - skewMs);
    return (await services.platform(platform).lookup('sent', { team, channel: account, key, since })) !== undefined;
  } catch (error) {
    if (!(error instanceof PlatformError) || waitedMs > patienceMs) throw error;
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
  const row = `told:${key}`;
  const at = await services.system.now();
  let claimed = await claim(scope, row, at);
  if (claimed.sent) return;
  if (!claimed.mine) {
    const waitedMs = at.getTime() - claimed.at.getTime();
    if (waitedMs < unclearMs) throw new RetryAfter(Math.ceil((unclearMs - waitedMs) / 1000));
    if (await hasArrived(services, reach, key, claimed.at, waitedMs)) return noteSent(scope, row);
    claimed = await claim(scope, row, at, claimed.at);
    if (!claimed.mine) throw new RetryAfter(unclearMs / 1000);
  }
  try {
    await deliver(services, reach, cardFor, key);
  } catch (error) {
    const known = error instanceof PlatformError ? error : undefined;
    if (!known || known.kind === 'unclear') throw new RetryAfter(unclearMs / 1000, error);
    // It certainly did not arrive.
    await scope.transaction((tx) => tx.db.delivery.deleteMany({ where: { key: row } }));
    if (known.kind === 'limited' || known.kind === 'down') throw new RetryAfter(laterSeconds(known), known);
    throw known;
  }
  await noteSent(scope, row);
}
