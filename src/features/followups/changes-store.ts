import { z } from 'zod';
import type { CalendarDate } from '../../calendar/index.ts';
import { calendarDate, dateColumn } from '../../store/dates.ts';
import type { Reads, Tx } from '../../store/index.ts';
import { parseSaid, type Said } from './touch.ts';

/** What happened to a touch besides being logged. */
export type ChangeKind = 'snoozed' | 'paced' | 'paused' | 'resumed' | 'given' | 'pooled' | 'taken' | 'lent' | 'returned' | 'held';

export interface Due {
  readonly dueOn: CalendarDate;
  readonly dueAt: Date | undefined;
}

export interface NewChange {
  readonly id: string;
  readonly touchId: string;
  readonly kind: ChangeKind;
  /** Absent: by a rule. */
  readonly personId?: string | undefined;
  readonly from?: Due | undefined;
  readonly to?: Due | undefined;
  readonly fromRepId?: string | undefined;
  readonly toRepId?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Change {
  readonly touchId: string;
  readonly kind: ChangeKind;
  /** Who did it; absent: a rule. */
  readonly by: string | undefined;
  readonly from: Due | undefined;
  readonly to: Due | undefined;
  readonly fromRep: string | undefined;
  readonly toRep: string | undefined;
  readonly reason: string | undefined;
  readonly at: Date;
  /** What the touch is called by. */
  readonly step: string;
  readonly said: Said | undefined;
  readonly about: string | undefined;
}

/** Keeps what happened to touches. */
export async function addChanges(tx: Tx, changes: readonly NewChange[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  const { workspaceId } = tx;
  await tx.db.touchChange.createMany({
    data: changes.map(({ from, to, ...change }) => ({
      workspaceId,
      ...change,
      fromOn: from ? dateColumn(from.dueOn) : null,
      fromAt: from?.dueAt ?? null,
      toOn: to ? dateColumn(to.dueOn) : null,
      toAt: to?.dueAt ?? null,
      at,
    })),
  });
}

const due = (on: Date | null, at: Date | null): Due | undefined =>
  on === null ? undefined : { dueOn: calendarDate(on), dueAt: at ?? undefined };

const stepsSchema = z.record(z.string(), z.unknown());

/** A team's own words for what its cadences plan, by cadence and step. */
async function ownWords(
  data: Reads,
  keys: readonly string[],
): Promise<(cadence: string | null, step: string) => Said | undefined> {
  const cadences = keys.length === 0 ? [] : await data.db.cadence.findMany({ where: { key: { in: [...keys] } } });
  const words = new Map(cadences.map((cadence) => [cadence.key, stepsSchema.parse(cadence.words)]));
  return (cadence, step) => {
    const said = cadence === null ? undefined : words.get(cadence)?.[step];
    return said === undefined ? undefined : parseSaid(said);
  };
}

/** What happened to a customer's touches, or to one of them, the last first. */
export async function listChanges(
  data: Reads,
  of: { readonly customerId: string } | { readonly touchId: string },
  limit: number,
): Promise<readonly Change[]> {
  const name = { select: { name: true } } as const;
  const rows = await data.db.touchChange.findMany({
    where: 'touchId' in of ? of : { touch: of },
    include: { touch: { select: { step: true, about: true, cadence: true } }, person: name, fromRep: name, toRep: name },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const said = await ownWords(data, [...new Set(rows.flatMap(({ touch }) => touch.cadence ?? []))]);
  return rows.map((row) => ({
    touchId: row.touchId,
    kind: row.kind,
    by: row.person?.name,
    from: due(row.fromOn, row.fromAt),
    to: due(row.toOn, row.toAt),
    fromRep: row.fromRep?.name,
    toRep: row.toRep?.name,
    reason: row.reason ?? undefined,
    at: row.at,
    step: row.touch.step,
    said: said(row.touch.cadence, row.touch.step),
    about: row.touch.about ?? undefined,
  }));
}
