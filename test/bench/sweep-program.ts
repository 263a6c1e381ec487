// A program of its own: `sweep-program.ts seed ADDRESS OPEN` fills a database, `sweep-program.ts sweep ADDRESS ROUNDS` measures one sweep after another.
import pg from 'pg';
import { z } from 'zod';
import { systemClock } from '../../src/app/clock.ts';
import { idsAt } from '../../src/app/ids.ts';
import { reminders } from '../../src/features/reminders/index.ts';
import { openLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue.ts';
import { openStore } from '../../src/store/index.ts';

const [task, url = '', size = '10000'] = process.argv.slice(2);
const workspaces = 1_000;
const due = 10_000;
const log = openLog('warn');
const store = await openStore({ engine: 'postgres', url });
const queue = await openQueue(store, log);
const system = store.system(queue.enqueue);
const client = new pg.Client({ connectionString: url });
await client.connect();

const id = (kind: number, n: string) => `('00000000-0000-700${kind}-9000-' || lpad((${n})::text, 12, '0'))::uuid`;
const workspace = (n: string) => id(0, `(${n}) % ${workspaces}`);

/** Ten reps and a hundred customers a workspace; of everything that is open 10,000 are due now, the rest in the weeks to come. */
async function seed(open: number): Promise<void> {
  const people = workspaces * 10;
  const customers = Math.min(workspaces * 100, open);
  const statements = [
    // References are right by construction, and moments are given, not worked out.
    "SET session_replication_role = 'replica'",
    `INSERT INTO "Workspace" ("id", "name", "createdAt") SELECT ${workspace('n')}, 'Team ' || n, now() FROM generate_series(0, ${workspaces - 1}) AS n`,
    `INSERT INTO "Person" ("workspaceId", "id", "name", "role", "zone", "language", "hears", "welcomedAt", "profileAt", "createdAt")
     SELECT ${workspace('n')}, ${id(1, 'n')}, 'Rep ' || n, 'rep', 'UTC', 'en', 'nudges', now(), now(), now() FROM generate_series(0, ${people - 1}) AS n`,
    `INSERT INTO "Customer" ("workspaceId", "id", "identityKey", "name", "ownerId", "searchText", "searchKeys", "createdAt", "updatedAt")
     SELECT ${workspace('n')}, ${id(2, 'n')}, 'bench:' || n, 'Customer ' || n, ${id(1, `n % ${people}`)}, 'customer ' || n, '{}', now(), now() FROM generate_series(0, ${customers - 1}) AS n`,
    `INSERT INTO "Touch" ("workspaceId", "id", "customerId", "repId", "kind", "step", "dueOn", "dueAt", "nextNudgeAt", "replan", "unpaced", "nextStage", "nextHow", "because", "createdAt")
     SELECT ${workspace('n')}, ${id(3, 'n')}, ${id(2, `n % ${customers}`)}, ${id(1, `n % ${people}`)}, 'call', 'day2', at::date, at, at, false, false, 'due', 'nudge', '[{"rule":"named"}]', now()
     FROM (SELECT n, now() + CASE WHEN (n / 1000) % ${open / due} = 0 THEN interval '-1 minute' ELSE interval '1 day' + (n % 2000000) * interval '1 second' END AS at
           FROM generate_series(0, ${open - 1}) AS n) AS t`,
    "SET session_replication_role = 'origin'",
    'VACUUM ANALYZE',
    'CHECKPOINT',
  ];
  for (const statement of statements) await client.query(statement);
}

/** As it was before the sweep. */
async function reset(): Promise<void> {
  await client.query(`SET session_replication_role = 'replica'`);
  await client.query(
    `UPDATE "Touch" SET "nextNudgeAt" = now() - interval '1 minute', "nextStage" = 'due', "nextHow" = 'nudge', "heard" = NULL, "heardAt" = NULL, "replan" = false WHERE "dueAt" <= now()`,
  );
  await client.query(`SET session_replication_role = 'origin'`);
  await client.query('TRUNCATE "Nudge"');
  await client.query(`DELETE FROM pgboss.job WHERE name = 'reminders.send'`);
  await client.query('VACUUM "Touch"');
  await client.query('CHECKPOINT');
}

async function timed(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const claimed = await work();
  // On a busy machine a look may also rescue what it has claimed itself.
  if (claimed < due) throw new Error(`${claimed} rows instead of ${due}`);
  return performance.now() - began;
}

if (task === 'seed') {
  // The queue has to know its job; nothing is there yet that it could run.
  await queue.work([{ name: 'reminders.send', data: z.unknown(), run: async () => {} }]);
  await seed(Number(size));
  process.stdout.write('seeded');
} else {
  const unreached = () => {
    throw new Error('Nothing is sent here.');
  };
  const services = { system, clock: systemClock, newId: idsAt(() => systemClock.now()), log, platform: unreached };
  const sweep = reminders.sweep?.(services);
  if (!sweep) throw new Error('Reminders do not sweep');
  const rounds: { ours: number; bare: number }[] = [];
  const bare = () =>
    timed(async () => {
      const text = 'UPDATE "Touch" SET "nextNudgeAt" = NULL WHERE "nextNudgeAt" <= $1 RETURNING "workspaceId", "id"';
      return (await client.query(text, [new Date()])).rowCount ?? 0;
    });
  const ours = () => timed(() => sweep(new Date()));
  for (let round = 0; round < Number(size); round++) {
    const took = { ours: 0, bare: 0 };
    // Whoever goes first changes, so that a machine that gets busier wrongs neither.
    for (const one of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      await reset();
      took[one] = await (one === 'ours' ? ours() : bare());
    }
    if (round > 0) rounds.push(took);
  }
  process.stdout.write(JSON.stringify(rounds));
}
await client.end();
await queue.stop();
await store.close();
