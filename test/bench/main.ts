// `npm run bench [-- PART …] [--quick]`: measures and prints; every figure comes from this very run.
import { parseArgs } from 'node:util';
import { coach } from './coach.ts';
import { day } from './day.ts';
import { delivery } from './delivery.ts';
import { followups, followupsEmbedded } from './followups.ts';
import { imports } from './imports.ts';
import { closeAll } from './open-things.ts';
import { phrases } from './phrases.ts';
import { type Part, type Row, tableOf } from './report.ts';
import { start } from './start.ts';
import { sweep } from './sweep.ts';
import { teams } from './teams.ts';

const parts: Readonly<Record<string, Part>> = {
  followups,
  'followups-pglite': followupsEmbedded,
  start,
  imports,
  coach,
  phrases,
  sweep,
  delivery,
  day,
  teams,
};

const say = (line: string) => process.stderr.write(`${line}\n`);

const { positionals, values } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean', default: false } } });
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  say(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closeAll().finally(() => process.exit(1)));

const rows: Row[] = [];
try {
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    rows.push(...(await part({ quick: values.quick, say })));
    await closeAll();
  }
} finally {
  await closeAll();
}
process.stdout.write(`\n${tableOf(rows)}\n`);
