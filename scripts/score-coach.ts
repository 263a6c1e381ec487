/**
 * How good the coach is on labelled drafts: `npm run score:coach -- [FOLDER …] [--misses] [--half a|b] [--lang en]`.
 * A folder holds drafts.*.jsonl and, where it has them, phrases.*.jsonl, recommended.jsonl, reflective-pairs.jsonl.
 */
import { parseArgs } from 'node:util';
import { createCoach } from '../src/coach/create-coach.ts';
import { scoreFolder } from '../test/coach/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false }, half: { type: 'string' }, lang: { type: 'string' } },
});
const folders = positionals.length > 0 ? positionals : ['test/fixtures/coach'];
const coach = createCoach();
for (const folder of folders) for (const line of scoreFolder(coach, folder, values)) console.log(line);
