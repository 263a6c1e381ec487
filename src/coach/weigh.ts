import { chineseArgues } from './chinese-sentence.ts';
import type { Problem } from './find-problems.ts';
import type { NormalText } from './normalise.ts';
import type { Category, Element, Finding, Range } from './review.ts';
import type { Sentence } from './segment.ts';
import { type Wording, wordingWeight } from './wording.ts';

/**
 * Whether a sentence hurts, all signs together: its wording as a whole, a rule's frame, the shape of an argument, and on the
 * other side what the sentence and the rest of the reply do for the customer. A frame is a few words out of many, and good
 * replies use them too ('我不清楚当时的情况，但我相信您说的'). The numbers are fitted to labelled sentences that were left out
 * when the wording was learned.
 */
const FOUND = 1.4;
/** A frame that is all of the sentence; in proportion where it is part. */
const FOUND_ALL = 1.8;
const FOUND_TWICE = 0.65;
const HARSH = 0.9;
const LEFT_OVER = 1.05;
const ARGUES = 0.75;
/** What each element of a good reply takes off: those who help seldom hurt. */
const HELPS = 1.3;
const MOST_HELP = 3;
const HERE: Partial<Record<Element, number>> = { own: 1.3, action: 0.5, time: 1, empathy: 0.6, restate: 0.7 };
/** Without the customer's words there is less to go by, so more is asked for. */
const ENOUGH = -0.7;
const ENOUGH_UNHEARD = 2;

const WORDS = {
  why: '这句话听起来不像在帮客户：是在解释、推开，或者让客户不舒服。',
  instead: '换成您会做什么、几点前做好；做不到的，说出能做什么。',
  source: 'P27',
};

type Weighed = ReadonlySet<Element>;

export interface Weigher {
  /** The problems whose sentence has enough against it. What a team asked to be found is found. */
  standing(problems: readonly Problem[], elements: () => readonly Weighed[]): readonly Problem[];
  /** What is left over and stands, and the sentences whose wording alone is enough. `isJudged`: it has a finding, or is quoted. */
  leftOver(
    found: readonly Finding[],
    ranges: readonly Range[],
    elements: readonly Weighed[],
    isJudged: (at: number) => boolean,
  ): readonly Finding[];
}

/** Weighs the Chinese sentences of a draft; reads `normal` at once. `heard`: the customer's words are known. */
export function weigherOf(
  wording: Wording,
  normal: NormalText,
  sentences: readonly Sentence[],
  heard: boolean,
): Weigher | undefined {
  if (!sentences.some(isChinese)) return undefined;
  const texts = sentences.map((sentence) => (isChinese(sentence) ? normal.text.slice(sentence.start, sentence.end) : ''));
  const weights = sentences.map((sentence) =>
    isChinese(sentence) ? wordingWeight(wording, normal, sentence.start, sentence.end) : 0,
  );
  /** Where the last 'but' of each sentence stands, and what it weighs from there. */
  const turns = sentences.map((sentence, at) => {
    const turn = Math.max(...['但', '不过', '可是', '只是'].map((word) => (texts[at] ?? '').lastIndexOf(word)));
    const start = sentence.start + turn;
    return turn <= 0 ? undefined : { start, end: sentence.end, weight: wordingWeight(wording, normal, start, sentence.end) };
  });
  const enough = heard ? ENOUGH : ENOUGH_UNHEARD;

  const isEnough = (
    at: number,
    found: readonly Problem[],
    left: boolean,
    elements: ReadonlySet<Element>,
    help: number,
  ): boolean => {
    let sum = (weights[at] ?? 0) - help;
    if (found.length > 1) sum += FOUND_TWICE;
    if (found.some(isHarsh)) sum += HARSH;
    if (left) sum += LEFT_OVER;
    const turn = turns[at];
    // What is said before 'but' is taken back by what is said after it.
    const turned = turn && found.some(({ start }) => start >= turn.start) ? turn : undefined;
    if (found.length > 0) sum += FOUND + FOUND_ALL * shareOf(found, turned ?? sentences[at]);
    if (turned) sum += Math.max(0, turned.weight - (weights[at] ?? 0));
    else for (const element of elements) sum -= HERE[element] ?? 0;
    if (sum > enough) return true;
    return sum + ARGUES > enough && chineseArgues(texts[at] ?? '');
  };
  const helpOf = (elements: readonly Weighed[]): number =>
    heard || sentences.length > 1 ? HELPS * Math.min(MOST_HELP, countOf(elements)) : 0;

  return {
    standing: (problems, elementsOf) => {
      const here: Problem[][] = [];
      for (const problem of problems)
        if (isWeighed(problem, sentences)) here[problem.sentence] = [...(here[problem.sentence] ?? []), problem];
      if (here.length === 0) return problems;
      const elements = elementsOf();
      const help = helpOf(elements);
      const stands = here.map((found, at) => isEnough(at, found, false, elements[at] ?? NONE, help));
      return problems.filter((problem) => !isWeighed(problem, sentences) || stands[problem.sentence]);
    },
    leftOver: (found, ranges, elements, isJudged) => {
      const help = helpOf(elements);
      const kept: Finding[] = [];
      sentences.forEach((sentence, at) => {
        const range = ranges[at];
        if (!range || !isChinese(sentence)) return;
        const left = found.find((one) => one.start >= range.start && one.end <= range.end);
        const here = elements[at] ?? NONE;
        if (!left && (here.size > 0 || isJudged(at))) return;
        if (asksBack(texts[at] ?? '')) return;
        if (!isEnough(at, [], left !== undefined, here, help)) return;
        const { language } = sentence;
        kept.push(
          left ?? { rule: 'zh-wording', category: guessed(texts[at] ?? ''), level: 'problem', ...range, language, ...WORDS },
        );
      });
      return [...found.filter(({ language }) => language !== 'zh'), ...kept];
    },
  };
}

/** A question that wants an answer ('根黑到哪儿了？', '您倾向哪个？'), or a request for what is needed to help. */
const OPEN_QUESTION = /(?:哪[个一儿里种边张件样位]|几[点号时个天张]|多少|还是|有没有|([\u4e00-\u9fff])不\1)[^,]*\?$/u;
const REQUEST = /^(?:您|你)?(?:先|请|麻烦)(?:您|你)?[^,]{0,6}(?:拍|发|报|念|量|称|数|截)/u;
const asksBack = (text: string): boolean =>
  (OPEN_QUESTION.test(text.trimEnd()) || REQUEST.test(text)) && !chineseArgues(text) && !/是不是|怎么|凭什么|自己/u.test(text);

const NONE: Weighed = new Set();
const isChinese = (sentence: Sentence): sentence is Sentence & { language: 'zh' } => sentence.language === 'zh';

const isWeighed = ({ language, sentence, rule }: Problem, sentences: readonly Sentence[]): boolean =>
  language === 'zh' && sentences[sentence]?.language === 'zh' && rule.level !== 'hint' && rule.source !== 'team';

const isHarsh = ({ rule: { category } }: Problem): boolean =>
  category === 'rude' || category === 'overpromise' || category === 'impatient';

function countOf(elements: readonly Weighed[]): number {
  const present = new Set(elements.flatMap((set) => [...set]));
  present.delete('restate');
  return present.size;
}

function shareOf(found: readonly Problem[], range: Range | undefined): number {
  const length = found.reduce((sum, { start, end }) => sum + end - start, 0);
  return range ? Math.min(1, length / Math.max(1, range.end - range.start)) : 0;
}

const guessed = (text: string): Category => (/您|你/u.test(text) ? 'blame' : /不|没|别|无|非/u.test(text) ? 'refusal' : 'excuse');
