/**
 * Learns what runs of characters weigh in sentences that hurt and in good ones, and writes src/coach/rules/{zh,ko}-wording.ts:
 * `npm run learn:wording [zh|ko]`. Reads the labelled sets in test/fixtures/coach and the examples of the rules. Before it writes, each
 * set is left out once and judged by the others; the share of pairs (one that hurts, one that does not) in the right order is
 * printed, since what is written knows all of them.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { shippedPacks } from '../src/coach/rules/packs.ts';
import { labelledSentences } from '../test/coach/labelled-sentences.ts';
import { learn, orderedShare } from '../test/coach/learn.ts';

const root = 'test/fixtures/coach';
const folders = ['.', ...readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory() && one.name !== 'src').map((one) => one.name)]; // biome-ignore format: one chain
/** What weighs less, in hundredths, changes nothing and is left out. */
const LEAST = 4;
const NAMES = { zh: 'Chinese', ko: 'Korean' } as const;

function learnLanguage(language: keyof typeof NAMES): void {
  const sets = folders.map((name) => ({ name, sentences: labelledSentences(`${root}/${name}`, language) }));
  const rules = shippedPacks
    .filter((pack) => pack.language === language)
    .flatMap((pack) => pack.rules)
    .filter((rule) => rule.level !== 'hint')
    .flatMap((rule) => [
      ...rule.invalid.map((text) => ({ text, hurts: true })),
      ...rule.valid.map((text) => ({ text, hurts: false })),
    ]);
  sets.push({ name: 'examples of the rules', sentences: rules });

  for (const { name, sentences } of sets) {
    const others = sets.filter((set) => set.name !== name).flatMap((set) => set.sentences);
    const share = orderedShare(learn(others), sentences);
    console.log(`${language} ${name}: ${sentences.length} sentences, ${(100 * share).toFixed(1)} % of pairs in order`);
  }

  const weights = learn(sets.flatMap((set) => set.sentences));
  const byWeight = new Map<number, string[]>();
  for (const [run, weight] of weights) {
    const hundredths = Math.round(weight * 100);
    if (Math.abs(hundredths) >= LEAST) byWeight.set(hundredths, [...(byWeight.get(hundredths) ?? []), run]);
  }
  const rows = [...byWeight].sort(([a], [b]) => a - b).map(([weight, runs]) => `${weight}:${runs.sort().join(' ')}`);
  const name = NAMES[language];
  const source = `/** What runs of characters weigh in ${name}. Made by scripts/learn-wording.ts; do not edit. */
export const ${name.toLowerCase()}Wording = \`${rows.join('\n')}\`;
`;
  writeFileSync(new URL(`../src/coach/rules/${language}-wording.ts`, import.meta.url), source);
  console.log(`${language}: ${rows.reduce((sum, row) => sum + row.split(' ').length, 0)} runs`);
}

const asked = process.argv.slice(2);
for (const language of ['zh', 'ko'] as const) if (asked.length === 0 || asked.includes(language)) learnLanguage(language);
