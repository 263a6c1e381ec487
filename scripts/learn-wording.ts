/**
 * Learns what runs of characters weigh in sentences that hurt and in good ones, which elements of a good reply they show, and in
 * which way they hurt, and writes src/coach/rules/{zh,ko}-wording.ts and {zh,ko}-learnt-wording.ts: `npm run learn:wording [zh|ko]`.
 * Reads the labelled sets in test/fixtures/coach and the examples of the rules. Each set is left out once and judged by the others:
 * the share of pairs (one that hurts, one that does not) in the right order is printed, since what is written knows all of them, and
 * the elements are learnt from what such a judge makes of a set.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { createCoach } from '../src/coach/create-coach.ts';
import type { LearntWording } from '../src/coach/learnt-wording.ts';
import type { RulePack } from '../src/coach/rule.ts';
import { shippedPacks } from '../src/coach/rules/packs.ts';
import type { Wording } from '../src/coach/wording.ts';
import { labelledSentences } from '../test/coach/labelled-sentences.ts';
import { type Learned, learn, orderedShare } from '../test/coach/learn.ts';
import { learnCategories } from '../test/coach/learn-categories.ts';
import { learnElement } from '../test/coach/learn-elements.ts';
import { categoryLessons, elementLessons } from '../test/coach/wording-lessons.ts';
import { writtenWording } from '../test/coach/written-wording.ts';

const root = 'test/fixtures/coach';
const folders = ['.', ...readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory() && one.name !== 'src').map((one) => one.name)]; // biome-ignore format: one chain
/** What weighs less, in hundredths, changes nothing and is left out. */
const LEAST = 4;
const NAMES = { zh: 'Chinese', ko: 'Korean' } as const;

const wordingOf = (learned: Learned): Wording =>
  writtenWording([...learned].map(([run, weight]) => [run, Math.round(weight * 100)] as const), LEAST); // biome-ignore format: one call

/** The pack as it is before its elements are learnt. */
const packWith = ({ learntWording: _, ...pack }: RulePack, wording: Wording): RulePack => ({ ...pack, wording });

function learnLanguage(language: keyof typeof NAMES): void {
  const sets = folders.map((name) => ({ name, sentences: labelledSentences(`${root}/${name}`, language) }));
  const own = shippedPacks.filter((pack) => pack.language === language);
  const rules = own.flatMap((pack) => pack.rules).filter((rule) => rule.level !== 'hint');
  sets.push({
    name: 'examples of the rules',
    sentences: rules.flatMap(({ invalid, valid }) => [
      ...invalid.map((text) => ({ text, hurts: true })),
      ...valid.map((text) => ({ text, hurts: false })),
    ]),
  });

  const lessons = sets.map(({ name, sentences }) => {
    const others = learn(sets.filter((set) => set.name !== name).flatMap((set) => set.sentences));
    const share = orderedShare(others, sentences);
    console.log(`${language} ${name}: ${sentences.length} sentences, ${(100 * share).toFixed(1)} % of pairs in order`);
    const judge = createCoach({ packs: own.map((pack) => packWith(pack, wordingOf(others))) });
    return elementLessons(judge, `${root}/${name}`, language);
  });

  write(language, 'wording', 'Wording', 'What runs of characters weigh', wordingOf(learn(sets.flatMap((set) => set.sentences))));
  const learnt: LearntWording = {
    elements: {
      empathy: learnElement(lessons.flatMap((set) => set.empathy), 'empathy'), // biome-ignore format: three alike
      action: learnElement(lessons.flatMap((set) => set.action), 'action'), // biome-ignore format: three alike
      restate: learnElement(lessons.flatMap((set) => set.restate), 'restate'), // biome-ignore format: three alike
    },
    categories: learnCategories([
      ...folders.flatMap((name) => categoryLessons(`${root}/${name}`, language)),
      ...rules.flatMap(({ invalid, category }) => invalid.map((text) => ({ text, ways: [category] }))),
    ]),
  };
  write(
    language,
    'learnt-wording',
    'LearntWording',
    'Elements that runs of characters show, and ways in which they hurt,',
    learnt,
  );
}

function write(language: keyof typeof NAMES, file: string, type: string, what: string, value: unknown): void {
  const name = NAMES[language];
  const text = JSON.stringify(value, null, 1)
    .replaceAll(/"(\w+)":/gu, '$1:')
    .replaceAll(/"(?:[^"\\]|\\.)*\\n(?:[^"\\]|\\.)*"/gu, (written) => `\`${JSON.parse(written)}\``);
  const source = `${file === 'wording' ? '' : "import type { LearntWording } from '../learnt-wording.ts';\n\n"}/** ${what} in ${name}. Made by scripts/learn-wording.ts; do not edit. */
export const ${name.toLowerCase()}${type}${file === 'wording' ? '' : `: ${type}`} = ${text}; // biome-ignore format: long lists
`;
  writeFileSync(new URL(`../src/coach/rules/${language}-${file}.ts`, import.meta.url), source);
}

const asked = process.argv.slice(2);
for (const language of ['zh', 'ko'] as const) if (asked.length === 0 || asked.includes(language)) learnLanguage(language);
