import type { CalendarDate } from '../../calendar/index.ts';
import { piece, type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { builtInCadences, isBuiltIn } from './built-in.ts';
import { type Cadence, type Proposal, planSchema, proposalSchema, wordsSchema } from './cadence.ts';

interface CadenceRow {
  readonly key: string;
  readonly on: boolean;
  readonly plan: unknown;
  readonly words: unknown;
}

const parseCadence = ({ key, on, plan, words }: CadenceRow): Cadence => ({
  key,
  on,
  ...planSchema.parse(plan),
  builtIn: isBuiltIn(key),
  words: wordsSchema.parse(words),
});

/** All cadences of a team: the built-in ones, as they are or as the team has them, then its own in order of age. */
export async function listCadences(data: Reads): Promise<readonly Cadence[]> {
  const rows = await data.rows<CadenceRow>`
    SELECT "key", "on", "plan", "words" FROM "Cadence"
    WHERE "workspaceId" = ${WORKSPACE} AND "removedAt" IS NULL ORDER BY "updatedAt", "key"`;
  const changed = new Map(rows.map((row) => [row.key, parseCadence(row)]));
  const own = [...changed.values()].filter(({ builtIn }) => !builtIn);
  return [...builtInCadences.map((cadence) => changed.get(cadence.key) ?? cadence), ...own];
}

export async function findCadence(data: Reads, key: string): Promise<Cadence | undefined> {
  return (await listCadences(data)).find((cadence) => cadence.key === key);
}

/** `fresh`: what it plans is brought in for purchases that are here already. */
export async function saveCadence(tx: Tx, proposal: Proposal, fresh: boolean, now: Date): Promise<void> {
  const { key, on, words, removed, ...plan } = proposal;
  const { workspaceId } = tx;
  const columns = { on: on && !removed, plan, words, fresh, removedAt: removed ? now : null, updatedAt: now };
  await tx.db.cadence.upsert({
    where: { workspaceId_key: { workspaceId, key } },
    create: { workspaceId, key, ...columns },
    update: columns,
  });
  await planSoon(tx, now);
}

/** Where a workspace is, for customers of whom that is not known. */
export async function workspacePlace(data: Reads): Promise<{ readonly country: string | undefined }> {
  const row = await data.db.workspace.findFirst({ select: { country: true } });
  return { country: row?.country ?? undefined };
}

/** Lets the sweep look through the workspace's cadences at its next turn. */
export async function planSoon(tx: Tx, now: Date): Promise<void> {
  await tx.execute`UPDATE "Workspace" SET "nextPlanAt" = ${now} WHERE "id" = ${WORKSPACE} AND "nextPlanAt" > ${now}`;
}

/** Which cadences were changed since the sweep last looked; they count as seen from then on. */
export async function takeFresh(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ key: string }>`
    UPDATE "Cadence" SET "fresh" = FALSE WHERE "workspaceId" = ${WORKSPACE} AND "fresh" RETURNING "key"`;
  return new Set(rows.map(({ key }) => key));
}

/** How many open touches come from each cadence. */
export async function countOpen(data: Reads): Promise<ReadonlyMap<string, number>> {
  const rows = await data.rows<{ cadence: string; count: number }>`
    SELECT "cadence", count(*)::int AS "count" FROM "Touch"
    WHERE "workspaceId" = ${WORKSPACE} AND "state" = 'open' AND "cadence" IS NOT NULL GROUP BY "cadence"`;
  return new Map(rows.map(({ cadence, count }) => [cadence, count]));
}

/** Countries of the workspace's customers; undefined for those without one. */
export async function customerCountries(
  data: Reads,
  only: readonly string[] | undefined,
): Promise<readonly (string | undefined)[]> {
  const of = only ? piece`AND "id" = ANY(${[...only]}::uuid[])` : piece``;
  const rows = await data.rows<{ country: string | null }>`
    SELECT DISTINCT "country" FROM "Customer" WHERE "workspaceId" = ${WORKSPACE} ${of}`;
  return rows.map(({ country }) => country ?? undefined);
}

export interface Change {
  readonly cadence: string;
  readonly proposal: Proposal;
  readonly answer: string | undefined;
  readonly kept: number;
  readonly moved: number;
  readonly dropped: number;
  readonly by: string;
  readonly at: Date;
}

/** Keeps a change until somebody says what happens to what is planned. */
export async function keepChange(tx: Tx, id: string, personId: string, proposal: Proposal, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.cadenceChange.create({ data: { workspaceId, id, cadence: proposal.key, personId, proposal, at: now } });
}

/** The change that waits, for this transaction alone; undefined where it was answered or given up. */
export async function takeChange(tx: Tx, id: string): Promise<Proposal | undefined> {
  const [row] = await tx.rows<{ proposal: unknown }>`
    SELECT "proposal" FROM "CadenceChange" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${id}::uuid AND "state" = 'asked' FOR UPDATE`;
  return row && proposalSchema.parse(row.proposal);
}

export type Answer = 'keep' | 'move' | 'drop';

export async function settleChange(
  tx: Tx,
  id: string,
  done: { readonly answer: Answer; readonly kept: number; readonly moved: number; readonly dropped: number } | undefined,
  now: Date,
): Promise<void> {
  await tx.db.cadenceChange.updateMany({
    where: { id },
    data: done ? { state: 'done', ...done, at: now } : { state: 'dropped', at: now },
  });
}

/** What was changed, the last first. */
export async function listChanges(data: Reads, cadence: string, limit: number): Promise<readonly Change[]> {
  const rows = await data.db.cadenceChange.findMany({
    where: { cadence, state: 'done' },
    include: { person: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ person, proposal, answer, ...row }) => ({
    ...row,
    proposal: proposalSchema.parse(proposal),
    answer: answer ?? undefined,
    by: person.name,
  }));
}

/** A day on which cadences are planned, and for whom. */
export interface PlanDay {
  readonly today: CalendarDate;
  /** Of customers without one. */
  readonly country: string | undefined;
  readonly zone: string;
  readonly now: Date;
  /** Only these customers. */
  readonly only?: readonly string[];
}
