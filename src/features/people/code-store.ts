import { type Tx, WORKSPACE } from '../../store/index.ts';
import { hashOfCode, newCode } from './code.ts';

/** How long a code may be typed. */
export const codeMinutes = 15;
const windowMs = 15 * 60_000;
/** Wrong codes within that time, of one person and of a whole workspace. */
const mostTries = { person: 5, workspace: 20 } as const;

/** Makes a code for somebody; what they made before and nobody used holds no more. The code is given once and kept nowhere. */
export async function makeCode(tx: Tx, kind: 'join' | 'link', personId: string, id: string, now: Date): Promise<string> {
  await tx.db.handshake.updateMany({
    where: { kind, personId, state: 'open', hash: { not: null } },
    data: { state: 'dropped', decidedAt: now },
  });
  const code = newCode();
  const { workspaceId } = tx;
  const expiresAt = new Date(now.getTime() + codeMinutes * 60_000);
  await tx.db.handshake.create({ data: { workspaceId, id, kind, personId, hash: hashOfCode(code), createdAt: now, expiresAt } });
  return code;
}

/** Whether somebody may try another code. */
export async function mayTryCode(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - windowMs);
  const [row] = await tx.rows<{ own: number; all: number }>`
    SELECT count(*) FILTER (WHERE "personId" = ${personId}::uuid)::int AS "own", count(*)::int AS "all" FROM "CodeTry"
    WHERE "workspaceId" = ${WORKSPACE} AND "at" > ${since}`;
  return (row?.own ?? 0) < mostTries.person && (row?.all ?? 0) < mostTries.workspace;
}

export async function noteWrongCode(tx: Tx, personId: string, id: string, now: Date): Promise<void> {
  await tx.db.codeTry.deleteMany({ where: { at: { lt: new Date(now.getTime() - windowMs) } } });
  await tx.db.codeTry.create({ data: { workspaceId: tx.workspaceId, id, personId, at: now } });
}
