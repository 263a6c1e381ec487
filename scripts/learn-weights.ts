/**
 * Learns the weights of the English second reader from the labelled sets and writes `src/coach/rules/en-weights.ts`:
 * `npm run learn:coach`. With `--without sealed2` a set is left out, so that a score on it says something.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Category } from '../src/coach/review.ts';
import type { LearntWeights } from '../src/coach/rule.ts';
import type { WordWeights } from '../src/coach/word-weights.ts';
import { learn } from './learn.ts';
import { categoryLessons, elementLessons, restateLessons, tellingLessons, wordLessons } from './weight-lessons.ts';

const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } });
const without = values.without.map((set) => `/${set}`);

const LEAST_TENTHS = 3;
const SILENT: WordWeights = { bias: 0, features: [] };
const before = {
  hurts: learn(wordLessons(without)),
  categories: {
    refusal: categoryWeights('refusal'),
    vague: categoryWeights('vague'),
    impatient: categoryWeights('impatient'),
    deflect: categoryWeights('deflect'),
    blame: categoryWeights('blame'),
    excuse: categoryWeights('excuse'),
    overpromise: categoryWeights('overpromise'),
    rude: categoryWeights('rude'),
  },
  elements: {
    empathy: learn(elementLessons('empathy', without)),
    check: learn(elementLessons('check', without)),
    own: learn(elementLessons('own', without)),
    action: learn(elementLessons('action', without)),
    time: learn(elementLessons('time', without)),
  },
  restates: SILENT,
  tellsOtherwise: learn(tellingLessons(without)),
};
const learnt: LearntWeights = { ...before, restates: learn(restateLessons(before, without)) };
writeFileSync(
  'src/coach/rules/en-weights.ts',
  [
    "import type { LearntWeights } from '../rule.ts';",
    '',
    '/** Learnt from the labelled sets by `npm run learn:coach`; not written by hand. */',
    `export const englishWeights: LearntWeights = ${written(learnt)}; // biome-ignore format: long lists`,
    '',
  ].join('\n'),
);

/** Weak ones decide no category, and there are eight tables. */
function categoryWeights(category: Category): WordWeights {
  const { bias, features } = learn(categoryLessons(category, without));
  return { bias, features: features.filter(([tenths]) => Math.abs(tenths) >= LEAST_TENTHS) };
}

/** As source text, a table row a line. */
function written(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replaceAll(/\[\s+(-?\d+),\s+("(?:[^"\\]|\\.)*")\s+\]/gu, '[$1, $2]')
    .replaceAll(/"(\w+)":/gu, '$1:');
}
