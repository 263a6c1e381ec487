import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { type Copy, runToEnd, startCopy } from './copy.ts';
import { randomFrom } from './random.ts';
import { directOf, type Fault, faults, openRecorder, type Recorder } from './recorder.ts';
import { type Blow, lookUpFaults, planFaults, strike } from './storm.ts';

export interface FaultRun {
  readonly seed: number;
  readonly nudges: number;
  readonly engine: 'postgres' | 'pglite';
  /** How long the bot waits before it looks up an unclear end; a run waits for many of them. */
  readonly unclearSeconds?: number;
  /** On an embedded database there is one. */
  readonly copies?: number;
  /** Besides what happens to calls; each strikes in this order, spread over the sending. */
  readonly blows: readonly Blow[];
  say?(line: string): void;
}

export interface FaultReport {
  /** How often each thing happened. */
  readonly happened: ReadonlyMap<Fault | Blow | 'lookUpFailed', number>;
  readonly lookUps: number;
  readonly seconds: number;
  /** What must not be: empty where every nudge is in the right conversation once. */
  readonly wrong: readonly string[];
}

const stateOf = z.object({
  left: z.number(),
  nudges: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      problem: z.string().nullable(),
      message: z.string().nullable(),
      channel: z.string().nullable(),
      account: z.string(),
    }),
  ),
});
type State = z.infer<typeof stateOf>;

/** Until the moment of what is due on an embedded database, where nobody else can bring it forward: long enough for a start. */
const leadSeconds = 20;
/** On a server it is brought forward once the copies are up. */
const farSeconds = 86_400;
/** Unclear ends and lost jobs wait, and may meet a fault again, on a machine that may be crowded. */
const patienceMs = ({ unclearSeconds = 30 }: FaultRun) => 120_000 + unclearSeconds * 6_000;

interface Database {
  readonly kind: 'url' | 'folder';
  readonly target: string;
  readonly env: Readonly<Record<string, string>>;
  readonly server?: PostgresServer;
  close(): Promise<void>;
}

async function openDatabase(engine: FaultRun['engine']): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-faults-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (engine === 'pglite')
    return { kind: 'folder', target: folder, env: { AFTERCARE_DATA: folder }, close: async () => remove() };
  const server = await startPostgres();
  const target = server.url('postgres');
  const close = () => server.stop().finally(remove);
  return { kind: 'url', target, env: { AFTERCARE_DATA: folder, DATABASE_URL: target }, server, close };
}

/** Runs the bot in as many copies through everything that can go wrong, and says what is not as it has to be. */
export async function runFaults(run: FaultRun): Promise<FaultReport> {
  const began = performance.now();
  const random = randomFrom(run.seed);
  const database = await openDatabase(run.engine);
  const happened = new Map<Fault | Blow | 'lookUpFailed', number>();
  const count = (what: Fault | Blow | 'lookUpFailed') => happened.set(what, (happened.get(what) ?? 0) + 1);
  const copies: Copy[] = [];
  let recorder: Recorder | undefined;
  try {
    await runToEnd('store-program.ts', [
      'seed',
      database.kind,
      database.target,
      String(run.nudges),
      String(database.server ? farSeconds : leadSeconds),
    ]);
    const plan = planFaults(run.nudges, faults, random);
    const lookUpFault = lookUpFaults(run.nudges, random);
    let sendings = 0;
    recorder = await openRecorder({
      fault(method) {
        const fault = method === 'chat.postMessage' ? plan.get(sendings++) : lookUpFault();
        if (fault) count(method === 'chat.postMessage' ? fault : 'lookUpFailed');
        return fault;
      },
      kill: (number) => copies[number]?.kill(),
    });
    const address = recorder;
    const secrets = { SLACK_BOT_TOKEN: 'xoxb-faults', SLACK_SIGNING_SECRET: 'a-secret-of-the-faults' };
    for (let number = 0; number < (run.copies ?? 1); number++)
      copies.push(
        startCopy(number, {
          ...database.env,
          ...secrets,
          SLACK_API_URL: address.url(number),
          AFTERCARE_UNCLEAR_SECONDS: String(run.unclearSeconds ?? 30),
        }),
      );
    while (!copies.every((copy) => copy.running())) await pause(100);
    await strikeAll(run, database, copies, random, count);
    const done = () => settled(run, database, address);
    const until = performance.now() + patienceMs(run);
    while (performance.now() < until && !(await done())) await pause(500);
    run.say?.(
      `  ${address.kept.length} messages, ${address.lookUps()} look-ups, ${Math.round((performance.now() - began) / 1000)} s`,
    );
    await Promise.all(copies.map((copy) => copy.stop()));
    const state = stateOf.parse(JSON.parse(await runToEnd('store-program.ts', ['read', database.kind, database.target])));
    const wrong = [...wrongIn(run.nudges, state, address), ...copies.flatMap(({ died }) => died)];
    return { happened, lookUps: address.lookUps(), seconds: (performance.now() - began) / 1000, wrong };
  } finally {
    await Promise.all(copies.map((copy) => copy.stop()));
    await recorder?.close();
    await database.close();
  }
}

