import type { Reads } from '../../store/index.ts';
import { type Because, type How, parseBecause, type Stage } from '../reminders/index.ts';

export interface HeardNudge {
  readonly stage: Stage | undefined;
  readonly state: 'queued' | 'sending' | 'sent' | 'skipped' | 'failed' | 'folded' | 'listed';
  /** When it was its turn, or when it was sent. */
  readonly at: Date;
  readonly person: string;
  readonly because: readonly Because[];
  /** The platform's word for why it could not be delivered. */
  readonly problem: string | undefined;
}

export interface Receipt {
  readonly nudges: readonly HeardNudge[];
  /** Whose it is while a stand-in has it. */
  readonly lentBy: string | undefined;
  readonly createdAt: Date;
  readonly next:
    | { readonly at: Date; readonly stage: Stage; readonly how: How; readonly because: readonly Because[] }
    /** Not worked out yet. */
    | 'soon'
    | undefined;
}

/** All that was and will be heard of a touch, and why. */
export async function findReceipt(data: Reads, touchId: string): Promise<Receipt | undefined> {
  const touch = await data.db.touch.findFirst({ where: { id: touchId } });
  if (!touch) return undefined;
  const rows = await data.db.nudge.findMany({
    where: { touchId },
    include: { person: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const carriers = await data.db.nudge.findMany({ where: { id: { in: rows.flatMap(({ carrierId }) => carrierId ?? []) } } });
  const owner = touch.lentById ? await data.db.person.findFirst({ where: { id: touch.lentById } }) : undefined;
  const { nextNudgeAt: at, nextStage: stage, nextHow: how } = touch;
  return {
    nudges: rows.map(({ carrierId, ...row }) => {
      const carrier = carriers.find(({ id }) => id === carrierId);
      return {
        stage: row.stage ?? undefined,
        state: carrier && (carrier.state === 'failed' || carrier.state === 'skipped') ? carrier.state : row.state,
        at: carrier?.sentAt ?? row.sentAt ?? row.createdAt,
        person: row.person.name,
        because: parseBecause(row.because),
        problem: carrier?.problem ?? row.problem ?? undefined,
      };
    }),
    lentBy: owner?.name,
    createdAt: touch.createdAt,
    next:
      touch.state === 'open' && touch.replan
        ? 'soon'
        : at && stage && how
          ? { at, stage, how, because: parseBecause(touch.because) }
          : undefined,
  };
}
