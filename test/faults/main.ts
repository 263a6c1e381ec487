// `npm run test:faults [-- --seed 7 | --seeds 20] [--nudges 5000] [--copies 3] [--engine postgres|pglite]`
import { parseArgs } from 'node:util';
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
for (const engine of values.engine === undefined
  ? (['postgres', 'pglite'] as const)
  : ([values.engine === 'pglite' ? 'pglite' : 'postgres'] as const)) {
  // One copy of an embedded database takes longer over the same number.
  const nudges = engine === 'pglite' ? Math.ceil(Number(values.nudges) / 5) : Number(values.nudges);
  for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.seeds); seed++) {
    say(`${engine}, seed ${seed}, ${nudges} nudges`);
    const blows: readonly Blow[] = engine === 'pglite' ? ['killAnyTime', 'killAnyTime'] : blowsOf(seed);
    const copies = engine === 'pglite' ? 1 : Number(values.copies);
    const { happened, lookUps, seconds, wrong } = await runFaults({ seed, nudges, engine, copies, blows, say });
    say(`  ${[...happened].map(([what, times]) => `${what} ${times}`).join(', ')}; ${lookUps} look-ups; ${seconds.toFixed(0)} s`);
    for (const line of wrong.slice(0, 20)) say(`  WRONG: ${line}`);
    if (wrong.length > 0) failed++;
    say(wrong.length > 0 ? `  FAILED: ${wrong.length} things are wrong` : '  every nudge is in the right conversation, once');
  }
}
process.exitCode = failed > 0 ? 1 : 0;
