import type { WordWeights } from '../src/coach/word-weights.ts';

/** A text of one or more sentences, of which at least one, or none, is what is looked for. */
export interface Lesson {
  /** Features of each sentence. */
  readonly sentences: readonly (readonly string[])[];
  readonly yes: boolean;
  /** Lessons of one complaint are learnt from together, or tested together. */
  readonly group: string;
  /** How much it counts beside the others. */
  readonly counts: number;
}

/** A feature that fewer complaints have is chance. */
const LEAST_GROUPS = 3;
const ROUNDS = 14;
const STEP = 0.3;
const SHRINK = 0.001;

/**
 * Logistic regression, descended lesson by lesson (AdaGrad). Of several sentences any may be the one ("noisy or"). The order is
 * fixed, so the same lessons give the same weights.
 */
export function learn(lessons: readonly Lesson[]): WordWeights {
  const names = knownFeatures(lessons);
  const bags = lessons.map((lesson) => ({
    ...lesson,
    sentences: lesson.sentences.map((features) => Int32Array.from(features.flatMap((name) => names.get(name) ?? []))),
  }));
  const weights = new Float64Array(names.size);
  const squares = new Float64Array(names.size).fill(1e-6);
  let bias = 0;
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const chance = (at: Int32Array): number => {
    let sum = 0;
    for (const index of at) sum += weights[index] ?? 0;
    return 1 / (1 + Math.exp(-bias - sum / Math.sqrt(Math.max(1, at.length))));
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const { sentences, yes, counts } of shuffled(bags, random)) {
      const chances = sentences.map(chance);
      const none = chances.reduce((product, one) => product * (1 - one), 1);
      sentences.forEach((at, index) => {
        const p = chances[index] ?? 0;
        const error = counts * (yes ? (-p * none) / Math.max(1e-6, 1 - none) : p);
        bias -= 0.05 * error;
        for (const one of at) {
          const slope = error / Math.sqrt(at.length) + SHRINK * (weights[one] ?? 0);
          squares[one] = (squares[one] ?? 0) + slope * slope;
          weights[one] = (weights[one] ?? 0) - (STEP * slope) / Math.sqrt(squares[one] ?? 1);
        }
      });
    }
  }
  return { bias: Math.round(bias * 100) / 100, features: byTenths(names, weights) };
}

function knownFeatures(lessons: readonly Lesson[]): Map<string, number> {
  const groups = new Map<string, Set<string>>();
  for (const { sentences, group } of lessons)
    for (const name of sentences.flat()) groups.set(name, (groups.get(name) ?? new Set()).add(group));
  const known = [...groups].filter(([, seenIn]) => seenIn.size >= LEAST_GROUPS);
  return new Map(known.map(([name], at) => [name, at]));
}

function shuffled<One>(list: readonly One[], random: (below: number) => number): One[] {
  return list
    .map((one) => ({ one, key: random(0x7fffffff) }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** A weight of nought is kept: the feature is known, and counts among the sentence's features. */
function byTenths(names: ReadonlyMap<string, number>, weights: Float64Array): WordWeights['features'] {
  const lists = new Map<number, string[]>();
  for (const [name, at] of names) {
    const tenths = Math.round((weights[at] ?? 0) * 10) + 0;
    lists.set(tenths, [...(lists.get(tenths) ?? []), name]);
  }
  return [...lists].sort(([a], [b]) => a - b).map(([tenths, list]) => [tenths, list.sort().join('|')] as const);
}
