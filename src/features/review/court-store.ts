import type { Reads, Tx } from '../../store/index.ts';
import { WORKSPACE } from '../../store/index.ts';

/** How a rule stands since its counting began. */
export interface Standing {
  readonly rule: string;
  /** Replies it marked. */
  readonly hits: number;
  /** Replies in which their writer called it no problem. */
  readonly disputes: number;
  /** How many people did. */
  readonly people: number;
  readonly demoted: boolean;
}

export interface Decision {
  readonly id: string;
  readonly rule: string;
  readonly level: 'problem' | 'hint';
  /** Absent: it came about by itself. */
  readonly by: string | undefined;
  readonly hits: number;
  readonly disputes: number;
  readonly people: number;
  readonly at: Date;
}

/** False where the person said so of this reply before. */
export async function addDispute(tx: Tx, rule: string, personId: string, hash: string, now: Date): Promise<boolean> {
  const added = await tx.execute`
    INSERT INTO "Dispute" ("workspaceId", "rule", "personId", "hash", "at") VALUES (${WORKSPACE}, ${rule}, ${personId}::uuid, ${hash}, ${now})
    ON CONFLICT DO NOTHING`;
  return added > 0;
}

/** Every rule that ever marked something: hints last, of the others the most disputed first. */
export function listStandings(data: Reads, rule?: string): Promise<Standing[]> {
  return data.rows<Standing>`
    SELECT r."rule", r."hits", count(d."hash")::int AS "disputes", count(DISTINCT d."personId")::int AS "people", r."demotedAt" IS NOT NULL AS "demoted"
    FROM "CoachRule" r
    LEFT JOIN "Dispute" d ON d."workspaceId" = r."workspaceId" AND d."rule" = r."rule" AND d."at" >= r."since"
    WHERE r."workspaceId" = ${WORKSPACE} AND (${rule ?? null}::text IS NULL OR r."rule" = ${rule ?? null}::text)
    GROUP BY r."workspaceId", r."rule"
    ORDER BY "demoted", count(d."hash")::float / greatest(r."hits", 1) DESC, r."hits" DESC, r."rule"`;
}

/** False where it is one already. */
export async function makeHint(tx: Tx, rule: string, now: Date): Promise<boolean> {
  const { count } = await tx.db.coachRule.updateMany({ where: { rule, demotedAt: null }, data: { demotedAt: now } });
  return count > 0;
}

/** It counts again, from nothing; false where it never ceased to. */
export async function putBack(tx: Tx, rule: string, now: Date): Promise<boolean> {
  const { count } = await tx.db.coachRule.updateMany({
    where: { rule, demotedAt: { not: null } },
    data: { demotedAt: null, hits: 0, since: now },
  });
  return count > 0;
}

export async function addDecision(tx: Tx, { by, ...decision }: Decision): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.ruleDecision.create({ data: { workspaceId, ...decision, personId: by ?? null } });
}

export async function findDecision(data: Reads, id: string): Promise<Decision | undefined> {
  const row = await data.db.ruleDecision.findFirst({ where: { id } });
  return row ? { ...row, by: row.personId ?? undefined } : undefined;
}

/** The newest first. */
export async function listDecisions(data: Reads, limit: number): Promise<readonly Decision[]> {
  const rows = await data.db.ruleDecision.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit });
  return rows.map((row) => ({ ...row, by: row.personId ?? undefined }));
}
