import { calendarDate } from '../../store/dates.ts';
import { type Reads, type Tx, WORKSPACE } from '../../store/index.ts';
import type { Complaint, ComplaintEvent } from './complaint.ts';

const whatCardsNeed = {
  customer: { select: { id: true, name: true, phone: true } },
  rep: { select: { id: true, name: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

const findRow = (data: Reads, where: { readonly id: string } | { readonly number: number }) =>
  data.db.complaint.findFirst({ where, include: whatCardsNeed });

interface Answer {
  readonly id: string;
  readonly dueOn: Date;
  readonly dueAt: Date | null;
  readonly brokenAt: Date | null;
}

const defined = <Value>(value: Value | null): Value | undefined => value ?? undefined;

function complaintOf(
  row: Row,
  answer: Answer | undefined,
  offered: { readonly id: string; readonly name: string } | undefined,
): Complaint {
  return {
    id: row.id,
    number: row.number,
    customer: { id: row.customer.id, name: row.customer.name, phone: defined(row.customer.phone) },
    rep: row.rep,
    words: row.words,
    wanted: defined(row.wanted),
    product: defined(row.product),
    severity: row.severity,
    kind: row.kind,
    step: row.step,
    cause: defined(row.cause),
    finding: defined(row.finding),
    ourPart: defined(row.ourPart),
    solution: defined(row.solution),
    agreed: defined(row.agreed),
    lesson: defined(row.lesson),
    openedAt: row.openedAt,
    solvedAt: defined(row.solvedAt),
    closedAt: defined(row.closedAt),
    answer: answer && {
      touchId: answer.id,
      dueOn: calendarDate(answer.dueOn),
      dueAt: defined(answer.dueAt),
      broken: answer.brokenAt !== null,
    },
    offeredTo: offered,
  };
}

/** The complaints of the rows, with what was promised and to whom they are offered. */
async function withAnswers(data: Reads, rows: readonly Row[]): Promise<readonly Complaint[]> {
  const promised = rows.flatMap(({ answerId }) => answerId ?? []);
  const offered = rows.flatMap(({ offeredToId }) => offeredToId ?? []);
  const touches =
    promised.length === 0
      ? []
      : await data.db.touch.findMany({
          where: { id: { in: promised }, state: 'open' },
          select: { id: true, dueOn: true, dueAt: true, brokenAt: true },
        });
  const people =
    offered.length === 0
      ? []
      : await data.db.person.findMany({ where: { id: { in: offered } }, select: { id: true, name: true } });
  return rows.map((row) =>
    complaintOf(
      row,
      touches.find(({ id }) => id === row.answerId),
      people.find(({ id }) => id === row.offeredToId),
    ),
  );
}

export async function findComplaint(
  data: Reads,
  which: { readonly id: string } | { readonly number: number },
): Promise<Complaint | undefined> {
  const row = await findRow(data, which);
  return row ? (await withAnswers(data, [row]))[0] : undefined;
}

export interface Wanted {
  readonly repId?: string | undefined;
  readonly customerId?: string | undefined;
  /** Those that are solved and still to be asked about or learnt from, too. */
  readonly all?: boolean;
  readonly skip?: number;
}

/** What is not closed, the most urgent and the oldest first. */
export async function listComplaints(
  data: Reads,
  { repId, customerId, all = false, skip = 0 }: Wanted,
  limit: number,
): Promise<{ readonly total: number; readonly complaints: readonly Complaint[] }> {
  const where = {
    closedAt: null,
    ...(all ? {} : { step: { in: ['analyse' as const, 'solve' as const] } }),
    ...(repId === undefined ? {} : { repId }),
    ...(customerId === undefined ? {} : { customerId }),
  };
  const rows = await data.db.complaint.findMany({
    where,
    include: whatCardsNeed,
    orderBy: [{ severity: 'desc' }, { openedAt: 'asc' }, { id: 'asc' }],
    skip,
    take: limit,
  });
  return { total: await data.db.complaint.count({ where }), complaints: await withAnswers(data, rows) };
}

const firstNumber = 101;

export type NewComplaint = Pick<Complaint, 'id' | 'words' | 'wanted' | 'product' | 'severity' | 'kind'> & {
  readonly customerId: string;
  readonly repId: string;
};

/** Keeps a complaint and gives it the workspace's next number. */
export async function openComplaint(tx: Tx, complaint: NewComplaint, now: Date): Promise<number> {
  await tx.rows`SELECT 1 FROM "Workspace" WHERE "id" = ${WORKSPACE} FOR UPDATE`;
  const last = await tx.db.complaint.findFirst({ orderBy: { number: 'desc' }, select: { number: true } });
  const number = last ? last.number + 1 : firstNumber;
  const { workspaceId } = tx;
  const { wanted = null, product = null, ...rest } = complaint;
  await tx.db.complaint.create({ data: { workspaceId, ...rest, wanted, product, number, openedAt: now } });
  return number;
}

export type ComplaintChange = Partial<
  Pick<
    Complaint,
    'severity' | 'kind' | 'product' | 'wanted' | 'step' | 'cause' | 'finding' | 'ourPart' | 'solution' | 'agreed' | 'lesson'
  >
> & {
  readonly repId?: string;
  readonly answerId?: string;
  readonly offeredToId?: string | null;
  readonly solvedAt?: Date | null;
  readonly closedAt?: Date | null;
};

/** Changes what may change, and keeps who did what. The customer's words are not among it. */
export async function changeComplaint(
  tx: Tx,
  complaintId: string,
  change: ComplaintChange,
  note: { readonly id: string; readonly personId: string; readonly kind: ComplaintEvent; readonly text?: string | undefined },
  now: Date,
): Promise<void> {
  const { workspaceId } = tx;
  const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(data).length > 0) await tx.db.complaint.updateMany({ where: { id: complaintId }, data });
  const { text = null, ...rest } = note;
  await tx.db.complaintNote.create({ data: { workspaceId, complaintId, ...rest, text, at: now } });
}

export interface NoteRow {
  readonly kind: ComplaintEvent;
  readonly text: string | undefined;
  readonly at: Date;
  readonly by: string;
}

/** What was done about it, the last first. */
export async function listNotes(data: Reads, complaintId: string, limit: number): Promise<readonly NoteRow[]> {
  const rows = await data.db.complaintNote.findMany({
    where: { complaintId },
    include: { person: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ kind, text, at, person }) => ({ kind, text: text ?? undefined, at, by: person.name }));
}

/** Complaints whose customer was to hear from us through one of these touches. */
export async function answeredBy(data: Reads, touchIds: readonly string[]): Promise<readonly { readonly id: string }[]> {
  return data.db.complaint.findMany({ where: { answerId: { in: [...touchIds] } }, select: { id: true } });
}

/** Makes a complaint its reader's: the promised answer and its own steps go along. */
export async function touchesOf(data: Reads, complaint: Complaint): Promise<readonly string[]> {
  const rows = await data.db.touch.findMany({
    where: {
      customerId: complaint.customer.id,
      repId: complaint.rep.id,
      state: 'open',
      OR: [{ kind: 'complaint' }, ...(complaint.answer ? [{ id: complaint.answer.touchId }] : [])],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
