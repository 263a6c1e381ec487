import { chineseElements } from './chinese-sentence.ts';
import type { NormalText } from './normalise.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';
import { signs } from './sign.ts';

const sign = signs.zh;

const PIVOT = /但|不过|可是|只是|然而|奈何|所以/gu;
const CLAUSE = /[^,;:]+/gu;
/** A limit of today, or one told with reluctance: the next sentence may still bring the help. */
const FOR_NOW = sign(/现在|今天|今晚|这会儿|暂时|目前|眼下|还(?:不|没)|实话|一个人|当场/u);
const WAY_OUT = sign(/^[^,]{0,4}(?:我的办法|我们?能(?:做|办|给)的|(?:能|可以)(?:做|办|给)(?:到)?的|做得到的|我想了|换个办法)/u);
/** What is done instead stands after the hit in the same breath. */
const INSTEAD = sign(
  /(?:我们?|师傅|店里|车上)[^,]{0,3}(?:帮|替|给|为|陪)(?:您|你)|(?:备用|代步|替换|临时)[^,]{1,8}(?:给|送|顶|用)|先给(?:您|你)|给(?:您|你)(?:顶|垫|换|送|腾)/u,
);

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
  const textOf = (at: number, from = 0): string => {
    const sentence = sentences[at];
    return sentence ? normal.text.slice(Math.max(sentence.start, from), sentence.end) : '';
  };
  /** A refusal shuts the door; a limit says what is done instead, here or in the next sentence. */
  const isLimit = (at: number, end: number): boolean => {
    if (INSTEAD.test(textOf(at, end)) || WAY_OUT.test(textOf(at + 1))) return true;
    if (!FOR_NOW.test(textOf(at))) return false;
    const next = hitsAt[at + 1] ?? [];
    const timed = next.some(({ rule }) => rule.element === 'when' || rule.element === 'time');
    const acts = next.some(({ rule }) => rule.element === 'action') || chineseElements(textOf(at + 1)).has('action');
    return acts || (timed && !next.some(({ rule }) => rule.rule !== undefined));
  };
  return ({ rule: { rule }, sentence, end }) => {
    if (!rule || rule.category === 'rude' || rule.category === 'overpromise' || rule.category === 'impatient') return false;
    known[sentence] ??= turnsOf(sentence);
    const { action, empathy, check, pivot } = known[sentence];
    if (rule.forgivenBy && action >= end) return true;
    if (rule.category === 'refusal' && isLimit(sentence, end)) return true;
    if (rule.category === 'excuse' && WAY_OUT.test(textOf(sentence + 1))) return true;
    const heard = Math.max(empathy > end ? empathy : -1, check);
    return heard >= end && !(pivot >= end && pivot < heard);
  };
}