/** Makes everything due now. */
export async function bringForward(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`UPDATE "Touch" SET "nextNudgeAt" = now() WHERE "nextNudgeAt" IS NOT NULL`).finally(() => client.end());
}

async function strikeAll(
  { blows, say, unclearSeconds = 30 }: FaultRun,
  { server, target }: Database,
  copies: readonly Copy[],
  random: () => number,
  count: (what: Blow) => void,
): Promise<void> {
  let begun = false;
  const begin = async () => {
    if (!begun) await bringForward(target);
    begun = true;
  };
  for (const blow of blows) {
    if (!server) {
      while (!copies[0]?.running()) await pause(50);
      // Now and then before anything was sent, mostly in the middle of it.
      await pause(random() * 8_000);
      copies[0].kill();
      count(blow);
      say?.(`  ${blow}`);
      continue;
    }
    const hit = await strike(blow, { server, url: target, copies, freezeMs: unclearSeconds * 1_700, begin }, random).catch(
      () => false,
    );
    if (hit) count(blow);
    say?.(`  ${blow}${hit ? '' : ': nobody was there'}`);
    // What follows the sweep at once is the claim for sending.
    if (blow !== 'killInSweep') await pause(500 + random() * 2_000);
  }
}

/** Whether nothing is under way any more. An embedded database tells nobody while the bot has it: there the messages do. */
async function settled(
  { nudges, unclearSeconds = 30 }: FaultRun,
  { server, target }: Database,
  { kept }: Recorder,
): Promise<boolean> {
  if (new Set(kept.map(({ key }) => key)).size < nudges) return false;
  if (!server) {
    // What arrived may still have to be looked up and written down.
    await pause(unclearSeconds * 2_000 + 2_000);
    return true;
  }
  const client = new pg.Client({ connectionString: target });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`SELECT 1 FROM "Nudge" WHERE "state" IN ('queued', 'sending') LIMIT 1`);
    return rows.length === 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongIn(nudges: number, state: State, { kept, early }: Recorder): string[] {
  const wrong: string[] = [];
  const byKey = Map.groupBy(kept, ({ key }) => key);
  if (state.left > 0) wrong.push(`${state.left} follow-ups were never claimed`);
  if (state.nudges.length !== nudges) wrong.push(`${state.nudges.length} nudges instead of ${nudges}`);
  for (const { id, state: end, problem, message, channel, account } of state.nudges) {
    const messages = byKey.get(id) ?? [];
    byKey.delete(id);
    const own = directOf(Number(account.replace(/\D/g, '')));
    if (messages.length !== 1) wrong.push(`nudge ${id} arrived ${messages.length} times; it is ${end} (${problem})`);
    else if (messages[0]?.channel !== own) wrong.push(`nudge ${id} of ${own} arrived in ${messages[0]?.channel}`);
    else if (end !== 'sent' || message !== messages[0].ts || channel !== own)
      wrong.push(
        `nudge ${id} is written down as ${end} (${problem}) in ${channel} at ${message}, it stands in ${own} at ${messages[0].ts}`,
      );
  }
  for (const key of byKey.keys()) wrong.push(`a message of no nudge arrived: ${key}`);
  for (const key of early) wrong.push(`a sending came before the end of the wait it was told: ${key}`);
  return wrong;
}
