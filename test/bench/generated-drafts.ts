import { readFileSync } from 'node:fs';
import type { Language } from '../../src/coach/grammar.ts';
import { checkout } from './program.ts';

export const LANGUAGES = ['en', 'zh', 'ko'] as const satisfies readonly Language[];
export const DRAFT_UNITS = 500;

/** The same numbers on every machine: below `limit`, one after the other. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Drafts of 500 units, put together from sentences of the labelled ones, good and bad as they come. */
export function generatedDrafts(language: Language, count: number): readonly string[] {
  const sentences = labelled(language).flatMap(({ text }) => text.match(/[^.!?。！？]+[.!?。！？]+\s*/gu) ?? [text]);
  const below = numbers(500);
  return Array.from({ length: count }, () => {
    let draft = '';
    while (draft.length < DRAFT_UNITS) draft += sentences[below(sentences.length)] ?? '';
    return draft.slice(0, DRAFT_UNITS);
  });
}

export function complaints(language: Language): readonly string[] {
  return labelled(language).flatMap(({ complaint }) => (complaint === undefined ? [] : [complaint]));
}

interface Labelled {
  readonly text: string;
  readonly complaint?: string;
}

function labelled(language: Language): readonly Labelled[] {
  const lines = readFileSync(`${checkout}test/fixtures/coach/drafts.${language}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line): Labelled => JSON.parse(line));
}

/** Phrases of two words that stand in the drafts and of two that do not, all different. */
export function generatedPhrases(drafts: readonly string[], count: number): readonly string[] {
  const words = [...new Set(drafts.join(' ').match(/\p{L}{2,}/gu) ?? [])];
  const below = numbers(count);
  const word = () => words[below(words.length)] ?? '';
  const phrases = new Set(words.slice(0, count / 20));
  while (phrases.size < count) phrases.add(phrases.size % 2 === 0 ? `${word()} ${word()}` : `${word()} ${word()} ${word()}`);
  return [...phrases];
}
