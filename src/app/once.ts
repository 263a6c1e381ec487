import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Inbound, Reply } from '../chat/platform.ts';
import { type Scope, type Tx, WORKSPACE } from '../store/index.ts';

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

/** How it stands with a message that a job sends. */
export interface Told {
  /** It is for the caller to send it. */
  readonly mine: boolean;
  readonly sent: boolean;
  /** When somebody began to send it, by the database's clock. */
  readonly at: Date;
  /** That was the second time. */
  readonly again: boolean;
}

/** Takes a message for sending where nobody has begun; what was begun at `stale` and has not arrived is taken over. */
export function claimTold(scope: Scope, key: string, at: Date, stale?: Date): Promise<Told> {
  return scope.transaction(async (tx) => {
    const taken = await tx.execute`
      INSERT INTO "Delivery" ("workspaceId", "key", "at", "hash") VALUES (${WORKSPACE}, ${key}, ${at}, 'sending')
      ON CONFLICT ("workspaceId", "key") DO UPDATE SET "at" = excluded."at", "hash" = 'again'
        WHERE "Delivery"."hash" <> 'sent' AND "Delivery"."at" = ${stale ?? null}::timestamptz`;
    if (taken > 0) return { mine: true, sent: false, at, again: stale !== undefined };
    const row = await tx.db.delivery.findFirst({ where: { key } });
    return { mine: false, sent: row?.hash === 'sent', at: row?.at ?? at, again: row?.hash === 'again' };
  });
}

export async function noteTold({ transaction }: Scope, key: string): Promise<void> {
  await transaction(
    (tx) => tx.execute`UPDATE "Delivery" SET "hash" = 'sent' WHERE "workspaceId" = ${WORKSPACE} AND "key" = ${key}`,
  );
}

/** It certainly did not arrive: as if nobody had begun. */
export async function forgetTold({ transaction }: Scope, key: string): Promise<void> {
  await transaction((tx) => tx.db.delivery.deleteMany({ where: { key } }));
}

function parseKept(answer: unknown): Reply | undefined {
  const kept = keptReply.safeParse(answer);
  return kept.success ? (kept.data as unknown as Reply) : undefined;
}
