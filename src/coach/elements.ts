import { chineseArgues, chineseElements } from './chinese-sentence.ts';
import { clauseAround } from './clause.ts';
import { elementBit, elementSet } from './element-sets.ts';
import { englishFeels } from './english-feeling.ts';
import { promisesOfSentence } from './english-promise.ts';
import type { Problem } from './find-problems.ts';
import { actOfSentence, type KoreanAct } from './korean-sentence.ts';
import type { NormalText } from './normalise.ts';
import type { Element, Range } from './review.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';

const EMPATHY = elementBit('empathy');
const CHECK = elementBit('check');
const OWN = elementBit('own');
const ACTION = elementBit('action');
const TIME = elementBit('time');
const ACT_ELEMENT: Partial<Record<KoreanAct, number>> = { feels: EMPATHY, owns: OWN, promises: ACTION, did: ACTION };
const CHINESE_ELEMENT = { empathy: EMPATHY, own: OWN, action: ACTION };

/** The elements each sentence carries. A clause that is itself a problem ('sorry if you feel that way') gives none. */
export function elementsIn(
  hits: readonly Hit[],
  problems: readonly Problem[],
  normal: NormalText,
  sentences: readonly Sentence[],
): ReadonlySet<Element>[] {
  /** The elements of each sentence as bits. */
  const found = new Uint8Array(sentences.length);
  const timed = new Uint8Array(sentences.length);
  const bad: Range[][] = [];
  for (const problem of problems) {
    if (problem.rule.level === 'hint') continue;
    const clauses = bad[problem.sentence] ?? [];
    clauses.push(clauseAround(problem, normal, sentences[problem.sentence]));
    bad[problem.sentence] = clauses;
  }
  for (const hit of hits) {
    const { element } = hit.rule;
    if (element === undefined || isWithin(bad[hit.sentence], hit)) continue;
    const { sentence } = hit;
    if (element === 'when') timed[sentence] = 1;
    else if (element !== 'check' || sentences[sentence]?.isQuestion)
      found[sentence] = (found[sentence] ?? 0) | elementBit(element);
  }
  const argued: number[] = [];
  sentences.forEach((sentence, at) => {
    const text = normal.text.slice(sentence.start, sentence.end);
    const clauses = bad[at];
    let bits = found[at] ?? 0;
    if (sentence.language === 'ko' && !clauses?.some((clause) => clause.end >= sentence.end - 2)) {
      const act = actOfSentence(sentence, text);
      bits |= ACT_ELEMENT[act] ?? 0;
      if (act === 'argues') argued.push(at);
    } else if (sentence.language === 'zh') {
      for (const element of chineseElements(clauses ? withoutBad(sentence, clauses, normal) : text))
        if (element === 'empathy' || !sentence.isQuestion) bits |= CHINESE_ELEMENT[element];
      // '谁戴都得疼一阵' speaks of feelings, and waves them away.
      if (bits === EMPATHY && chineseArgues(text)) bits = 0;
    } else if (sentence.language === 'en') {
      if (!clauses && englishFeels(text)) bits |= EMPATHY;
      for (const place of promisesOfSentence(sentence, text)) {
        const clause = { start: sentence.start + place.start, end: sentence.start + place.end };
        if (!isWithin(clauses, clause)) bits |= ACTION;
      }
    }
    // What is asked back is the customer's story, not our promise.
    found[at] = bits & CHECK ? bits & ~ACTION : bits;
  });
  // 'I'll refund it. It will be on your card by Tuesday': the time may stand in the sentence after the promise.
  for (let at = 0; at < sentences.length; at++) {
    const bits = found[at] ?? 0;
    if (timed[at] === 1 && (bits & ACTION || (bits === 0 && (found[at - 1] ?? 0) & ACTION))) found[at] = bits | TIME;
  }
  for (const at of argued) found[at] = 0;
  return Array.from(found, elementSet);
}

/** The sentence without the clauses that are a problem. */
function withoutBad(sentence: Sentence, bad: readonly Range[], normal: NormalText): string {
  let text = '';
  let from = sentence.start;
  for (const clause of bad) {
    if (clause.start > from) text += normal.text.slice(from, clause.start);
    from = Math.max(from, clause.end);
  }
  return text + normal.text.slice(from, sentence.end);
}

/** Whether most of a range lies in one of the clauses. */
function isWithin(clauses: readonly Range[] | undefined, range: Range): boolean {
  if (clauses === undefined) return false;
  for (const clause of clauses)
    if (Math.min(clause.end, range.end) - Math.max(clause.start, range.start) > (range.end - range.start) / 2) return true;
  return false;
}
