import type { TouchKind } from '../followups/index.ts';
import type { How } from './nudge-moment.ts';

export interface JoinTouch {
  readonly workspaceId: string;
  readonly id: string;
  readonly repId: string;
  readonly customerId: string;
  readonly kind: TouchKind;
  readonly how: How;
}

const weight: readonly TouchKind[] = ['promise', 'complaint', 'call', 'followup', 'note'];

const whose = ({ workspaceId, repId, customerId }: JoinTouch) => `${workspaceId} ${repId} ${customerId}`;

/** One message: what matters most in it, and what it tells of besides. */
export interface Joined<Row> {
  readonly lead: Row;
  readonly mates: readonly Row[];
}

/**
 * What one rep is to be nudged of with one customer at one moment is one message. What is only listed stays by itself: lists
 * put it together anyway. In the order of the leads.
 */
export function joinConversations<Row extends JoinTouch>(rows: readonly Row[]): readonly Joined<Row>[] {
  const nudged = rows.filter(({ how }) => how === 'nudge');
  const joined = [...Map.groupBy(nudged, whose).values()].flatMap((group): Joined<Row>[] => {
    const [lead, ...mates] = [...group].sort((a, b) => weight.indexOf(a.kind) - weight.indexOf(b.kind));
    return lead ? [{ lead, mates }] : [];
  });
  const others = rows.filter(({ how }) => how !== 'nudge').map((lead) => ({ lead, mates: [] }));
  const place = new Map(rows.map((row, at) => [row, at]));
  return [...joined, ...others].sort((a, b) => (place.get(a.lead) ?? 0) - (place.get(b.lead) ?? 0));
}
