import pg from 'pg';
import { z } from 'zod';
import { startPostgres } from '../support/postgres-server.ts';
import { keepOpen } from './open-things.ts';
import { runToEnd } from './program.ts';
import { median, type Part, spread } from './report.ts';

const goal = 0.2;

const printed = z.object({
  ms: z.number(),
  outcome: z.object({
    lines: z.number(),
    customers: z.object({ fresh: z.number() }),
    purchases: z.number(),
    touches: z.number(),
  }),
});

/** In the order in which they refer to each other. */
const tables = ['Customer', 'Purchase', 'Touch'];

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return use(client).finally(() => client.end());
}

/** Copies the rows that an import made into empty tables of the same kind; gives the milliseconds of the copying itself. */
async function copyAgain(url: (database: string) => string, from: string, to: string): Promise<number> {
  const folder = await withClient(url(from), async (client) => {
    const { data_directory: data } = (await client.query('SHOW data_directory')).rows[0];
    for (const table of tables) await client.query(`COPY "${table}" TO '${data}/bench-${table}'`);
    return String(data);
  });
  await withClient(url('postgres'), (client) => client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`));
  return withClient(url(to), async (client) => {
    await client.query(`TRUNCATE ${tables.map((table) => `"${table}"`).join(', ')} CASCADE`);
    await client.query('CHECKPOINT');
    const started = performance.now();
    await client.query('BEGIN');
    for (const table of tables) await client.query(`COPY "${table}" FROM '${folder}/bench-${table}'`);
    await client.query('COMMIT');
    return performance.now() - started;
  });
}

/** Rows are those of the sheet, for both: each becomes a customer, a purchase and the touches of it. */
export const imports: Part = async ({ quick, say }) => {
  const rows = quick ? 20_000 : 100_000;
  say(`Import of a sheet with ${rows} rows`);
  const server = await startPostgres();
  const close = keepOpen(() => server.stop());
  const ours: number[] = [];
  const copied: number[] = [];
  let touches = 0;
  for (let round = 1; round <= (quick ? 1 : 3); round++) {
    const database = `imported_${round}`;
    await withClient(server.url('postgres'), (client) => client.query(`CREATE DATABASE ${database}`));
    const { ms, outcome } = printed.parse(JSON.parse(await runToEnd('import-rows.ts', [server.url(database), String(rows)])));
    if (outcome.lines !== rows || outcome.purchases !== rows) throw new Error(`Not all was imported: ${JSON.stringify(outcome)}`);
    touches = outcome.touches;
    ours.push((rows / ms) * 1000);
    copied.push((rows / (await copyAgain(server.url, database, `copied_${round}`))) * 1000);
    say(`  round ${round}: ${ours.at(-1)?.toFixed(0)} against ${copied.at(-1)?.toFixed(0)} rows a second`);
  }
  await close();
  const ratios = ours.map((rate, i) => rate / (copied[i] ?? Number.NaN));
  return [
    {
      what: `import of ${rows} rows (${touches} touches), rows a second`,
      ours: spread(ours, 0),
      beside: `COPY ${spread(copied, 0)}`,
      ratio: spread(ratios, 2),
      goal: `≥ ${goal}`,
      met: median(ratios) >= goal,
    },
  ];
};
