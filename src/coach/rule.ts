import type { Classes } from './compile-frame.ts';
import type { Language } from './grammar.ts';
import type { LearntWording } from './learnt-wording.ts';
import type { Category, Element, HeardElement } from './review.ts';
import type { WordWeights } from './word-weights.ts';
import type { Wording } from './wording.ts';

/** A way of speaking that hurts: data, with the examples that test it. */
export interface Rule {
  readonly id: string;
  readonly category: Category;
  readonly why: string;
  readonly instead: string;
  /** Playbook row the rule comes from. */
  readonly source: string;
  readonly frames: readonly string[];
  /** Frames that, found in the same sentence, take the finding back. */
  readonly unless?: readonly string[];
  /**
   * What else in the draft takes it back. `help`: the sentence goes on to what we do instead. `follow-up`: that, or one of
   * the next sentences says who will find out and by when ('I do not know yet, but … by 5 pm').
   */
  readonly forgivenBy?: 'help' | 'follow-up';
  /** Only in a question: 'did you not close it?' accuses, 'you did not close it wrongly' does not. */
  readonly only?: 'question';
  /** A hint is shown, and does not count as a problem. */
  readonly level?: 'hint';
  readonly invalid: readonly string[];
  readonly valid: readonly string[];
}

/** Ways of saying an element of a good reply, and of asking for it. */
export interface ElementRule {
  /** `when` is a point in time; it counts as the element `time` where the sentence also says what we do. */
  readonly element: Element | 'when';
  readonly frames: readonly string[];
  readonly unless?: readonly string[];
}

/** What the second reader has learnt of a language (`npm run learn:coach`). */
export interface LearntWeights {
  /** Whether a sentence hurts, and if so in which way. */
  readonly hurts: WordWeights;
  readonly categories: Readonly<Record<Category, WordWeights>>;
  /** Whether a sentence carries an element, seen together with what the frames say. */
  readonly elements: Readonly<Record<HeardElement, WordWeights>>;
  /** Whether a sentence hands the complaint back. */
  readonly restates: WordWeights;
  /** Whether a restatement tells something else than the complaint. */
  readonly tellsOtherwise: WordWeights;
}

export interface RulePack {
  readonly language: Language;
  readonly classes: Classes;
  readonly rules: readonly Rule[];
  readonly elements: readonly ElementRule[];
  /** Weighs what the rules find, where it was learned for the language. */
  readonly wording?: Wording;
  /** What the wording says beside that: elements it shows, and in which way it hurts. */
  readonly learntWording?: LearntWording;
  readonly learnt?: LearntWeights;
}
