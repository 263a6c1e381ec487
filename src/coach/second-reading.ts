import { ENGLISH_EMPTY } from './fact-words.ts';
import { englishStem } from './facts.ts';
import type { NormalText } from './normalise.ts';
import { CATEGORIES, type Category, type Element } from './review.ts';
import type { RulePack } from './rule.ts';
import type { Sentence } from './segment.ts';
import { type Reader, readerOf } from './word-weights.ts';

/**
 * Scores at which the reader takes back what a frame found, and speaks up by itself: sooner of a sentence that does nothing for
 * the customer. With the complaint unknown it sees less, so a frame counts for more, and it speaks up seldom.
 */
const KNOWING = { takesBack: -0.7, speaksUp: 0.8, ofIdleOnes: 0.5 };
/** A draft that hurts in one sentence mostly hurts in another. */
const ONCE_HURT = { takesBack: -1.3, speaksUp: 0.3, ofIdleOnes: 0.1 };
const ALONE = { takesBack: -1.2, speaksUp: 1.6, ofIdleOnes: 1.6 };
/** A shorter sentence ('Hiya') has too few words to be weighed. */
const LEAST_LENGTH = 16;

/** What the second reader makes of the sentences of a draft. */
export interface SecondReading {
  /** Whether a problem that a frame found in the sentence stands. */
  confirms(sentence: number): boolean;
  /** In which way the sentence hurts although no frame finds it; `idle` ones do nothing for the customer. */
  objection(sentence: number, idle: boolean): Category | undefined;
}

interface Opinion {
  readonly hurts: number;
  readonly way: Category | undefined;
}

export function secondReading(
  packs: readonly RulePack[],
  normal: NormalText,
  sentences: readonly Sentence[],
  elements: readonly ReadonlySet<Element>[],
  complaint: string | undefined,
  found: ReadonlySet<number>,
): SecondReading {
  const told = complaint === undefined ? undefined : wordsOf(complaint);
  // All is read at once, since `normalise` uses its buffers again.
  const opinions = sentences.map(({ language, start, end }, at): Opinion | undefined => {
    const learnt = packs.find((pack) => pack.language === language)?.learnt;
    if (!learnt) return undefined;
    const context = told ? contextOf(at, normal.text.slice(start, end), told, elements) : [];
    const reader = readerOf(learnt, () => [learnt.hurts, ...CATEGORIES.map((category) => learnt.categories[category])]);
    reader.read(normal.codes, start, end);
    const hurts = reader.score(0, context);
    const isHeard = hurts > (told ? ONCE_HURT : ALONE).ofIdleOnes && end - start >= LEAST_LENGTH;
    return { hurts, way: isHeard ? mostLikely(reader) : undefined };
  });
  const first = complaint === undefined ? ALONE : KNOWING;
  const hurtsOnce = opinions.some((opinion, at) => (opinion?.hurts ?? 0) > (found.has(at) ? first.takesBack : first.speaksUp));
  const { takesBack, speaksUp, ofIdleOnes } = complaint !== undefined && hurtsOnce ? ONCE_HURT : first;
  return {
    confirms: (at) => (opinions[at]?.hurts ?? 0) > takesBack,
    objection: (at, idle) => {
      const opinion = opinions[at];
      return opinion && opinion.hurts > (idle ? ofIdleOnes : speaksUp) ? opinion.way : undefined;
    },
  };
}

/** Columns after the first are the categories. */
function mostLikely(reader: Reader): Category | undefined {
  let best: Category | undefined;
  let most = Number.NEGATIVE_INFINITY;
  CATEGORIES.forEach((category, at) => {
    const score = reader.score(at + 1);
    if (score <= most) return;
    most = score;
    best = category;
  });
  return best;
}

const SIGNS_OF_HELP: readonly Element[] = ['empathy', 'check', 'own', 'action', 'time'];

/** What is known of a sentence beside its words: how much else the draft does, and how much of the complaint it hands back. */
export function contextOf(
  at: number,
  text: string,
  told: ReadonlySet<string>,
  elements: readonly ReadonlySet<Element>[],
): string[] {
  const others = new Set(elements.flatMap((set, index) => (index === at ? [] : [...set])));
  let shared = 0;
  for (const word of wordsOf(text)) if (told.has(word)) shared++;
  return [
    `ELSEWHERE${SIGNS_OF_HELP.filter((element) => others.has(element)).length}`,
    ...(['own', 'action', 'empathy'] as const).filter((element) => others.has(element)).map((element) => `ELSEWHERE:${element}`),
    `SHARED${Math.min(4, shared)}`,
  ];
}

export function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]{3,}|\d+/gu) ?? [];
  return new Set(words.filter((word) => !ENGLISH_EMPTY.has(word)).map(englishStem));
}
