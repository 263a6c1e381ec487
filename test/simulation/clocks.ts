import type { System } from '../../src/store/index.ts';

const clockTable = 'simulated_clock';

/** Time as it passes, and what the clocks of the machines say of it. */
export interface Clocks {
  /** As it passes: what the database goes by. */
  now(): Date;
  /** What the bot's machines say, which somebody may have set wrong. */
  told(): Date;
  skewMs(): number;
  /** Sets the machines' clocks, forth or back. */
  skew(ms: number): void;
  to(at: Date): Promise<void>;
  remove(): Promise<void>;
}

/** Has the database and its job queue go by a clock that stands still between two moments. */
export async function openClocks({ prisma }: System, start: Date): Promise<Clocks> {
  let now = start;
  let off = 0;
  const jobsGoBy = (what: string) =>
    prisma.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION pgboss.job_now() RETURNS timestamptz AS $$ SELECT ${what}; $$ LANGUAGE sql STABLE`,
    );
  await prisma.$executeRawUnsafe(`DROP TABLE IF EXISTS ${clockTable}`);
  await prisma.$executeRawUnsafe(`CREATE TABLE ${clockTable} (at timestamptz NOT NULL)`);
  await prisma.$executeRawUnsafe(`INSERT INTO ${clockTable} VALUES ('${start.toISOString()}')`);
  await jobsGoBy(`at FROM public.${clockTable}`);
  return {
    now: () => now,
    told: () => new Date(now.getTime() + off),
    skewMs: () => off,
    skew: (ms) => {
      off = ms;
    },
    async to(at) {
      now = at;
      await prisma.$executeRawUnsafe(`UPDATE ${clockTable} SET at = '${at.toISOString()}'`);
    },
    async remove() {
      await jobsGoBy('pg_catalog.now()');
      await prisma.$executeRawUnsafe(`DROP TABLE ${clockTable}`);
    },
  };
}
