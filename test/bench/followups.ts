import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../support/postgres-server.ts';
import { type Answer, openConnection } from './connection.ts';
import { closedLoop, type Load, openLoop } from './load.ts';
import { keepOpen, temporaryFolder } from './open-things.ts';
import { launch, type Program, processorMs, runToEnd } from './program.ts';
import { median, type Part, type PartOptions, quantile, type Row, spread } from './report.ts';
import { accountOf, signedCommands, signingSecret } from './signed-commands.ts';
import { openSlack } from './slack.ts';

const reps = 1_000;
const touches = 100;
const goals = { ratio: 0.4, p99: 100 };

/** Where the data of each of the two programs is, as the bot's settings and as the bare one's arguments. */
interface Databases {
  readonly name: string;
  readonly ours: Readonly<Record<string, string>>;
  readonly bare: readonly [kind: 'url' | 'folder', target: string];
  close(): Promise<void>;
}

/** A server of its own with so many reps in one workspace. */
export async function seededPostgres(reps: number, touches: number): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = await startPostgres();
  const close = keepOpen(() => server.stop());
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE bench');
  await client.end();
  const url = server.url('bench');
  await seed('url', url, reps, touches);
  return { url, close };
}

async function onPostgres(): Promise<Databases> {
  const { url, close } = await seededPostgres(reps, touches);
  return { name: 'PostgreSQL', ours: { DATABASE_URL: url, AFTERCARE_DATA: temporaryFolder() }, bare: ['url', url], close };
}

/** Two copies: an embedded database belongs to one process. */
async function onPglite(): Promise<Databases> {
  const ours = temporaryFolder();
  const bare = temporaryFolder();
  await seed('folder', ours, reps, touches);
  cpSync(ours, bare, { recursive: true });
  return { name: 'PGlite', ours: { AFTERCARE_DATA: ours }, bare: ['folder', bare], close: async () => {} };
}

async function seed(kind: 'url' | 'folder', target: string, reps: number, touches: number): Promise<void> {
  const open = Number(await runToEnd('seed.ts', [kind, target, String(reps), String(touches)]));
  if (open !== reps * touches) throw new Error(`${open} open follow-ups instead of ${reps * touches}`);
}

/** The bot's answer to the first rep: what the bare program is given to say, and what each answer is held against. */
async function captureAnswer(port: number): Promise<string> {
  const connection = await openConnection(port);
  const [request] = signedCommands(1, reps, port);
  const answer = request && (await connection.ask(request));
  connection.close();
  if (answer?.status !== 200 || !answer.body.includes('"blocks"'))
    throw new Error(`/followups of ${accountOf(1)} was answered with ${answer?.status}: ${answer?.body}`);
  return answer.body;
}

/** Each rep has the same number due, so each answer is about as long as the captured one. */
const sameKind = (captured: string) => (answer: Answer) =>
  answer.status === 200 && Math.abs(answer.body.length - captured.length) < captured.length / 10;

interface Side {
  readonly program: Program;
  readonly port: number;
  readonly perSecond: number[];
  /** Processor time for one answer, milliseconds. */
  readonly cost: number[];
}

const side = (program: Program): Side => ({ program, port: Number(program.said), perSecond: [], cost: [] });

async function compare(ours: Side, bare: Side, isRight: Load['isRight'], { quick, say }: PartOptions): Promise<void> {
  const seconds = quick ? 2 : 6;
  const round = async ({ program, port, perSecond, cost }: Side, counts: boolean) => {
    const requests = signedCommands(4_000, reps, port);
    const before = processorMs(program.pid);
    const rate = await closedLoop({ port, requests, seconds, isRight });
    if (!counts) return;
    perSecond.push(rate);
    cost.push((processorMs(program.pid) - before) / (rate * seconds));
  };
  for (const one of [ours, bare]) await round(one, false);
  for (let i = 0; i < (quick ? 2 : 6); i++) {
    // Whoever goes first changes, so that a machine that gets busier wrongs neither.
    for (const one of i % 2 === 0 ? [ours, bare] : [bare, ours]) await round(one, true);
    say(`  round ${i + 1}: ${ours.perSecond.at(-1)?.toFixed(0)} against ${bare.perSecond.at(-1)?.toFixed(0)} answers a second`);
  }
}

async function measure(databases: Databases, options: PartOptions): Promise<readonly Row[]> {
  const { quick, say } = options;
  const slack = await openSlack();
  say('  starting the bot');
  const env = { ...databases.ours, ...slack.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' };
  const ours = side(await launch({ command: process.execPath, args: ['src/main.ts'], env, ready: /at work on port (\d+)/ }));
  const captured = await captureAnswer(ours.port);
  const file = join(temporaryFolder(), 'answer.json');
  writeFileSync(file, captured);
  const args = ['test/bench/bare-bolt.ts', ...databases.bare, signingSecret, file];
  const bare = side(await launch({ command: process.execPath, args, ready: /on port (\d+)/ }));
  const isRight = sameKind(captured);
  await compare(ours, bare, isRight, options);
  await bare.program.stop();

  const half = median(ours.perSecond) / 2;
  say(`  open loop at ${half.toFixed(0)} a second`);
  const requests = signedCommands(4_000, reps, ours.port);
  const took = await openLoop({ port: ours.port, requests, seconds: quick ? 4 : 20, isRight }, half);
  await ours.program.stop();
  await slack.close();
  await databases.close();

  const ratios = ours.perSecond.map((rate, i) => rate / (bare.perSecond[i] ?? Number.NaN));
  const p99 = quantile(took, 0.99);
  const what = `/followups on ${databases.name}`;
  return [
    {
      what: `${what}, answers a second`,
      ours: spread(ours.perSecond, 0),
      beside: `bare Bolt ${spread(bare.perSecond, 0)}`,
      ratio: spread(ratios, 2),
      goal: `≥ ${goals.ratio}`,
      met: median(ratios) >= goals.ratio,
    },
    {
      what: `${what}, processor ms an answer`,
      ours: spread(ours.cost, 2),
      beside: `bare Bolt ${spread(bare.cost, 2)}`,
      ratio: (median(bare.cost) / median(ours.cost)).toFixed(2),
    },
    {
      what: `${what}, p50 and p99 at ${half.toFixed(0)} a second`,
      ours: `${quantile(took, 0.5).toFixed(1)} ms, ${p99.toFixed(1)} ms`,
      goal: `p99 < ${goals.p99} ms`,
      met: p99 < goals.p99,
    },
  ];
}

export const followups: Part = async (options) => {
  options.say('/followups with 100,000 open follow-ups on PostgreSQL');
  return measure(await onPostgres(), options);
};

export const followupsEmbedded: Part = async (options) => {
  options.say('/followups with 100,000 open follow-ups on PGlite');
  return measure(await onPglite(), options);
};
