import type { ElementWording } from '../../src/coach/learnt-wording.ts';
import { writtenWording } from './written-wording.ts';

/** A draft as its elements are learnt from: of each sentence its runs and its signs, and whether one of them carries the element. */
export interface ElementLesson {
  readonly sentences: readonly { readonly runs: readonly string[]; readonly signs: readonly string[] }[];
  readonly yes: boolean;
}

const ROUNDS = 20;
const STEP = 0.04;
/** Draws weights to zero, so that a run seen twice does not decide. */
const DRAW = 0.012;
const SEEN_AT_LEAST = 3;
const UNWRITABLE = /[\\`{\s]/u;
/** What weighs less, in hundredths, is left out. */
const LEAST = 5;

/**
 * Logistic regression by stochastic descent; a draft's label says only that one of its sentences carries the element, so any may
 * be the one ('noisy or'). Starts from what frames found: `rule` is the sign of that.
 */
export function learnElement(lessons: readonly ElementLesson[], rule: string): ElementWording {
  const named = lessons.map(({ sentences, yes }) => ({ yes, sentences: sentences.map(({ runs, signs }) => [...runs, ...signs.map((sign) => ` ${sign}`)]) })); // biome-ignore format: one chain
  const seen = new Map<string, number>();
  for (const { sentences } of named) for (const name of new Set(sentences.flat())) seen.set(name, (seen.get(name) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [name, count] of seen)
    if (count >= SEEN_AT_LEAST && name !== '^' && name !== '$' && (name.startsWith(' ') || !UNWRITABLE.test(name)))
      numbers.set(name, numbers.size);
  const drafts = named.map(({ yes, sentences }) => ({ yes, sentences: sentences.map((names) => Int32Array.from(names.flatMap((name) => numbers.get(name) ?? []))) })); // biome-ignore format: one chain
  const weights = new Float64Array(numbers.size);
  weights[numbers.get(` ${rule}`) ?? 0] = 2;
  let bias = -1;
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const chance = (at: Int32Array): number => {
    let sum = bias;
    for (const number of at) sum += weights[number] ?? 0;
    return 1 / (1 + Math.exp(-sum));
  };
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round / 5);
    for (let at = drafts.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const [one, two] = [drafts[at], drafts[other]];
      if (one && two) [drafts[at], drafts[other]] = [two, one];
    }
    for (const { yes, sentences } of drafts) {
      const chances = sentences.map(chance);
      const none = chances.reduce((product, one) => product * (1 - one), 1);
      sentences.forEach((at, index) => {
        const p = chances[index] ?? 0;
        const error = yes ? (-p * none) / Math.max(1e-6, 1 - none) : p;
        bias -= 0.1 * step * error;
        for (const number of at) weights[number] = (weights[number] ?? 0) * (1 - step * DRAW) - step * error;
      });
    }
  }
  const learnt = [...numbers].map(([name, number]) => [name, Math.round((weights[number] ?? 0) * 100)] as const);
  return {
    bias: Math.round(bias * 100) / 100,
    runs: writtenWording(learnt.filter(([name]) => !name.startsWith(' ')), LEAST), // biome-ignore format: one call
    signs: Object.fromEntries(learnt.filter(([name]) => name.startsWith(' ')).map(([name, weight]) => [name.slice(1), weight] as const).sort(([a], [b]) => (a < b ? -1 : 1))), // biome-ignore format: one chain
  };
}
