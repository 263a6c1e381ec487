import type { PlatformName } from '../../chat/platform.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { hashOfCode } from '../people/index.ts';

/** How long admins may take to answer who asks to join. */
const answerMs = 3 * 86_400_000;

/** Another chat workspace that asks to join. */
export interface Asking {
  readonly id: string;
  readonly platform: PlatformName;
  readonly team: string;
  readonly teamName: string;
  readonly account: string;
  readonly name: string;
  readonly email: string | undefined;
}

export type Asked =
  | { readonly kind: 'asked' | 'waits'; readonly host: string }
  | { readonly kind: 'wrong' | 'used' | 'own' | 'customers'; readonly count?: number };

/** The workspace that this one has asked to join and that has not answered, if any. */
export async function findWaiting(data: Reads, now: Date): Promise<{ readonly host: string } | undefined> {
  const [row] = await data.rows<{ host: string }>`
    SELECT w."name" AS "host" FROM "Installation" i
    JOIN "Handshake" h ON h."platform" = i."platform" AND h."team" = i."team" AND h."kind" = 'join' AND h."state" = 'asked' AND h."expiresAt" > ${now}
    JOIN "Workspace" w ON w."id" = h."workspaceId" WHERE i."workspaceId" = ${WORKSPACE} LIMIT 1`;
  return row;
}

/**
 * Takes a code that another workspace made. The only writing that leaves a workspace: what leads there is the secret that an
 * admin of it gave away, and all that is left there is who asks.
 */
export async function askToJoin(tx: Tx, code: string, asking: Omit<Asking, 'id' | 'teamName'>, now: Date): Promise<Asked> {
  const hash = hashOfCode(code);
  const [found] = await tx.rows<{ own: boolean; good: boolean; host: string }>`
    SELECT h."workspaceId" = ${WORKSPACE} AS "own", h."state" = 'open' AND h."expiresAt" > ${now} AS "good", w."name" AS "host"
    FROM "Handshake" h JOIN "Workspace" w ON w."id" = h."workspaceId" WHERE h."hash" = ${hash} AND h."kind" = 'join'`;
  if (!found) return { kind: 'wrong' };
  if (found.own) return { kind: 'own' };
  if (!found.good) return { kind: 'used' };
  const count = await tx.db.customer.count();
  if (count > 0) return { kind: 'customers', count };
  const { platform, team, account, name, email = null } = asking;
  const [taken] = await tx.rows<{ id: string; workspaceId: string }>`
    UPDATE "Handshake" h SET "state" = 'asked', "platform" = ${platform}::"PlatformKind", "team" = ${team}, "account" = ${account}, "name" = ${name}, "email" = ${email},
      "teamName" = i."name", "expiresAt" = ${new Date(now.getTime() + answerMs)}
    FROM "Installation" i WHERE i."workspaceId" = ${WORKSPACE} AND i."platform" = ${platform}::"PlatformKind" AND i."team" = ${team}
      AND h."hash" = ${hash} AND h."kind" = 'join' AND h."state" = 'open' AND h."expiresAt" > ${now}
    RETURNING h."id", h."workspaceId"`;
  if (!taken) return { kind: 'used' };
  await tx.enqueue('joining.asked', { workspaceId: taken.workspaceId, handshakeId: taken.id });
  return { kind: 'asked', host: found.host };
}

/** Who asks, while it is not answered; otherwise who answered, and what. */
export async function findAsking(
  data: Reads,
  id: string,
  now: Date,
): Promise<
  | { readonly open: Asking }
  | { readonly closed: 'done' | 'refused' | 'expired'; readonly asking: Asking; readonly by: string | undefined }
  | undefined
> {
  const row = await data.db.handshake.findFirst({ where: { id, kind: 'join' } });
  if (!row?.platform || row.team === null || row.account === null || row.name === null || row.teamName === null) return undefined;
  const { platform, team, account, name, teamName, state, expiresAt, decidedById } = row;
  const asking = { id, platform, team, account, name, teamName, email: row.email ?? undefined };
  if (state === 'asked' && expiresAt > now) return { open: asking };
  const by = decidedById === null ? null : await data.db.person.findFirst({ where: { id: decidedById } });
  return { closed: state === 'done' || state === 'refused' ? state : 'expired', asking, by: by?.name };
}

