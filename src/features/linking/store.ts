import type { PlatformName } from '../../chat/platform.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { hashOfCode } from '../people/index.ts';

/** So long a question to link two accounts may wait for its answer. */
const answerMs = 14 * 86_400_000;

export interface Account {
  readonly platform: PlatformName;
  readonly team: string;
  readonly account: string;
}

export interface Side {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly Account[];
}

export async function findSide(data: Reads, personId: string): Promise<Side | undefined> {
  const row = await data.db.person.findFirst({
    where: { id: personId, leftAt: null },
    include: { identities: { orderBy: [{ platform: 'asc' }, { account: 'asc' }] } },
  });
  if (!row) return undefined;
  const accounts = row.identities.map(({ platform, team, account }) => ({ platform, team, account }));
  return { id: row.id, name: row.name, accounts };
}

/** The platforms that this workspace is used from. */
export async function findPlatforms(data: Reads): Promise<readonly PlatformName[]> {
  const rows = await data.rows<{ platform: PlatformName }>`
    SELECT DISTINCT "platform"::text AS "platform" FROM "Installation" WHERE "workspaceId" = ${WORKSPACE} AND "removedAt" IS NULL ORDER BY 1`;
  return rows.map(({ platform }) => platform);
}

/**
 * Somebody else with the same mail, if it is one alone and on none of the same platforms. The mail is the one that the platform gives
 * as proved; a name to sign in with is none.
 */
async function findTwin(data: Reads, personId: string): Promise<string | undefined> {
  const others = await data.rows<{ id: string; apart: boolean }>`
    SELECT o."id", NOT EXISTS (SELECT 1 FROM "Identity" a JOIN "Identity" b ON b."workspaceId" = a."workspaceId" AND b."platform" = a."platform" AND b."team" = a."team"
      WHERE a."workspaceId" = p."workspaceId" AND a."personId" = p."id" AND b."personId" = o."id") AS "apart"
    FROM "Person" p JOIN "Person" o ON o."workspaceId" = p."workspaceId" AND o."id" <> p."id" AND lower(trim(o."email")) = lower(trim(p."email"))
    WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ${personId}::uuid AND trim(p."email") <> '' AND p."leftAt" IS NULL AND o."leftAt" IS NULL`;
  const [other] = others;
  return others.length === 1 && other?.apart ? other.id : undefined;
}

/** Proposes to somebody that another account is theirs too; for each two people once. Gives the proposal. */
export async function proposeTwin(tx: Tx, personId: string, id: string, now: Date): Promise<string | undefined> {
  const otherId = await findTwin(tx, personId);
  if (otherId === undefined) return undefined;
  const pair = [personId, otherId].sort().join(':');
  const made = await tx.execute`
    INSERT INTO "Handshake" ("workspaceId", "id", "kind", "pair", "personId", "otherId", "createdAt", "expiresAt")
    VALUES (${WORKSPACE}, ${id}::uuid, 'link', ${pair}, ${personId}::uuid, ${otherId}::uuid, ${now}, ${new Date(now.getTime() + answerMs)})
    ON CONFLICT DO NOTHING`;
  return made > 0 ? id : undefined;
}

export interface Question {
  readonly id: string;
  readonly state: 'open' | 'asked' | 'closed';
  readonly from: Side;
  readonly to: Side;
}

export async function findQuestion(data: Reads, id: string, now: Date): Promise<Question | undefined> {
  const row = await data.db.handshake.findFirst({ where: { id, kind: 'link' } });
  if (!row || row.otherId === null) return undefined;
  const from = await findSide(data, row.personId);
  const to = await findSide(data, row.otherId);
  const state = row.expiresAt <= now ? 'closed' : row.state === 'open' || row.state === 'asked' ? row.state : 'closed';
  return from && to && { id, state, from, to };
}

/** The person asked first says yes: now the other side is to agree. */
export async function passOn(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.db.handshake.updateMany({
    where: { id, kind: 'link', state: 'open', personId, expiresAt: { gt: now } },
    data: { state: 'asked' },
  });
  return count > 0;
}

/** Whose code it is; the person who typed it is to agree. */
export async function takeCode(
  tx: Tx,
  code: string,
  personId: string,
  now: Date,
): Promise<{ readonly id: string } | 'wrong' | 'used' | 'own'> {
  const row = await tx.db.handshake.findFirst({ where: { hash: hashOfCode(code), kind: 'link' } });
  if (!row) return 'wrong';
  if (row.personId === personId) return 'own';
  const { count } = await tx.db.handshake.updateMany({
    where: { id: row.id, state: 'open', expiresAt: { gt: now } },
    data: { state: 'asked', otherId: personId, expiresAt: new Date(now.getTime() + 3_600_000) },
  });
  return count > 0 ? { id: row.id } : 'used';
}

/** The answer of whoever has to agree, or of who was asked first; once. */
export async function answerQuestion(tx: Tx, id: string, personId: string, yes: boolean, now: Date): Promise<boolean> {
  const mine = yes
    ? { otherId: personId, state: 'asked' as const }
    : { OR: [{ otherId: personId }, { personId }], state: { in: ['open' as const, 'asked' as const] } };
  const { count } = await tx.db.handshake.updateMany({
    where: { id, kind: 'link', expiresAt: { gt: now }, ...mine },
    data: { state: yes ? 'done' : 'refused', decidedById: personId, decidedAt: now },
  });
  return count > 0;
}
