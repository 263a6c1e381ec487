import { chineseArgues } from './chinese-sentence.ts';
import { withElement, withoutElement } from './element-sets.ts';
import { factsOf } from './facts.ts';
import type { Problem } from './find-problems.ts';
import type { Language } from './grammar.ts';
import { koreanAct } from './korean-sentence.ts';
import { carries, type LearntWording, likeliestWay, retellingSigns, retoldIn, signsOf, WORDED_ELEMENTS, type WordedElement } from './learnt-wording.ts'; // biome-ignore format: one list
import type { NormalText } from './normalise.ts';
import type { Category, Element, Finding, Range } from './review.ts';
import type { RulePack } from './rule.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';
import { type Wording, wordingWeights } from './wording.ts';

/**
 * Whether a sentence hurts, all signs together: its wording as a whole, a rule's frame, the shape of an argument, and on the
 * other side what the sentence and the rest of the reply do for the customer. A frame is a few words out of many, and good
 * replies use them too ('我不清楚当时的情况，但我相信您说的'). The numbers are fitted to labelled sentences that were left out
 * when the wording was learned.
 */
interface Scale {
  readonly found: number;
  /** A frame that is all of the sentence; in proportion where it is part. */
  readonly foundAll: number;
  /** In words of no complaint, a frame that is so much of the sentence needs no more against it: it is the answer. */
  readonly isAnswer: number;
  readonly foundTwice: number;
  readonly harsh: number;
  readonly leftOver: number;
  readonly argues: number;
  readonly isArgument: (sentence: string) => boolean;
  /** What each element of a good reply takes off: those who help seldom hurt. */
  readonly helps: number;
  readonly here: Partial<Record<Element, number>>;
  readonly enough: number;
  /** Without the customer's words there is less to go by, so more is asked for. */
  readonly enoughUnheard: number;
  /** Words after which the weight is that of what follows. */
  readonly turns: readonly string[];
  readonly why: string;
  readonly instead: string;
}
const MOST_HELP = 3;

const SCALES: Partial<Record<Language, Scale>> = {
  zh: {
    found: 1.4,
    foundAll: 1.8,
    isAnswer: 2,
    foundTwice: 0.65,
    harsh: 0.9,
    leftOver: 1.05,
    argues: 0.75,
    isArgument: chineseArgues,
    helps: 1.3,
    here: { own: 1.3, action: 0.5, time: 1, empathy: 0.6, restate: 0.7 },
    enough: -0.35,
    enoughUnheard: 2,
    turns: ['但', '不过', '可是', '只是'],
    why: '这句话听起来不像在帮客户：是在解释、推开，或者让客户不舒服。',
    instead: '换成您会做什么、几点前做好；做不到的，说出能做什么。',
  },
  ko: {
    found: 2.3,
    foundAll: 1.2,
    isAnswer: 0.62,
    foundTwice: 0.3,
    harsh: 0.7,
    leftOver: 1.3,
    argues: 0.3,
    isArgument: (sentence) => koreanAct(sentence, false) === 'argues',
    helps: 1.3,
    here: { own: 0.8, action: 0.7, time: 0.35, empathy: 0.6, restate: 0.75 },
    enough: 0.1,
    enoughUnheard: 3.3,
    turns: [],
    why: '이 문장은 고객을 돕는 말로 들리지 않습니다. 설명하거나, 밀어내거나, 마음을 상하게 하는 말에 가깝습니다.',
    instead: '무엇을 언제까지 하겠다는 말로 바꿔 주세요. 할 수 없는 일이라면 대신 할 수 있는 일을 말합니다.',
  },
};

type Weighed = ReadonlySet<Element>;

/** The wordings of a language, in an order that is the same for every review: see `wordingsOf`. */
export interface Wordings {
  readonly language: Language;
  /** What hurts, and then each of the elements that are learnt. */
  readonly columns: readonly Wording[];
  readonly learnt?: LearntWording;
}

