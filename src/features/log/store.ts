import { z } from 'zod';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import { type Outcome, outcomeSchema } from './outcome.ts';

const instant = z.iso.datetime();
const mark = z.union([instant, z.null()]);

/** What logging changed, in a form that can be put back. */
const undoSchema = z.object({
  /** Touches it closed. */
  reopen: z.array(z.uuid()),
  /** Touches it was about. */
  settled: z.array(z.uuid()).default([]),
  /** Touches it planned. */
  created: z.array(z.uuid()),
  /** Touches it moved, with what they were before. */
  moved: z.array(z.object({ id: z.uuid(), dueOn: z.iso.date(), dueAt: mark, attempts: z.number() })),
  /** What the customer's file said before. */
  customer: z.object({ doNotContactAt: mark, wrongNumberAt: mark, lastContactAt: mark }),
});
export type Undo = z.infer<typeof undoSchema>;

export interface Entry {
  readonly id: string;
  readonly customerId: string;
  readonly touchId: string | undefined;
  readonly personId: string;
  readonly personName: string;
  readonly outcome: Outcome;
  readonly note: string | undefined;
  readonly at: Date;
  readonly correctsId: string | undefined;
  readonly undoneAt: Date | undefined;
  readonly undo: Undo | undefined;
}

interface EntryRow {
  readonly id: string;
  readonly customerId: string;
  readonly touchId: string | null;
  readonly personId: string;
  readonly person: { readonly name: string };
  readonly outcome: string;
  readonly note: string | null;
  readonly at: Date;
  readonly correctsId: string | null;
  readonly undoneAt: Date | null;
  readonly undo: unknown;
}

function parseEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    customerId: row.customerId,
    touchId: row.touchId ?? undefined,
    personId: row.personId,
    personName: row.person.name,
    outcome: outcomeSchema.parse(row.outcome),
    note: row.note ?? undefined,
    at: row.at,
    correctsId: row.correctsId ?? undefined,
    undoneAt: row.undoneAt ?? undefined,
    undo: undoSchema.safeParse(row.undo).data,
  };
}

export type NewEntry = Pick<Entry, 'id' | 'customerId' | 'touchId' | 'personId' | 'outcome' | 'note' | 'at' | 'correctsId'> & {
  readonly undo: Undo;
};

export async function addEntry(tx: Tx, entry: NewEntry): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.entry.create({ data: { workspaceId, ...entry } });
}

export async function findEntry(data: Reads, id: string): Promise<Entry | undefined> {
  const row = await data.db.entry.findFirst({ where: { id }, include: { person: true } });
  return row ? parseEntry(row) : undefined;
}

/** What happened with a customer, the newest first; entries taken back are left out, replaced ones stay. */
export async function listEntries(data: Reads, customerId: string, limit: number): Promise<readonly Entry[]> {
  const rows = await data.db.entry.findMany({
    where: { customerId, undoneAt: null },
    include: { person: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(parseEntry);
}

/** What happened last with each of these customers, in one statement; by customer. */
export async function lastEntries(data: Reads, customerIds: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  const rows = await data.rows<Omit<EntryRow, 'person'> & { readonly personName: string }>`
    SELECT e.*, p."name" AS "personName" FROM unnest(${[...new Set(customerIds)]}::uuid[]) AS x("id")
    CROSS JOIN LATERAL (
      SELECT * FROM "Entry" o WHERE o."workspaceId" = ${WORKSPACE} AND o."customerId" = x."id" AND o."undoneAt" IS NULL ORDER BY o."at" DESC, o."id" DESC LIMIT 1
    ) e JOIN "Person" p ON p."workspaceId" = e."workspaceId" AND p."id" = e."personId"`;
  return new Map(rows.map(({ personName, ...row }) => [row.customerId, parseEntry({ ...row, person: { name: personName } })]));
}

/** False where it was taken back before. */
export async function markUndone(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.db.entry.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: at } });
  return count > 0;
}

/** What these open touches are about from now on. */
export async function renameTouches(tx: Tx, touchIds: readonly string[], about: string | undefined): Promise<void> {
  await tx.db.touch.updateMany({ where: { id: { in: [...touchIds] }, state: 'open' }, data: { about: about ?? null } });
}

/** Whether something was logged with the customer since, and not taken back. */
export async function hasLaterEntry(data: Reads, { id, customerId, at }: Entry): Promise<boolean> {
  const later = { OR: [{ at: { gt: at } }, { at, id: { gt: id } }] };
  return (await data.db.entry.count({ where: { customerId, undoneAt: null, ...later } })) > 0;
}

/** Whether every one of these touches is still open, so that unplanning them loses nothing. */
export async function allOpen(data: Reads, touchIds: readonly string[]): Promise<boolean> {
  if (touchIds.length === 0) return true;
  return (await data.db.touch.count({ where: { id: { in: [...touchIds] }, state: 'open' } })) === touchIds.length;
}
