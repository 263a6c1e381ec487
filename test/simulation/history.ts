import type { System } from '../../src/store/index.ts';

/** How a touch stood from a moment on. */
export interface TouchState {
  readonly id: string;
  readonly at: number;
  readonly customerId: string;
  readonly kind: string;
  readonly cadence: string | null;
  readonly dueOn: string;
  readonly dueAt: number | undefined;
  readonly repId: string;
  /** Open, in nobody's pool and not waiting for a complaint. */
  readonly live: boolean;
  readonly agreed: boolean;
}

/** How a person wanted to hear of things, and whether they were there, from a moment on. */
export interface PersonState {
  readonly id: string;
  readonly at: number;
  readonly role: string | null;
  readonly zone: string;
  readonly country: string | undefined;
  readonly workFrom: string;
  readonly workTo: string;
  readonly workDays: readonly number[];
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly daysOff: readonly string[];
  readonly awayFrom: string | null;
  readonly awayUntil: string | null;
  readonly mostPerHour: number;
}

const tables = {
  Touch: ['dueOn', 'dueAt', 'repId', 'state', 'pooledAt', 'pausedAt', 'agreed'],
  Person: [
    ...['role', 'zone', 'country', 'workFrom', 'workTo', 'workDays', 'quietFrom', 'quietTo', 'daysOff'],
    ...['awayFrom', 'awayUntil', 'mostPerHour'],
  ],
} as const;

/** Writes down every change of touches and people, whoever makes it: nothing of the bot is asked. */
export async function keepHistory({ prisma }: System): Promise<{ remove(): Promise<void> }> {
  await prisma.$executeRawUnsafe('DROP TABLE IF EXISTS simulated_history');
  await prisma.$executeRawUnsafe('CREATE TABLE simulated_history (n bigserial, what text, row jsonb, at timestamptz)');
  await prisma.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION simulated_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO simulated_history (what, row, at) SELECT TG_TABLE_NAME, to_jsonb(NEW), at FROM simulated_clock; RETURN NULL; END $$`);
  for (const [table, columns] of Object.entries(tables)) {
    const differs = columns.map((column) => `NEW."${column}" IS DISTINCT FROM OLD."${column}"`).join(' OR ');
    await prisma.$executeRawUnsafe(
      `CREATE TRIGGER simulated_new AFTER INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION simulated_note()`,
    );
    await prisma.$executeRawUnsafe(
      `CREATE TRIGGER simulated_change AFTER UPDATE ON "${table}" FOR EACH ROW WHEN (${differs}) EXECUTE FUNCTION simulated_note()`,
    );
  }
  return {
    async remove() {
      for (const table of Object.keys(tables))
        for (const trigger of ['simulated_new', 'simulated_change'])
          await prisma.$executeRawUnsafe(`DROP TRIGGER IF EXISTS ${trigger} ON "${table}"`);
      await prisma.$executeRawUnsafe('DROP FUNCTION simulated_note');
      await prisma.$executeRawUnsafe('DROP TABLE simulated_history');
    },
  };
}

interface HistoryRow<Row> {
  readonly row: Row;
  readonly at: Date;
}

type TouchRow = Omit<TouchState, 'at' | 'dueAt' | 'live'> & {
  readonly dueAt: string | null;
  readonly state: string;
  readonly pooledAt: string | null;
  readonly pausedAt: string | null;
};
type PersonRow = Omit<PersonState, 'at' | 'country'> & { readonly country: string | null };

export interface History {
  /** By touch, in the order in which it happened. */
  readonly touches: ReadonlyMap<string, readonly TouchState[]>;
  personAt(id: string, at: number): PersonState;
}

export async function readHistory({ prisma }: System, country: string): Promise<History> {
  const rows = <Row>(what: string) =>
    prisma.$queryRawUnsafe<HistoryRow<Row>[]>(`SELECT row, at FROM simulated_history WHERE what = '${what}' ORDER BY n`);
  const touches = (await rows<TouchRow>('Touch')).map(({ row, at }): TouchState => {
    const { id, customerId, kind, cadence, dueOn, dueAt, repId, state, pooledAt, pausedAt, agreed } = row;
    const live = state === 'open' && pooledAt === null && pausedAt === null;
    const hour = dueAt === null ? undefined : Date.parse(dueAt);
    return { id, at: at.getTime(), customerId, kind, cadence, dueOn, dueAt: hour, repId, live, agreed };
  });
  const people = (await rows<PersonRow>('Person')).map(
    ({ row, at }): PersonState => ({ ...row, at: at.getTime(), country: row.country ?? country }),
  );
  const byPerson = Map.groupBy(people, ({ id }) => id);
  return {
    touches: Map.groupBy(touches, ({ id }) => id),
    personAt(id, at) {
      const states = byPerson.get(id) ?? [];
      const found = states.findLast((one) => one.at <= at) ?? states[0];
      if (!found) throw new Error(`Nobody is called ${id}`);
      return found;
    },
  };
}