export function wordingsOf({ language, wording, learntWording }: RulePack): Wordings[] {
  if (wording === undefined) return [];
  const runs = learntWording ? WORDED_ELEMENTS.map((element) => learntWording.elements[element].runs) : [];
  return [{ language, columns: [wording, ...runs], ...(learntWording && { learnt: learntWording }) }];
}

interface RetellingInput {
  readonly draft: string;
  readonly complaint: string;
  readonly ranges: readonly Range[];
  readonly elements: readonly Weighed[];
  readonly hurts: ReadonlySet<number>;
}

export interface Weigher {
  /** The elements of each sentence, told by frames and wording together. `hurts`: sentences with a problem. */
  hear(elements: readonly Weighed[], hits: readonly Hit[], hurts: ReadonlySet<number>): readonly Weighed[];
  /** The sentences that hand the complaint back, told by the facts they share (`byFacts`) and by their wording. */
  retelling(by: RetellingInput, byFacts: readonly number[]): readonly number[];
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

/** Weighs the sentences of a draft in one language; reads `normal` at once. `heard`: the customer's words are known. */
export function weigherOf(
  { language, columns, learnt }: Wordings,
  normal: NormalText,
  sentences: readonly Sentence[],
  heard: boolean,
): Weigher | undefined {
  const scale = SCALES[language];
  const isOurs = (sentence: Sentence | undefined): boolean => sentence?.language === language;
  if (!scale || !sentences.some(isOurs)) return undefined;
  const texts = sentences.map((sentence) => (isOurs(sentence) ? normal.text.slice(sentence.start, sentence.end) : ''));
  const read = sentences.map(({ start, end, language: spoken }) =>
    spoken === language ? wordingWeights(columns, normal, start, end) : [],
  );
  const weights = read.map(([hurts = 0]) => hurts);
  const enough = heard ? scale.enough : scale.enoughUnheard;
  /** In which way each sentence hurts, where its wording may be all there is to say so. */
  const ways = sentences.map(({ start, end }, at) =>
    learnt && (weights[at] ?? 0) + scale.leftOver + scale.argues > enough && isOurs(sentences[at])
      ? likeliestWay(learnt, normal, start, end)
      : undefined,
  );
  /** Where the last 'but' of each sentence stands, and what it weighs from there. */
  const turns = sentences.map((sentence, at) => {
    const turn = Math.max(-1, ...scale.turns.map((word) => (texts[at] ?? '').lastIndexOf(word)));
    const start = sentence.start + turn;
    return turn <= 0
      ? undefined
      : { start, end: sentence.end, weight: wordingWeights(columns, normal, start, sentence.end)[0] ?? 0 };
  });
  const isWeighed = (problem: Problem): boolean => {
    const sentence = sentences[problem.sentence];
    return (
      problem.language === language &&
      sentence !== undefined &&
      isOurs(sentence) &&
      problem.rule.level !== 'hint' &&
      problem.rule.source !== 'team'
    );
  };

  const isEnough = (
    at: number,
    found: readonly Problem[],
    left: boolean,
    elements: ReadonlySet<Element>,
    help: number,
  ): boolean => {
    if (!heard && found.length > 0 && shareOf(found, sentences[at]) >= scale.isAnswer) return true;
    let sum = (weights[at] ?? 0) - help;
    if (found.length > 1) sum += scale.foundTwice;
    if (found.some(isHarsh)) sum += scale.harsh;
    if (left) sum += scale.leftOver;
    const turn = turns[at];
    // What is said before 'but' is taken back by what is said after it.
    const turned = turn && found.some(({ start }) => start >= turn.start) ? turn : undefined;
    if (found.length > 0) sum += scale.found + scale.foundAll * shareOf(found, turned ?? sentences[at]);
    if (turned) sum += Math.max(0, turned.weight - (weights[at] ?? 0));
    else for (const element of elements) sum -= scale.here[element] ?? 0;
    if (sum > enough) return true;
    return sum + scale.argues > enough && scale.isArgument(texts[at] ?? '');
  };
  const helpOf = (elements: readonly Weighed[]): number =>
    heard || sentences.length > 1 ? scale.helps * Math.min(MOST_HELP, countOf(elements)) : 0;

  const shows = (element: WordedElement, at: number, signs: readonly string[]): boolean =>
    learnt !== undefined &&
    carries(element, learnt.elements[element], read[at]?.[1 + WORDED_ELEMENTS.indexOf(element)] ?? 0, signs);

  return {
    hear: (elements, hits, hurts) => {
      if (!learnt) return elements;
      const timed = new Set(hits.filter(({ rule }) => rule.element === 'when').map(({ sentence }) => sentence));
      return elements.map((set, at) => {
        const sentence = sentences[at];
        if (!sentence || !isOurs(sentence)) return set;
        const signs = signsOf(set, hurts.has(at), at, sentence.end - sentence.start, language);
        let told = shows('empathy', at, signs) ? withElement(set, 'empathy') : withoutElement(set, 'empathy');
        told = shows('action', at, signs) ? withElement(told, 'action') : withoutElement(told, 'action');
        return told.has('action') && timed.has(at) ? withElement(told, 'time') : told;
      });
    },
    retelling: ({ draft, complaint, ranges, elements, hurts }, byFacts) => {
      if (!learnt) return byFacts;
      const original = factsOf(complaint, language);
      return sentences.flatMap((sentence, at) => {
        const range = ranges[at];
        if (!isOurs(sentence) || !range) return byFacts.includes(at) ? [at] : [];
        const told = retoldIn(factsOf(draft.slice(range.start, range.end), language), original, language);
        const signs = signsOf(elements[at] ?? NONE, hurts.has(at), at, sentence.end - sentence.start, language);
        return shows('restate', at, retellingSigns(told, signs, byFacts.includes(at))) ? [at] : [];
      });
    },
    standing: (problems, elementsOf) => {
      const here: Problem[][] = [];
      for (const problem of problems)
        if (isWeighed(problem)) here[problem.sentence] = [...(here[problem.sentence] ?? []), problem];
      if (here.length === 0) return problems;
      const elements = elementsOf();
      const help = helpOf(elements);
      const stands = here.map((found, at) => isEnough(at, found, false, elements[at] ?? NONE, help));
      return problems.filter((problem) => !isWeighed(problem) || stands[problem.sentence]);
    },
    leftOver: (found, ranges, elements, isJudged) => {
      const help = helpOf(elements);
      const kept: Finding[] = [];
      sentences.forEach((sentence, at) => {
        const range = ranges[at];
        if (!range || !isOurs(sentence)) return;
        const left = found.find((one) => one.start >= range.start && one.end <= range.end);
        const here = elements[at] ?? NONE;
        if (!left && (here.size > 0 || isJudged(at))) return;
        if (language === 'zh' && asksBack(texts[at] ?? '')) return;
        if (!isEnough(at, [], left !== undefined, here, help)) return;
        const category: Category = ways[at] ?? 'excuse';
        const { why, instead } = scale;
        kept.push(left ? { ...left, category } : { rule: `${language}-wording`, category, level: 'problem', ...range, language, why, instead, source: 'P27' }); // biome-ignore format: one call
      });
      return [...found.filter((one) => one.language !== language), ...kept];
    },
  };
}

/** A question that wants an answer ('根黑到哪儿了？', '您倾向哪个？'), or a request for what is needed to help. */
const OPEN_QUESTION = /(?:哪[个一儿里种边张件样位]|几[点号时个天张]|多少|还是|有没有|([\u4e00-\u9fff])不\1)[^,]*\?$/u;
const REQUEST = /^(?:您|你)?(?:先|请|麻烦)(?:您|你)?[^,]{0,6}(?:拍|发|报|念|量|称|数|截)/u;
const asksBack = (text: string): boolean =>
  (OPEN_QUESTION.test(text.trimEnd()) || REQUEST.test(text)) && !chineseArgues(text) && !/是不是|怎么|凭什么|自己/u.test(text);

const NONE: Weighed = new Set();
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
