// `npm run test:faults [-- --seed 7 | --seeds 20] [--nudges 5000] [--copies 3] [--engine postgres|pglite] [--unclear 30]`
// `npm run test:faults -- --years [--seed 7 | --seeds 3] [--days 1096] [--engine postgres|pglite]`: a team's simulated years.
import { parseArgs } from 'node:util';
import { openYears } from '../simulation/open.ts';
import { runYears } from '../simulation/years.ts';
import { randomFrom } from './random.ts';
import { runFaults } from './run.ts';
import type { Blow } from './storm.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    nudges: { type: 'string', default: '5000' },
    copies: { type: 'string', default: '3' },
    engine: { type: 'string' },
    unclear: { type: 'string', default: '6' },
    years: { type: 'boolean', default: false },
    days: { type: 'string', default: '1096' },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The sweep and the first claims while everything is due at once; then a shuffled lot of the others. */
function blowsOf(seed: number): readonly Blow[] {
  const random = randomFrom(seed + 1_000_000);
  const lot: Blow[] = [
    'killInClaim',
    'databaseRestart',
    'databaseRestart',
    'killAnyTime',
    'killAnyTime',
    'killAnyTime',
    'freeze',
    'clockJump',
    'clockJump',
  ];
  return [
    'killInSweep',
    'killInClaim',
    ...lot
      .map((blow) => ({ blow, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ blow }) => blow),
  ];
}

let failed = 0;
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => Number(values.seed) + n);

async function simulate(seed: number): Promise<void> {
  say(`${values.days} days, seed ${seed}`);
  const opened = await openYears(values.engine === 'pglite' ? 'pglite' : 'postgres');
  const size = { days: Number(values.days), people: 8, customers: 40, actsPerDay: 6 };
  const { wrong, happened, counts } = await runYears(opened, { seed, ...size, say }).finally(() => opened.close());
  say(`  ${[...happened, ...Object.entries(counts)].map(([what, times]) => `${what} ${times}`).join(', ')}`);
  for (const line of wrong.slice(0, 20)) say(`  WRONG: ${line}`);
  if (wrong.length > 0) failed++;
  say(
    wrong.length > 0 ? `  FAILED: ${wrong.length} things are wrong` : '  every touch ended as one delivery or one stated reason',
  );
}

const engines =
  values.engine === undefined
    ? (['postgres', 'pglite'] as const)
    : ([values.engine === 'pglite' ? 'pglite' : 'postgres'] as const);
for (const engine of values.years ? [] : engines) {
  // One copy of an embedded database takes longer over the same number.
  const nudges = engine === 'pglite' ? Math.ceil(Number(values.nudges) / 5) : Number(values.nudges);
  for (const seed of seeds) {
    say(`${engine}, seed ${seed}, ${nudges} nudges`);
    const blows: readonly Blow[] = engine === 'pglite' ? ['killAnyTime', 'killAnyTime'] : blowsOf(seed);
    const copies = engine === 'pglite' ? 1 : Number(values.copies);
    const { happened, lookUps, seconds, wrong } = await runFaults({
      seed,
      nudges,
      engine,
      copies,
      blows,
      unclearSeconds: Number(values.unclear),
      say,
    });
    say(`  ${[...happened].map(([what, times]) => `${what} ${times}`).join(', ')}; ${lookUps} look-ups; ${seconds.toFixed(0)} s`);
    for (const line of wrong.slice(0, 20)) say(`  WRONG: ${line}`);
    if (wrong.length > 0) failed++;
    say(wrong.length > 0 ? `  FAILED: ${wrong.length} things are wrong` : '  every nudge is in the right conversation, once');
  }
}
if (values.years) for (const seed of seeds) await simulate(seed);
process.exitCode = failed > 0 ? 1 : 0;
