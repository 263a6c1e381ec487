import { chineseArgues, chineseElements } from './chinese-sentence.ts';
import { clauseAround } from './clause.ts';
import { englishFeels } from './english-feeling.ts';
import { promisesOfSentence } from './english-promise.ts';
import type { Problem } from './find-problems.ts';
import { actOfSentence, type KoreanAct } from './korean-sentence.ts';
import type { NormalText } from './normalise.ts';
import type { Element } from './review.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';

const ACT_ELEMENT: Partial<Record<KoreanAct, Element>> = { feels: 'empathy', owns: 'own', promises: 'action', did: 'action' };

/** The elements each sentence carries. A clause that is itself a problem ('sorry if you feel that way') gives none. */
export function elementsIn(
  hits: readonly Hit[],
  problems: readonly Problem[],
  normal: NormalText,
  sentences: readonly Sentence[],
): Set<Element>[] {
  const found = sentences.map(() => new Set<Element>());
  const bad = new Map<number, { start: number; end: number }[]>();
  for (const problem of problems) {
    if (problem.rule.level === 'hint') continue;
    bad.set(problem.sentence, [...(bad.get(problem.sentence) ?? []), clauseAround(problem, normal, sentences[problem.sentence])]);
  }
  const timed = new Set<number>();
  for (const hit of hits) {
    const { element } = hit.rule;
    if (element === undefined) continue;
    if (bad.get(hit.sentence)?.some((clause) => overlaps(clause, hit))) continue;
    if (element === 'when') timed.add(hit.sentence);
    else if (element !== 'check' || sentences[hit.sentence]?.isQuestion) found[hit.sentence]?.add(element);
  }
  const argued: number[] = [];
  sentences.forEach((sentence, at) => {
    if (sentence.language !== 'ko' || bad.get(at)?.some((clause) => clause.end >= sentence.end - 2)) return;
    const act = actOfSentence(sentence, normal.text.slice(sentence.start, sentence.end));
    const element = ACT_ELEMENT[act];
    if (element) found[at]?.add(element);
    if (act === 'argues') argued.push(at);
  });
  sentences.forEach((sentence, at) => {
    if (sentence.language !== 'zh') return;
    for (const element of chineseElements(withoutBad(sentence, bad.get(at), normal)))
      if (element === 'empathy' || !sentence.isQuestion) found[at]?.add(element);
  });
  sentences.forEach((sentence, at) => {
    if (sentence.language !== 'en') return;
    if (!bad.has(at) && englishFeels(normal.text.slice(sentence.start, sentence.end))) found[at]?.add('empathy');
    for (const place of promisesOfSentence(sentence, normal.text.slice(sentence.start, sentence.end))) {
      const clause = { start: sentence.start + place.start, end: sentence.start + place.end };
      if (!bad.get(at)?.some((one) => overlaps(one, clause))) found[at]?.add('action');
    }
  });
  // '谁戴都得疼一阵' speaks of feelings, and waves them away.
  sentences.forEach((sentence, at) => {
    const set = found[at];
    if (sentence.language !== 'zh' || !set?.has('empathy') || set.size > 1) return;
    if (chineseArgues(normal.text.slice(sentence.start, sentence.end))) set.delete('empathy');
  });
  // What is asked back is the customer's story, not our promise.
  for (const set of found) if (set.has('check')) set.delete('action');
  // 'I'll refund it. It will be on your card by Tuesday': the time may stand in the sentence after the promise.
  for (const at of timed)
    if (found[at]?.has('action') || (found[at]?.size === 0 && found[at - 1]?.has('action'))) found[at]?.add('time');
  for (const at of argued) found[at]?.clear();
  return found;
}

/** The sentence without the clauses that are a problem. */
function withoutBad(sentence: Sentence, bad: readonly { start: number; end: number }[] | undefined, normal: NormalText): string {
  let text = '';
  let from = sentence.start;
  for (const clause of bad ?? []) {
    if (clause.start > from) text += normal.text.slice(from, clause.start);
    from = Math.max(from, clause.end);
  }
  return text + normal.text.slice(from, sentence.end);
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > (b.end - b.start) / 2;
}
