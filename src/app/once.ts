import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Inbound, Reply } from '../chat/platform.ts';
import { type Tx, WORKSPACE } from '../store/index.ts';

/** The same command with the same words within this time is a double tap or an impatient repeat, and one record. */
const doubleTapMs = 60_000;

export type Claim =
  | { readonly fresh: true; readonly keep: (reply: Reply) => Promise<void> }
  | { readonly fresh: false; readonly reply: Reply | undefined };

const keptReply = z.object({ kind: z.string() }).loose();

/** Nothing is kept of it but that it was taken, so that it may be delivered again. */
export function claimDelivery(tx: Tx, inbound: Inbound, now: Date): Promise<boolean> {
  if (!isRedelivered(inbound)) return Promise.resolve(true);
  return takeDelivery(tx, `${inbound.platform}:${inbound.delivery}`, '', now);
}

/**
 * Messages are delivered again until acknowledged, minutes later too. Slack never sends a command or click again; Teams' own
 * clients do, and what was recorded on the way may be played back.
 */
const isRedelivered = ({ via, platform, delivery }: Inbound) => delivery !== '' && (via === 'message' || platform === 'teams');

/**
 * Says whether this was done already. The row of the person's last command is locked until the transaction ends, so
 * that two taps at the same instant are told apart by the database and not by luck.
 */
export async function claimOnce(tx: Tx, inbound: Inbound, personId: string, input: unknown, now: Date): Promise<Claim> {
  const hash = createHash('sha256')
    .update(JSON.stringify([inbound.command, inbound.text, input]))
    .digest('base64url');
  const key = `last:${personId}`;
  if (isRedelivered(inbound) && !(await takeDelivery(tx, `${inbound.platform}:${inbound.delivery}`, hash, now))) {
    // A message was answered by one of its own; who presses a button waits for the answer itself.
    const done = inbound.via === 'message' ? null : await tx.db.delivery.findFirst({ where: { key, hash } });
    return { fresh: false, reply: parseKept(done?.answer) };
  }
  const before = new Date(now.getTime() - doubleTapMs);
  const claimed = await tx.execute`
    INSERT INTO "Delivery" ("workspaceId", "key", "at", "hash") VALUES (${WORKSPACE}, ${key}, ${now}, ${hash})
    ON CONFLICT ("workspaceId", "key") DO UPDATE SET "at" = excluded."at", "hash" = excluded."hash", "answer" = NULL
      WHERE "Delivery"."hash" <> excluded."hash" OR "Delivery"."at" < ${before} OR "Delivery"."at" > ${now}`;
  if (claimed === 0) {
    const done = await tx.db.delivery.findFirst({ where: { key } });
    return { fresh: false, reply: parseKept(done?.answer) };
  }
  return {
    fresh: true,
    keep: async (reply) => {
      await tx.execute`UPDATE "Delivery" SET "answer" = ${JSON.stringify(reply)}::jsonb WHERE "workspaceId" = ${WORKSPACE} AND "key" = ${key}`;
    },
  };
}

/** False where this delivery was carried out, and answered, before. */
async function takeDelivery(tx: Tx, key: string, hash: string, now: Date): Promise<boolean> {
  const taken = await tx.execute`
    INSERT INTO "Delivery" ("workspaceId", "key", "at", "hash") VALUES (${WORKSPACE}, ${key}, ${now}, ${hash}) ON CONFLICT DO NOTHING`;
  return taken > 0;
}

function parseKept(answer: unknown): Reply | undefined {
  const kept = keptReply.safeParse(answer);
  return kept.success ? (kept.data as unknown as Reply) : undefined;
}
