import { existsSync, readFileSync } from 'node:fs';
import { type Coach, createCoach } from '../src/coach/create-coach.ts';
import { judgeFeatures } from '../src/coach/english-judge.ts';
import { restateFeatures } from '../src/coach/english-restate.ts';
import { normalise } from '../src/coach/normalise.ts';
import { tellingOf, WHOLE } from '../src/coach/restate.ts';
import { CATEGORIES, type Category, type Element, type HeardElement, type Range, type Review } from '../src/coach/review.ts';
import type { LearntWeights } from '../src/coach/rule.ts';
import { shippedPacks } from '../src/coach/rules/packs.ts';
import { contextOf, elementContext, wordsOf } from '../src/coach/second-reading.ts';
import { sentencesOf } from '../src/coach/segment.ts';
import { featureHash, SHAPE_MASKS, shapeName, visitFeatures } from '../src/coach/word-weights.ts';
import { parseDraft, parsePair, parsePhrase, parseRecommended } from '../test/coach/labelled.ts';
import type { Lesson } from './learn.ts';

const BASE = 'test/fixtures/coach';
const SETS = ['', '/seen', '/seen2', '/seen3', '/seen4', '/sealed1', '/sealed2', '/sealed3', '/sealed4', '/sealed5'];
/** Our own phrases and the rules' examples are short, and there are many; a draft's sentence without its complaint is a second look. */
const COUNTS = { phrase: 0.2, example: 0.6, again: 0.2 };

const lines = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []);
const draftsOf = (set: string) => lines(`${BASE}${set}/drafts.en.jsonl`).map(parseDraft);

/** The English pack with other weights, or none. */
function coachWith(learnt?: LearntWeights): Coach {
  return createCoach({
    packs: shippedPacks.map(({ learnt: _, ...pack }) => (pack.language === 'en' && learnt ? { ...pack, learnt } : pack)),
  });
}

export const bare = coachWith();

const phrasesOf = () => lines(`${BASE}/phrases.en.jsonl`).map(parsePhrase);
const englishRules = () =>
  shippedPacks
    .filter((pack) => pack.language === 'en')
    .flatMap((pack) => pack.rules)
    .filter((rule) => rule.level !== 'hint');

/** Sentences of our own that hurt: the way, a bar, the sentence. */
export function ownBad(): { way: Category; text: string }[] {
  return lines(`${BASE}/own/bad.en.txt`).map((line) => {
    const [name = '', ...rest] = line.split('|');
    const way = CATEGORIES.find((one) => one === name);
    if (!way) throw new Error(`no category: ${line}`);
    return { way, text: rest.join('|') };
  });
}

/** Every sentence: does it hurt? */
export function wordLessons(without: readonly string[] = []): Lesson[] {
  const sentencesIn = (text: string, yes: boolean, counts: number): Lesson[] =>
    bare.review(text).sentences.map(({ start, end }) => ({ sentences: [wordFeatures(text.slice(start, end))], yes, group: text, counts })); // biome-ignore format: one chain
  const sets = SETS.filter((set) => !without.includes(set));
  const drafts = sets.flatMap((set) =>
    draftsOf(set).flatMap(({ text, complaint, banned }) => {
      const { sentences } = bare.review(text, complaint === undefined ? {} : { complaint });
      const elements = sentences.map((sentence) => new Set<Element>(sentence.elements));
      return sentences.flatMap((sentence, at): Lesson[] => {
        const said = text.slice(sentence.start, sentence.end);
        const features = wordFeatures(said);
        const yes = banned.some((span) => covers(span, sentence));
        const group = complaint ?? text;
        if (complaint === undefined) return [{ sentences: [features], yes, group, counts: 1 }];
        const context = contextOf(at, normalise(said).text, wordsOf(complaint), elements);
        return [
          { sentences: [[...features, ...context]], yes, group, counts: 1 },
          { sentences: [features], yes, group, counts: COUNTS.again },
        ];
      });
    }),
  );
  const recommended = sets.flatMap((set) => lines(`${BASE}${set}/recommended.jsonl`).map(parseRecommended));
  const examples = englishRules();
  return [
    ...drafts,
    ...recommended.filter(({ lang }) => lang === 'en').flatMap(({ text }) => sentencesIn(text, false, 1)),
    ...lines(`${BASE}/own/good.en.txt`).flatMap((text) => sentencesIn(text, false, 1)),
    ...ownBad().flatMap(({ text }) => sentencesIn(text, true, 1)),
    ...phrasesOf().flatMap(({ phrase }) => sentencesIn(phrase, true, COUNTS.phrase)),
    ...examples.flatMap(({ invalid }) => invalid.flatMap((text) => sentencesIn(text, true, COUNTS.example))),
    ...examples.flatMap(({ valid }) => valid.flatMap((text) => sentencesIn(text, false, COUNTS.example))),
  ];
}

