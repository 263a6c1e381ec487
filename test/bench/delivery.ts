import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { runToEnd as runFaultProgram, startCopy } from '../faults/copy.ts';
import { openRecorder, type Recorder } from '../faults/recorder.ts';
import { bringForward } from '../faults/run.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { keepOpen, temporaryFolder } from './open-things.ts';
import { runToEnd } from './program.ts';
import type { Part, Row } from './report.ts';

const goals = { bare: 0.3, two: 1 };

/** Due at once, to a Slack that takes everything; messages a second from the first to the last, the start and the end left out. */
async function nudgesPerSecond(
  url: string,
  copies: number,
  nudges: number,
): Promise<{ readonly rate: number; readonly recorder: Recorder }> {
  await runFaultProgram('store-program.ts', ['seed', 'url', url, String(nudges), '86400']);
  const recorder = await openRecorder({ fault: () => undefined, kill: () => {} });
  const env = {
    DATABASE_URL: url,
    AFTERCARE_DATA: temporaryFolder(),
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: 'a-secret-of-the-bench',
  };
  const running = Array.from({ length: copies }, (_, number) =>
    startCopy(number, { ...env, SLACK_API_URL: recorder.url(number) }),
  );
  const close = keepOpen(() => Promise.all(running.map((copy) => copy.stop())));
  while (!running.every((copy) => copy.running())) await pause(100);
  await bringForward(url);
  const arrived: number[] = [];
  while (recorder.kept.length < nudges) {
    await pause(20);
    while (arrived.length < recorder.kept.length) arrived.push(performance.now());
  }
  await close();
  const [from, to] = [Math.floor(nudges * 0.1), Math.floor(nudges * 0.9)];
  return { rate: ((to - from) * 1000) / ((arrived[to] ?? 0) - (arrived[from] ?? 0)), recorder };
}

export interface DeliveryRates {
  readonly rows: readonly Row[];
  /** Nudges a second of one copy. */
  readonly one: number;
}

export async function measureDelivery({ quick, say }: Parameters<Part>[0], counts: readonly number[]): Promise<DeliveryRates> {
  const nudges = quick ? 600 : 4_000;
  const server = await startPostgres();
  const close = keepOpen(() => server.stop());
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  const file = join(temporaryFolder(), 'message.json');
  const measured: { readonly copies: number; readonly rate: number; readonly bare: number }[] = [];
  for (const copies of counts) {
    say(`${nudges} nudges due at once, copies: ${copies}`);
    await admin.query(`CREATE DATABASE copies_${copies}`);
    const { rate, recorder } = await nudgesPerSecond(server.url(`copies_${copies}`), copies, nudges);
    writeFileSync(file, JSON.stringify(recorder.sample()));
    // Right afterwards, so that the machine is as busy.
    const bare = Number(await runToEnd('bare-post.ts', [recorder.url(0), file, quick ? '2' : '5']));
    await recorder.close();
    say(`  ${rate.toFixed(0)} against ${bare.toFixed(0)} messages a second`);
    measured.push({ copies, rate, bare });
  }
  await admin.end();
  await close();
  const one = measured[0];
  if (!one) throw new Error('Nothing was measured.');
  const rows = measured.map(({ copies, rate, bare }): Row => {
    const what = `nudges a second, copies: ${copies}`;
    const ours = rate.toFixed(0);
    const beside = `bare WebClient loop ${bare.toFixed(0)}`;
    const share = rate / bare;
    if (copies === 1) return { what, ours, beside, ratio: share.toFixed(2), goal: `≥ ${goals.bare}`, met: share >= goals.bare };
    // Against one copy, each by the bare loop of its own moment.
    const against = share / (one.rate / one.bare);
    const row = { what, ours, beside, ratio: `${share.toFixed(2)}; ${against.toFixed(2)} of one copy` };
    return copies === 2 ? { ...row, goal: `≥ ${goals.two} of one copy`, met: against >= goals.two } : row;
  });
  return { rows, one: one.rate };
}

/** Nudges delivered a second with one, two and four copies, against the bare client on the same emulator. */
export const delivery: Part = async (options) => (await measureDelivery(options, [1, 2, 4])).rows;
