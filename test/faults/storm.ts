import pg from 'pg';
import type { PostgresServer } from '../support/postgres-server.ts';
import type { Copy } from './copy.ts';
import { type Fault, faults } from './recorder.ts';

/** What can go wrong besides the calls to Slack. */
export const blows = ['killAnyTime', 'killInSweep', 'killInClaim', 'databaseRestart', 'freeze', 'clockJump'] as const;
export type Blow = (typeof blows)[number];

/** Which sending meets which fault: every kind, spread over the run, the same for the same seed. */
export function planFaults(sendings: number, kinds: readonly Fault[], random: () => number): ReadonlyMap<number, Fault> {
  const plan = new Map<number, Fault>();
  const often = (kind: Fault) => {
    const least = sendings < 100 ? 1 : 2;
    if (kind.startsWith('kill')) return Math.min(8, least + Math.floor(sendings / 1_000));
    return Math.max(least, Math.floor(sendings / (kind.startsWith('hang') ? 150 : 60)));
  };
  for (const kind of faults.filter((one) => kinds.includes(one))) {
    for (let i = 0; i < often(kind); i++) {
      let at: number;
      do at = 3 + Math.floor(random() * sendings * 0.8);
      while (plan.has(at));
      plan.set(at, kind);
    }
  }
  return plan;
}

/** A look-up now and then fails too, in every way but one: who looks up is killed at any time anyhow. Not for ever, so that a run ends. */
export function lookUpFaults(sendings: number, random: () => number): () => Fault | undefined {
  const kinds = faults.filter((kind) => !kind.startsWith('kill') && !kind.endsWith('After'));
  let left = Math.ceil(sendings / 30);
  return () => {
    if (left === 0 || random() > 0.3) return undefined;
    left--;
    return kinds[Math.floor(random() * kinds.length)];
  };
}

interface Struck {
  readonly server: PostgresServer;
  readonly url: string;
  readonly copies: readonly Copy[];
  /** Longer than it takes until others have what a copy had. */
  readonly freezeMs: number;
  /** Makes everything due; done once, by the first blow, when it is ready to strike. */
  begin(): Promise<void>;
}

/** Holds a table until a copy waits for it with a statement of this kind, and kills that copy there. Whether one did. */
async function killWaiting({ url, copies, begin }: Struck, table: string, statement: string, withinMs: number): Promise<boolean> {
  const holder = new pg.Client({ connectionString: url, application_name: 'faults' });
  holder.on('error', () => {});
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(`LOCK TABLE ${table} IN SHARE MODE`);
    await begin();
    const until = performance.now() + withinMs;
    while (performance.now() < until) {
      // Within a transaction the server shows what it showed first.
      await holder.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await holder.query<{ name: string }>(
        `SELECT application_name AS name FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name LIKE 'copy-%' AND query ~ $1 LIMIT 1`,
        [statement],
      );
      const copy = copies.find(({ number }) => rows[0]?.name === `copy-${number}`);
      if (copy?.running()) {
        copy.kill();
        return true;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return false;
  } finally {
    await holder.query('ROLLBACK').catch(() => {});
    await holder.end().catch(() => {});
  }
}

/** Strikes once; says whether it hit. */
export async function strike(blow: Blow, struck: Struck, random: () => number): Promise<boolean> {
  if (!blow.startsWith('killIn')) await struck.begin();
  // A crowded machine takes its time to start one again.
  const patient = performance.now() + 60_000;
  while (!struck.copies.some((copy) => copy.running()) && performance.now() < patient)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const up = struck.copies.filter((copy) => copy.running());
  const one = up[Math.floor(random() * up.length)];
  switch (blow) {
    case 'killAnyTime':
      one?.kill();
      return one !== undefined;
    case 'clockJump':
      one?.jump();
      return one !== undefined;
    case 'freeze':
      one?.freeze(struck.freezeMs);
      return one !== undefined;
    case 'databaseRestart':
      await struck.server.halt();
      await struck.server.resume();
      return true;
    case 'killInSweep':
      return killWaiting(struck, 'pgboss.job_common', 'INSERT INTO', 25_000);
    case 'killInClaim':
      return killWaiting(struck, '"Nudge"', 'UPDATE "Nudge"', 20_000);
  }
}