/** Every sentence that hurts: does it do so in this way? */
export function categoryLessons(category: Category, without: readonly string[] = []): Lesson[] {
  const lesson = (text: string, ways: readonly Category[], group: string, counts: number): Lesson => ({ sentences: [wordFeatures(text)], yes: ways.includes(category), group, counts }); // biome-ignore format: one lesson
  const spans = SETS.filter((set) => !without.includes(set)).flatMap((set) =>
    draftsOf(set).flatMap(({ text, complaint, banned }) =>
      banned.map((span) => lesson(text.slice(span.start, span.end), [span.category], complaint ?? text, 1)),
    ),
  );
  const own = ownBad().map(({ text, way }) => lesson(text, [way], text, 1));
  const phrases = phrasesOf().map((one) => lesson(one.phrase, [one.category], one.phrase, 0.5));
  const examples = englishRules().flatMap((rule) => rule.invalid.map((text) => lesson(text, [rule.category], text, 0.5)));
  return [...spans, ...own, ...phrases, ...examples];
}

/** Every draft: does one of its sentences carry the element? */
export function elementLessons(element: HeardElement, without: readonly string[] = []): Lesson[] {
  return SETS.filter((set) => !without.includes(set)).flatMap((set) =>
    draftsOf(set).map(({ text, complaint, elements }) => ({
      sentences: bare
        .review(text, complaint === undefined ? {} : { complaint })
        .sentences.map((sentence, at) => [
          ...wordFeatures(text.slice(sentence.start, sentence.end)),
          ...elementContext(element, at, new Set(sentence.elements)),
        ]),
      yes: elements.includes(element),
      group: complaint ?? text,
      counts: 1,
    })),
  );
}

/** Every restatement that is long enough to be weighed: does it tell something else? */
export function tellingLessons(without: readonly string[] = []): Lesson[] {
  return SETS.filter((set) => !without.includes(set))
    .flatMap((set) => lines(`${BASE}${set}/reflective-pairs.jsonl`).map(parsePair))
    .filter(({ lang, label }) => lang === 'en' && label !== 'parrot')
    .flatMap(({ restatement, complaint, label }) => {
      const telling = tellingOf(restatement, complaint, 'en');
      if (telling.length < WHOLE) return [];
      return [{ sentences: [judgeFeatures(telling)], yes: label === 'wrong', group: complaint, counts: 1 }];
    });
}

/** Every draft: does one of its sentences hand the complaint back? `learnt` is what was learnt before. */
export function restateLessons(learnt: LearntWeights, without: readonly string[] = []): Lesson[] {
  const coach = coachWith(learnt);
  return SETS.filter((set) => !without.includes(set)).flatMap((set) =>
    draftsOf(set).flatMap(({ text, complaint, elements }) => {
      if (complaint === undefined) return [];
      const review = coach.review(text, { complaint });
      return [
        {
          sentences: restateFeatures({
            draft: text,
            complaint,
            sentences: review.sentences,
            elements: review.sentences.map((sentence) => new Set(sentence.elements)),
            hurts: review.sentences.map((sentence) => hurtsIn(review, sentence)),
          }),
          yes: elements.includes('restate'),
          group: complaint,
          counts: 1,
        },
      ];
    }),
  );
}

const hurtsIn = ({ findings }: Review, { start, end }: Range): boolean =>
  findings.some((one) => one.level === 'problem' && one.category !== 'style' && one.start < end && one.end > start); // biome-ignore format: one test

export const covers = (span: Range, sentence: Range): boolean =>
  2 * (Math.min(span.end, sentence.end) - Math.max(span.start, sentence.start)) >
  Math.min(span.end - span.start, sentence.end - sentence.start);

/** Names of a sentence's features, for what `visitFeatures` gives as hashes. */
export function wordFeatures(text: string): string[] {
  const normal = normalise(text);
  const found = new Set<string>();
  for (const { start, end } of sentencesOf(normal)) {
    const names = namesIn(normal.text.slice(start, end));
    visitFeatures(normal.codes, start, end, (hash) => {
      const name = names.get(hash);
      if (name === undefined) throw new Error(`a feature without a name in "${text}"`);
      found.add(name);
    });
  }
  return [...found];
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow)$/u;

function namesIn(text: string): Map<number, string> {
  const tokens = text.match(/[a-zß-ɏ]+|\d+|[?,;:!"]/gu) ?? [];
  const all = ['^', ...tokens.map((token) => (/^\d/u.test(token) ? '#' : DAY.test(token) ? 'DAY' : token)), '$'];
  const names = all.flatMap((token, at) => [token, `${token} ${all[at + 1]}`, `${token} ${all[at + 1]} ${all[at + 2]}`, `${token} _ ${all[at + 2]}`]); // biome-ignore format: one list
  for (let length = 0; length < 4; length++) names.push(`LEN${length}`);
  for (const mask of SHAPE_MASKS) for (let bits = 0; bits < 64; bits++) names.push(shapeName(mask, bits));
  return new Map(names.map((name) => [featureHash(name), name]));
}
