import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CAST } from '../../src/playground/cast.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { keepOpen, temporaryFolder } from './open-things.ts';
import { launch, memoryOf, type Program, runToEnd } from './program.ts';
import type { Part, PartOptions, Row } from './report.ts';

const goals = { warmMs: 3_000, pgliteMb: 600, postgresMb: 250 };

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

interface Started {
  readonly program: Program;
  /** From the command to the page and the first answered `/followups`. */
  readonly usableMs: number;
}

/** What a newcomer does: the command, the page, and the first question. */
async function startUsable(env: Readonly<Record<string, string>>): Promise<Started> {
  const started = performance.now();
  const port = await freePort();
  const program = await launch({
    command: 'npm',
    args: ['start'],
    env: { ...env, PORT: String(port) },
    ready: /Aftercare is ready/,
    named: 'src/main.ts',
  });
  const playground = `http://127.0.0.1:${port}/playground/`;
  const page = await fetch(playground);
  if (page.status !== 200 || !(await page.text()).includes('<html')) throw new Error(`The page was answered with ${page.status}`);
  await askFollowups(playground);
  return { program, usableMs: performance.now() - started };
}

/** Fails unless the bot's own answer stands in the conversation afterwards. */
async function askFollowups(playground: string): Promise<void> {
  const rep = CAST.find(({ role }) => role === 'rep');
  if (!rep) throw new Error('The cast has no rep');
  const messages = () => fetch(`${playground}api/messages?as=${rep.id}&channel=${rep.direct}`).then((said) => said.text());
  const before = await messages();
  const asked = await fetch(`${playground}api/command`, {
    method: 'POST',
    body: JSON.stringify({ as: rep.id, channel: rep.direct, text: '/followups' }),
  });
  if (asked.status !== 200 || (await messages()) === before)
    throw new Error(`/followups was answered with ${asked.status}: ${await asked.text()}`);
}

async function measure(
  name: string,
  env: Readonly<Record<string, string>>,
  mostMb: number,
  { quick, say }: PartOptions,
): Promise<readonly Row[]> {
  say(`npm start on ${name}: a first start, then a warm one`);
  const first = await startUsable(env);
  const firstPeak = memoryOf(first.program.pid).peak;
  await first.program.stop();
  const warm = await startUsable(env);
  const seconds = quick ? 5 : 60;
  say(`  waiting ${seconds} s`);
  await pause(seconds * 1000);
  const { now, peak } = memoryOf(warm.program.pid);
  await warm.program.stop();
  const ms = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  return [
    { what: `npm start on ${name}, first, to a usable page`, ours: ms(first.usableMs) },
    {
      what: `npm start on ${name}, warm, to a usable page`,
      ours: ms(warm.usableMs),
      goal: `< ${goals.warmMs / 1000} s`,
      met: warm.usableMs < goals.warmMs,
    },
    { what: `memory on ${name}, ${seconds} s after a warm start`, ours: mb(now), goal: `< ${mostMb} MB`, met: now < mostMb },
    { what: `memory on ${name}, peak of a first start`, ours: mb(firstPeak), beside: `warm ${mb(peak)}` },
  ];
}

export const start: Part = async (options) => {
  // An installation that is due is not part of a start.
  await runToEnd('../../scripts/prepare.js', []);
  const embedded = await measure('PGlite', { AFTERCARE_DATA: temporaryFolder() }, goals.pgliteMb, options);
  const server = await startPostgres();
  const close = keepOpen(() => server.stop());
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE bench');
  await client.end();
  const env = { DATABASE_URL: server.url('bench'), AFTERCARE_DATA: temporaryFolder() };
  const onServer = await measure('PostgreSQL', env, goals.postgresMb, options);
  await close();
  return [...embedded, ...onServer];
};
