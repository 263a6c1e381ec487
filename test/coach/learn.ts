import { runsOf } from '../../src/coach/wording.ts';
import type { LabelledSentence } from './labelled-sentences.ts';

export type Learned = ReadonlyMap<string, number>;

const ROUNDS = 25;
const STEP = 0.05;
/** Draws weights to zero, so that a run seen twice does not decide. */
const DRAW = 0.002;
const SEEN_AT_LEAST = 2;
/** Would need care in the file that is written. */
const UNWRITABLE = /[\\`{\s]/u;

/**
 * Logistic regression over runs of characters, by stochastic descent in an order that is the same each time. It has no constant:
 * a sentence of words never seen weighs nothing.
 */
export function learn(sentences: readonly LabelledSentence[]): Learned {
  const read = sentences.map(({ text, hurts }) => ({ runs: runsOf(text), hurts }));
  const seen = new Map<string, number>();
  for (const { runs } of read) for (const run of new Set(runs)) seen.set(run, (seen.get(run) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [run, count] of seen)
    if (count >= SEEN_AT_LEAST && run !== '^' && run !== '$' && !UNWRITABLE.test(run)) numbers.set(run, numbers.size);
  const examples = read.map(({ runs, hurts }) => ({
    runs: runs.map((run) => numbers.get(run)).filter((number) => number !== undefined),
    hurts: Number(hurts),
  }));
  const weights = new Float64Array(numbers.size);
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round / 5);
    for (let at = examples.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const example = examples[at];
      const swapped = examples[other];
      if (example && swapped) {
        examples[at] = swapped;
        examples[other] = example;
      }
    }
    for (const { runs, hurts } of examples) {
      let sum = 0;
      for (const run of runs) sum += weights[run] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - hurts;
      for (const run of runs) weights[run] = (weights[run] ?? 0) * (1 - step * DRAW) - step * error;
    }
  }
  return new Map([...numbers].map(([run, number]) => [run, weights[number] ?? 0]));
}

export function weigh(learned: Learned, text: string): number {
  return runsOf(text).reduce((sum, run) => sum + (learned.get(run) ?? 0), 0);
}

/** Share of pairs of a sentence that hurts and one that does not in which the first weighs more; ties count half. */
export function orderedShare(learned: Learned, sentences: readonly LabelledSentence[]): number {
  const bad = sentences.filter((one) => one.hurts).map((one) => weigh(learned, one.text));
  const good = sentences.filter((one) => !one.hurts).map((one) => weigh(learned, one.text));
  let ordered = 0;
  for (const b of bad) for (const g of good) ordered += b > g ? 1 : b === g ? 0.5 : 0;
  return bad.length * good.length === 0 ? 1 : ordered / (bad.length * good.length);
}
