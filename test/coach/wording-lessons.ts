import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coach } from '../../src/coach/create-coach.ts';
import { factsOf } from '../../src/coach/facts.ts';
import type { Language } from '../../src/coach/grammar.ts';
import { retellingSigns, retoldIn, signsOf, WORDED_ELEMENTS, type WordedElement } from '../../src/coach/learnt-wording.ts';
import { normalise } from '../../src/coach/normalise.ts';
import type { Element } from '../../src/coach/review.ts';
import { runsOf } from '../../src/coach/wording.ts';
import { parseDraft, parsePhrase } from './labelled.ts';
import type { CategoryLesson } from './learn-categories.ts';
import type { ElementLesson } from './learn-elements.ts';

const rows = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []);
const draftsOf = (folder: string, lang: string) => rows(join(folder, `drafts.${lang}.jsonl`)).map(parseDraft);

/** Found by their wording alone: the elements are told before. */
const BY_WORDING = /-(?:no-answer|wording)$/u;

/** The drafts of a folder that answer a complaint, read by a coach that hears by frames alone. */
export function elementLessons(coach: Coach, folder: string, language: Language): Record<WordedElement, ElementLesson[]> {
  const lessons: Record<WordedElement, ElementLesson[]> = { empathy: [], action: [], restate: [] };
  for (const { text, complaint, elements } of draftsOf(folder, language)) {
    if (complaint === undefined) continue;
    const { sentences, findings } = coach.review(text, { complaint });
    const hurting = findings.filter(({ level, category, rule }) => level === 'problem' && category !== 'style' && !BY_WORDING.test(rule)); // biome-ignore format: one call
    const original = factsOf(complaint, language);
    const read = sentences.map(({ start, end, elements: shown }, at) => {
      const said = text.slice(start, end);
      const hurts = hurting.some((one) => one.start < end && one.end > start);
      const signs = signsOf(new Set<Element>(shown), hurts, at, normalise(said).length, language);
      const retelling = retellingSigns(retoldIn(factsOf(said, language), original, language), signs, shown.includes('restate'));
      return { runs: runsOf(said), signs, retelling };
    });
    for (const element of WORDED_ELEMENTS)
      lessons[element].push({
        sentences: read.map(({ runs, signs, retelling }) => ({ runs, signs: element === 'restate' ? retelling : signs })),
        yes: elements.includes(element),
      });
  }
  return lessons;
}

export function categoryLessons(folder: string, lang: string): CategoryLesson[] {
  return [
    ...draftsOf(folder, lang).flatMap(({ text, banned }) =>
      banned.map(({ start, end, category, alt }) => ({ text: text.slice(start, end), ways: [category, ...alt] })),
    ),
    ...rows(join(folder, `phrases.${lang}.jsonl`)).map(parsePhrase).map(({ phrase, category }) => ({ text: phrase, ways: [category] })), // biome-ignore format: one chain
  ];
}
