import type { System } from '../../src/store/index.ts';
import type { Chat, Said } from './chat.ts';

export interface NudgeRow {
  readonly id: string;
  readonly kind: 'touch' | 'morning' | 'digest' | 'team';
  readonly personId: string;
  readonly touchId: string | null;
  readonly stage: 'warn' | 'due' | 'again' | 'manager' | null;
  readonly state: string;
  readonly carrierId: string | null;
  /** By the copies' clocks. */
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly problem: string | null;
  readonly message: string | null;
}

/** What the bot wrote down, beside what stands in the conversations. */
export interface Evidence {
  readonly nudges: readonly NudgeRow[];
  readonly byTouch: ReadonlyMap<string, readonly NudgeRow[]>;
  nudge(id: string | null): NudgeRow | undefined;
  /** What arrived under this key. */
  arrived(key: string): readonly Said[];
  /** What a person was sent as a list of the day, as time passed. */
  listsOf(personId: string): readonly number[];
  account(personId: string): string;
}

export async function gatherEvidence({ prisma }: System, { said }: Chat): Promise<Evidence> {
  const nudges = await prisma.$queryRawUnsafe<NudgeRow[]>(`
    SELECT "id", "kind"::text AS "kind", "personId", "touchId", "stage"::text AS "stage", "state"::text AS "state", "carrierId", "createdAt",
      "sentAt", "problem", "message" FROM "Nudge" ORDER BY "createdAt", "id"`);
  const accounts = await prisma.identity.findMany();
  const accountOf = new Map(accounts.map(({ personId, account }) => [personId, account]));
  const byId = new Map(nudges.map((nudge) => [nudge.id, nudge]));
  const byKey = Map.groupBy(said, ({ key }) => key);
  const lists = Map.groupBy(
    nudges.filter(({ kind }) => kind === 'morning' || kind === 'team'),
    ({ personId }) => personId,
  );
  return {
    nudges,
    byTouch: Map.groupBy(nudges, ({ touchId }) => touchId ?? ''),
    nudge: (id) => (id === null ? undefined : byId.get(id)),
    arrived: (key) => byKey.get(key) ?? [],
    listsOf: (personId) => (lists.get(personId) ?? []).flatMap(({ id }) => byKey.get(id) ?? []).map(({ at }) => at),
    account: (personId) => accountOf.get(personId) ?? '',
  };
}
