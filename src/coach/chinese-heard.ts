import { chineseElements } from './chinese-sentence.ts';
import type { NormalText } from './normalise.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';

const PIVOT = /但|不过|可是|只是|然而|奈何|所以/gu;
const CLAUSE = /[^,;:]+/gu;

/** Where the last clause of each kind begins, and the last 'but'; -1 where there is none. */
interface Turns {
  readonly action: number;
  readonly empathy: number;
  readonly check: number;
  readonly pivot: number;
}

/**
 * Whether a hit in a Chinese sentence is excused by what follows in it: help, where the rule allows that; or sympathy or the
 * check question with no 'but' in between, which show that the words before are the customer's story
 * ('说好能退又不给退，您觉得被骗了，我能理解'). Each sentence is read once, however many hits it has.
 */
export function chineseHearing(
  hitsAt: readonly (readonly Hit[])[],
  normal: NormalText,
  sentences: readonly Sentence[],
): (hit: Hit) => boolean {
  const known: Turns[] = [];
  const turnsOf = (at: number): Turns => {
    const sentence = sentences[at] ?? { start: 0, end: 0, isQuestion: false };
    const text = normal.text.slice(sentence.start, sentence.end);
    let action = -1;
    let empathy = -1;
    let check = -1;
    let pivot = -1;
    for (const clause of text.matchAll(CLAUSE)) {
      const shown = chineseElements(clause[0]);
      if (shown.has('action')) action = sentence.start + clause.index;
      if (shown.has('empathy')) empathy = sentence.start + clause.index;
    }
    for (const { rule, start } of hitsAt[at] ?? []) {
      if (rule.element === 'empathy') empathy = Math.max(empathy, start);
      if (rule.element === 'check' && sentence.isQuestion) check = Math.max(check, start);
    }
    for (const word of text.matchAll(PIVOT)) pivot = sentence.start + word.index;
    return { action, empathy, check, pivot };
  };
  return ({ rule: { rule }, sentence, end }) => {
    if (!rule || rule.category === 'rude' || rule.category === 'overpromise' || rule.category === 'impatient') return false;
    known[sentence] ??= turnsOf(sentence);
    const { action, empathy, check, pivot } = known[sentence];
    if (rule.forgivenBy && action >= end) return true;
    const heard = Math.max(empathy > end ? empathy : -1, check);
    return heard >= end && !(pivot >= end && pivot < heard);
  };
}
