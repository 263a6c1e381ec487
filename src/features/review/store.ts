import type { CalendarDate } from '../../calendar/index.ts';
import { dateColumn } from '../../store/dates.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';

export interface Reviewed {
  readonly personId: string;
  /** Of the reply. */
  readonly hash: string;
  readonly on: CalendarDate;
  readonly rules: readonly { readonly rule: string; readonly category: string }[];
}

/** Counts what was marked, once for a reply, however often it is checked. Of the reply only its hash is kept. */
export async function countReview(tx: Tx, { personId, hash, on, rules }: Reviewed, now: Date): Promise<void> {
  const fresh = await tx.execute`
    INSERT INTO "Reviewed" ("workspaceId", "personId", "hash", "at") VALUES (${WORKSPACE}, ${personId}::uuid, ${hash}, ${now})
    ON CONFLICT DO NOTHING`;
  if (fresh === 0 || rules.length === 0) return;
  // In one order everywhere, so that two copies do not wait for each other.
  const sorted = [...rules].sort((a, b) => (a.rule < b.rule ? -1 : 1));
  const names = sorted.map(({ rule }) => rule);
  const categories = sorted.map(({ category }) => category);
  await tx.execute`
    INSERT INTO "CoachCount" ("workspaceId", "on", "rule", "category", "hits")
    SELECT ${WORKSPACE}, ${dateColumn(on)}::date, r.rule, r.category, 1 FROM unnest(${names}::text[], ${categories}::text[]) AS r(rule, category)
    ON CONFLICT ("workspaceId", "on", "rule") DO UPDATE SET "hits" = "CoachCount"."hits" + 1`;
  await tx.execute`
    INSERT INTO "CoachRule" ("workspaceId", "rule", "hits", "since")
    SELECT ${WORKSPACE}, rule, 1, ${now} FROM unnest(${names}::text[]) AS rule
    ON CONFLICT ("workspaceId", "rule") DO UPDATE SET "hits" = "CoachRule"."hits" + 1`;
}

export async function wasReviewed(data: Reads, personId: string, hash: string): Promise<boolean> {
  return (await data.db.reviewed.count({ where: { personId, hash } })) > 0;
}

/** Rules that the person called no problem in this reply. */
export async function disputedRules(data: Reads, personId: string, hash: string): Promise<ReadonlySet<string>> {
  const rows = await data.db.dispute.findMany({ where: { personId, hash }, select: { rule: true } });
  return new Set(rows.map(({ rule }) => rule));
}

export interface Purchased {
  readonly product: string;
  readonly boughtOn: Date;
}

/** What a customer bought last. */
export async function lastPurchase(data: Reads, customerId: string): Promise<Purchased | undefined> {
  const row = await data.db.purchase.findFirst({ where: { customerId }, orderBy: { boughtOn: 'desc' } });
  return row ? { product: row.product, boughtOn: row.boughtOn } : undefined;
}
