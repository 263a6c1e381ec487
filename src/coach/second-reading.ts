import { elementBit, elementSet } from './element-sets.ts';
import { ENGLISH_EMPTY } from './fact-words.ts';
import { englishStem } from './facts.ts';
import type { NormalText } from './normalise.ts';
import { CATEGORIES, type Category, type Element, HEARD_ELEMENTS, type HeardElement } from './review.ts';
import type { RulePack } from './rule.ts';
import type { Sentence } from './segment.ts';
import { type Reader, readerOf } from './word-weights.ts';

/**
 * Scores at which the reader takes back what a frame found, and speaks up by itself: sooner of a sentence that does nothing for
 * the customer. With the complaint unknown it sees less, so a frame counts for more, and it speaks up seldom.
 */
const KNOWING = { takesBack: -0.7, speaksUp: 0.6, ofIdleOnes: 0.15 };
/** A draft that hurts in one sentence mostly hurts in another. */
const ONCE_HURT = { takesBack: -1.3, speaksUp: 0.3, ofIdleOnes: -0.1 };
const ALONE = { takesBack: -1.2, speaksUp: 1.6, ofIdleOnes: 1.6 };
/** A shorter sentence ('Hiya') has too few words to be weighed. */
const LEAST_LENGTH = 16;

/** What the second reader makes of the sentences of a draft. */
export interface SecondReading {
  /** Whether a problem that a frame found in the sentence stands. */
  confirms(sentence: number): boolean;
  /** In which way the sentence hurts although no frame finds it; `idle` ones do nothing for the customer. */
  objection(sentence: number, idle: boolean): Category | undefined;
  /** What the sentence does for the customer, words and frames together; undefined in a language it has not learnt. */
  elements(sentence: number): ReadonlySet<Element> | undefined;
}

interface Opinion {
  readonly hurts: number;
  readonly way: Category | undefined;
  readonly elements: ReadonlySet<Element>;
}

/** Scores above which a sentence carries an element. A draft has several sentences of which any may be the one, hence below nought. */
const CARRIES: Readonly<Record<HeardElement, number>> = { empathy: -0.5, check: -0.75, own: -1, action: -0.75, time: -0.75 };

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
    const reader = readerOf(learnt, () => [
      learnt.hurts,
      ...CATEGORIES.map((category) => learnt.categories[category]),
      ...HEARD_ELEMENTS.map((element) => learnt.elements[element]),
    ]);
    reader.read(normal.codes, start, end);
    const hurts = reader.score(0, context);
    const isHeard = hurts > (told ? ONCE_HURT : ALONE).ofIdleOnes && end - start >= LEAST_LENGTH;
    return { hurts, way: isHeard ? mostLikely(reader) : undefined, elements: carried(reader, at, elements[at]) };
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
    elements: (at) => opinions[at]?.elements,
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

/** Columns after the categories are the elements. */
function carried(reader: Reader, at: number, found: ReadonlySet<Element> | undefined): ReadonlySet<Element> {
  let bits = 0;
  HEARD_ELEMENTS.forEach((element, index) => {
    const score = reader.score(1 + CATEGORIES.length + index, elementContext(element, at, found));
    if (score > CARRIES[element]) bits |= elementBit(element);
  });
  return elementSet(bits);
}

/** What is known of a sentence that may carry an element, beside its words: what the frames find in it, and where it stands. */
export function elementContext(element: HeardElement, at: number, found: ReadonlySet<Element> | undefined): string[] {
  const names = [found?.has(element) ? 'IS1' : 'IS0', at === 0 ? 'FIRST' : 'LATER'];
  for (const one of HEARD_ELEMENTS) if (found?.has(one)) names.push(`DOES:${one}`);
  return names;
}

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
    `ELSEWHERE${HEARD_ELEMENTS.filter((element) => others.has(element)).length}`,
    ...(['own', 'action', 'empathy'] as const).filter((element) => others.has(element)).map((element) => `ELSEWHERE:${element}`),
    `SHARED${Math.min(4, shared)}`,
  ];
}

export function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]{3,}|\d+/gu) ?? [];
  return new Set(words.filter((word) => !ENGLISH_EMPTY.has(word)).map(englishStem));
}
