// A process of its own: so many reviews of drafts that are all different, and the heap after a tenth of them and at the end.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCoach } from '../../src/coach/create-coach.ts';
import { complaints, generatedDrafts, LANGUAGES } from './generated-drafts.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const count = Number(process.argv[2]);
const coach = createCoach();
const inputs = LANGUAGES.map((language) => ({ drafts: generatedDrafts(language, 100), told: complaints(language) }));

const heapMb = () => {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

let early = 0;
for (let run = 0; run < count; run++) {
  const input = inputs[run % inputs.length];
  const draft = `${input?.drafts[run % 100] ?? ''} ${run}`;
  coach.review(draft, run % 10 === 0 ? { complaint: input?.told[run % input.told.length] ?? '' } : {});
  if (run === Math.floor(count / 10)) early = heapMb();
}
process.stdout.write(JSON.stringify({ early, late: heapMb() }));
