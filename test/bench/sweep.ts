import pg from 'pg';
import { z } from 'zod';
import { startPostgres } from '../support/postgres-server.ts';
import { keepOpen } from './open-things.ts';
import { runToEnd } from './program.ts';
import { median, type Part, spread } from './report.ts';

const due = 10_000;
const goals = { bare: 3, size: 1.3 };
const roundsOf = z.array(z.object({ ours: z.number(), bare: z.number() }));

/** One look for what is due, against the bare statement that takes the same rows; in a large database and in a small one. */
export const sweep: Part = async ({ quick, say }) => {
  const sizes = [quick ? 100_000 : 1_000_000, due] as const;
  const server = await startPostgres();
  const close = keepOpen(() => server.stop());
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  const urls: string[] = [];
  for (const open of sizes) {
    await admin.query(`CREATE DATABASE open_${open}`);
    say(`a sweep with ${due} due of ${open} open: filling the database`);
    urls.push(server.url(`open_${open}`));
    await runToEnd('sweep-program.ts', ['seed', urls.at(-1) ?? '', String(open)]);
  }
  await admin.end();
  const rounds: z.infer<typeof roundsOf>[] = [];
  for (const [i, url] of urls.entries()) {
    say(`  measuring with ${sizes[i]} open`);
    rounds.push(roundsOf.parse(JSON.parse(await runToEnd('sweep-program.ts', ['sweep', url, quick ? '4' : '8']))));
  }
  await close();
  const [large = [], small = []] = rounds;
  const ours = large.map((round) => round.ours);
  const bare = large.map((round) => round.bare);
  const ratios = large.map((round) => round.ours / round.bare);
  const few = small.map((round) => round.ours);
  const size = median(ours) / median(few);
  return [
    {
      what: `sweep, ${due} due of ${sizes[0]} open, ms`,
      ours: spread(ours, 0),
      beside: `bare UPDATE … RETURNING ${spread(bare, 0)}`,
      ratio: spread(ratios, 2),
      goal: `≤ ${goals.bare}`,
      met: median(ratios) <= goals.bare,
    },
    {
      what: `sweep, ${due} due of ${sizes[0]} open, ms`,
      ours: spread(ours, 0),
      beside: `of ${due} open ${spread(few, 0)}`,
      ratio: size.toFixed(2),
      goal: `≤ ${goals.size}`,
      met: size <= goals.size,
    },
  ];
};
