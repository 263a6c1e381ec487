import { CATEGORIES, type Category } from '../../src/coach/review.ts';
import { runsOf, type Wording } from '../../src/coach/wording.ts';
import { writtenWording } from './written-wording.ts';

/** Words that hurt, and in which ways. */
export interface CategoryLesson {
  readonly text: string;
  readonly ways: readonly Category[];
}

const ROUNDS = 20;
const STEP = 0.05;
const DRAW = 0.01;
const SEEN_AT_LEAST = 2;
const UNWRITABLE = /[\\`{\s]/u;
/** What weighs less, in hundredths, is left out. */
const LEAST = 10;

/** For each category a wording; the heaviest is the likeliest (multinomial regression, the same each time). */
export function learnCategories(lessons: readonly CategoryLesson[]): Record<Category, Wording> {
  const read = lessons.map(({ text, ways }) => ({ runs: runsOf(text), ways }));
  const seen = new Map<string, number>();
  for (const { runs } of read) for (const run of new Set(runs)) seen.set(run, (seen.get(run) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [run, count] of seen) if (count >= SEEN_AT_LEAST && !UNWRITABLE.test(run)) numbers.set(run, numbers.size);
  const examples = read.map(({ runs, ways }) => ({
    runs: Int32Array.from(runs.flatMap((run) => numbers.get(run) ?? [])),
    targets: CATEGORIES.map((category) => (ways.includes(category) ? 1 / ways.length : 0)),
  }));
  const weights = CATEGORIES.map(() => new Float64Array(numbers.size));
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round / 5);
    for (let at = examples.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const [one, two] = [examples[at], examples[other]];
      if (one && two) [examples[at], examples[other]] = [two, one];
    }
    for (const { runs, targets } of examples) {
      const sums = weights.map((column) => runs.reduce((sum, run) => sum + (column[run] ?? 0), 0));
      const most = Math.max(...sums);
      const parts = sums.map((sum) => Math.exp(sum - most));
      const whole = parts.reduce((sum, part) => sum + part, 0);
      weights.forEach((column, at) => {
        const error = (parts[at] ?? 0) / whole - (targets[at] ?? 0);
        for (const run of runs) column[run] = (column[run] ?? 0) * (1 - step * DRAW) - step * error;
      });
    }
  }
  const wording = (category: Category): Wording => {
    const column = weights[CATEGORIES.indexOf(category)];
    return writtenWording(
      [...numbers].map(([run, number]) => [run, Math.round((column?.[number] ?? 0) * 100)] as const),
      LEAST,
    );
  };
  return {
    refusal: wording('refusal'),
    vague: wording('vague'),
    impatient: wording('impatient'),
    deflect: wording('deflect'),
    blame: wording('blame'),
    excuse: wording('excuse'),
    overpromise: wording('overpromise'),
    rude: wording('rude'),
  };
}
