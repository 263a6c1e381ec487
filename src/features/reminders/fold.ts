import type { TouchKind } from '../followups/index.ts';
import type { How } from './nudge-moment.ts';

const hourMs = 3_600_000;

export interface DueTouch {
  readonly workspaceId: string;
  readonly id: string;
  readonly repId: string;
  readonly kind: TouchKind;
  readonly how: How;
  readonly mostPerHour: number;
  /** Its moment came while nobody could tell it. */
  readonly missed: boolean;
}

/** `hold`: there is room again at `until`. `fold`: told in the one message that takes the rest. `join`: told with its lead. */
export type Decided<Row extends DueTouch> = Row & {
  readonly leadId?: string;
  readonly as: 'send' | 'join' | 'fold' | 'digest' | 'list' | 'manager' | 'hold';
  readonly until?: Date;
};

const whose = ({ workspaceId, repId }: Pick<DueTouch, 'workspaceId' | 'repId'>) => `${workspaceId} ${repId}`;

/**
 * What becomes of touches whose moment has come, given when their reps had messages in the last hour. Never more than the
 * rep's cap in any hour: what is left over goes into one message that names it all, and where not even that has room it
 * waits. A promise waits for nothing. What was missed while the bot was down is one message for each rep, whatever the cap
 * and the kind; with it goes what a list that did not come would have told. `due` stands in the order of what matters.
 */
export function decideAll<Row extends DueTouch>(
  due: readonly Row[],
  recent: ReadonlyMap<string, readonly Date[]>,
  now: Date,
): readonly Decided<Row>[] {
  const isCapped = ({ how, kind }: Row) => how === 'nudge' && kind !== 'promise';
  const decided = new Map<Row, Decided<Row>>();
  const missed = Map.groupBy(
    due.filter((row) => row.missed && (row.how === 'nudge' || row.how === 'list')),
    whose,
  );
  for (const rows of missed.values())
    if (rows.length > 1 && rows.some(({ how }) => how === 'nudge'))
      for (const row of rows) decided.set(row, { ...row, as: 'fold' });
  const folded = new Set([...decided.keys()].map(whose));
  const byRep = Map.groupBy(
    due.filter((row) => isCapped(row) && !decided.has(row)),
    whose,
  );
  for (const [rep, rows] of byRep) {
    const most = Math.max(1, rows[0]?.mostPerHour ?? 1);
    const before = (recent.get(rep) ?? [])
      .filter((at) => at.getTime() > now.getTime() - hourMs)
      .sort((a, b) => a.getTime() - b.getTime());
    const room = most - before.length - (folded.has(rep) ? 1 : 0);
    const freed = before[before.length - most];
    rows.forEach((row, place) => {
      if (rows.length <= room || place < room - 1) decided.set(row, { ...row, as: 'send' });
      else if (room > 0) decided.set(row, { ...row, as: 'fold' });
      else decided.set(row, { ...row, as: 'hold', until: new Date((freed ?? now).getTime() + hourMs) });
    });
  }
  return due.map((row) => decided.get(row) ?? { ...row, as: row.how === 'nudge' ? 'send' : row.how });
}

export const repKey = whose;
