import type { Facts } from './facts.ts';
import type { Language } from './grammar.ts';
import type { NormalText } from './normalise.ts';
import { compareFacts } from './restate.ts';
import { CATEGORIES, type Category, type Element } from './review.ts';
import { type Wording, wordingWeights } from './wording.ts';

/** Elements that people give in ever new words; frames find most, the wording the rest. */
export const WORDED_ELEMENTS = ['empathy', 'action', 'restate'] as const;
export type WordedElement = (typeof WORDED_ELEMENTS)[number];

/** What speaks for an element in a sentence: its runs of characters, and named signs of what else is known of it, in hundredths. */
export interface ElementWording {
  readonly bias: number;
  readonly runs: Wording;
  readonly signs: Readonly<Record<string, number>>;
}

/** Learnt beside the wording that hurts, by scripts/learn-wording.ts. */
export interface LearntWording {
  readonly elements: Readonly<Record<WordedElement, ElementWording>>;
  /** In which way a sentence hurts. */
  readonly categories: Readonly<Record<Category, Wording>>;
}

/** A little below even: a frame that finds an element outweighs a wording that does not know it. */
const ENOUGH: Record<WordedElement, number> = { empathy: -1, action: -1, restate: -0.75 };

/** Whether the sentence carries the element, by the sum of its runs and its signs. */
export function carries(
  element: WordedElement,
  { bias, signs }: ElementWording,
  runs: number,
  shown: readonly string[],
): boolean {
  return bias + runs + shown.reduce((sum, sign) => sum + (signs[sign] ?? 0) / 100, 0) > ENOUGH[element];
}

/** Units of normal text in a step of length; Korean has two or three to a syllable. */
const STEP: Record<Language, number> = { en: 40, zh: 12, ko: 30 };

/** What is known of a sentence beside its words: what frames find in it, whether it hurts, where it stands, how long it is. */
export function signsOf(
  elements: ReadonlySet<Element>,
  hurts: boolean,
  at: number,
  length: number,
  language: Language,
): string[] {
  const signs = [`AT${Math.min(2, at)}`, `LENGTH${Math.min(4, Math.floor(length / STEP[language]))}`];
  for (const element of elements) if (element !== 'restate') signs.push(element);
  if (hurts) signs.push('HURTS');
  return signs;
}

/** How much of the complaint comes back in a sentence. `words`: content words it has. */
export interface Retold {
  readonly shared: number;
  readonly words: number;
  readonly coverage: number;
  readonly number: boolean;
}

export function retoldIn(said: Facts, complaint: Facts, language: Language): Retold {
  const { shared, coverage } = compareFacts(said, complaint, language);
  const number = [...said.numbers].some((one) => one > 1 && complaint.numbers.has(one));
  return { shared, words: said.words.size, coverage, number };
}

export function retellingSigns(
  { shared, words, coverage, number }: Retold,
  signs: readonly string[],
  restates: boolean,
): string[] {
  const hurts = signs.includes('HURTS') ? ':HURTS' : '';
  const acts = signs.includes('action') ? ':ACTS' : '';
  return [
    ...signs,
    `SHARED${Math.min(5, shared)}`,
    `SHARED${Math.min(4, shared)}${hurts}${acts}!`,
    `SHARE${Math.min(4, Math.round((4 * shared) / Math.max(1, words)))}`,
    `COVERS${Math.min(4, Math.round(6 * coverage))}`,
    ...(restates ? ['restate'] : []),
    ...(number ? ['NUMBER'] : []),
  ];
}

const ways = new WeakMap<LearntWording, readonly Wording[]>();

/** The way in which a sentence that hurts most likely does. */
export function likeliestWay(learnt: LearntWording, normal: NormalText, start: number, end: number): Category {
  const wordings = ways.get(learnt) ?? CATEGORIES.map((category) => learnt.categories[category]);
  ways.set(learnt, wordings);
  const weights = wordingWeights(wordings, normal, start, end);
  const best = weights.reduce((most, weight, at) => (weight > (weights[most] ?? 0) ? at : most), 0);
  return CATEGORIES[best] ?? 'excuse';
}