/** False where somebody else was faster, or it took too long. */
async function decide(tx: Tx, id: string, state: 'done' | 'refused', byId: string, now: Date): Promise<boolean> {
  const { count } = await tx.db.handshake.updateMany({
    where: { id, kind: 'join', state: 'asked', expiresAt: { gt: now } },
    data: { state, decidedById: byId, decidedAt: now },
  });
  if (count > 0) await tx.enqueue('joining.decided', { workspaceId: tx.workspaceId, handshakeId: id });
  return count > 0;
}

export const refuseJoin = (tx: Tx, id: string, byId: string, now: Date): Promise<boolean> => decide(tx, id, 'refused', byId, now);

/**
 * The chat workspace that asked belongs to this one from now on, with everybody in it: they keep their own settings and ask to be
 * let in. What their empty workspace had besides is gone. Gives how many people came, or why it cannot be.
 */
export async function confirmJoin(
  tx: Tx,
  asking: Asking,
  byId: string,
  now: Date,
): Promise<{ readonly people: readonly string[] } | 'late' | 'gone' | 'customers'> {
  const { platform, team, account } = asking;
  const [guest] = await tx.rows<{ id: string }>`
    SELECT w."id" FROM "Installation" i JOIN "Workspace" w ON w."id" = i."workspaceId"
    WHERE i."platform" = ${platform}::"PlatformKind" AND i."team" = ${team} AND w."id" <> ${WORKSPACE} FOR UPDATE OF w`;
  if (!guest) return 'gone';
  // The row is locked: whoever adds a customer there waits, and finds the workspace gone.
  const [found] = await tx.rows<{ customers: number }>`
    SELECT count(*)::int AS "customers" FROM "Customer" WHERE "workspaceId" = ${guest.id}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  if ((found?.customers ?? 0) > 0) return 'customers';
  if (!(await decide(tx, asking.id, 'done', byId, now))) return 'late';
  await emptyOut(tx, guest.id);
  // Whoever installed it there is no admin here for that.
  await tx.execute`
    UPDATE "Installation" SET "workspaceId" = ${WORKSPACE}, "installedBy" = NULL WHERE "workspaceId" = ${guest.id}::uuid`;
  const people = await tx.rows<{ id: string }>`
    UPDATE "Person" p SET "workspaceId" = ${WORKSPACE}, "role" = NULL, "nextMorningAt" = NULL, "releaseAt" = NULL, "welcomedAt" = NULL,
      "standInId" = NULL, "awayFrom" = NULL, "awayUntil" = NULL, "awaySince" = NULL,
      "askedAt" = CASE WHEN p."role" IS NOT NULL OR p."askedAt" IS NOT NULL OR EXISTS (SELECT 1 FROM "Identity" a WHERE a."workspaceId" = p."workspaceId"
        AND a."personId" = p."id" AND a."platform" = ${platform}::"PlatformKind" AND a."account" = ${account}) THEN ${now}::timestamptz END
    WHERE p."workspaceId" = ${guest.id}::uuid RETURNING p."id"`;
  await tx.execute`DELETE FROM "Workspace" WHERE "id" = ${guest.id}::uuid AND "id" <> ${WORKSPACE}`;
  for (const { id } of people) await tx.enqueue('linking.propose', { workspaceId: tx.workspaceId, personId: id });
  return { people: people.map(({ id }) => id) };
}

/** What hangs on the people of a workspace without customers would come along with them. */
async function emptyOut(tx: Tx, guestId: string): Promise<void> {
  await tx.execute`DELETE FROM "Import" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "PhraseTrial" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "Reviewed" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "Dispute" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "CadenceChange" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "Nudge" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "Handshake" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
  await tx.execute`DELETE FROM "CodeTry" WHERE "workspaceId" = ${guestId}::uuid AND "workspaceId" <> ${WORKSPACE}`;
}
