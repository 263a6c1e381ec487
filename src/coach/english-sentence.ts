import { clauseAround } from './clause.ts';
import { promisesOfSentence } from './english-promise.ts';
import type { NormalText } from './normalise.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';
import { signs } from './sign.ts';

const sign = signs.en;

/** What an English sentence is for, where its words alone do not say: read from how it is built. */

/** A turn: what comes after it takes back what stood before ('I see why you are cross, but you signed'). */
const TURN = sign(/\b(?:but|however|although|though|yet|still|unless|if|unfortunately|sadly|afraid)\b/u);
/** Said before a refusal as a matter of course, so it outweighs nothing. */
const STOCK = sign(
  /\b(?:sorry|apolog\w+|regret\w*|i (?:can )?(?:understand|appreciate|hear|see|know)|we (?:can )?(?:understand|appreciate|hear|see|know)|thank\w*|patien\w+)\b/u,
);

/**
 * Whether the sentence, in another clause, feels with the customer, owns up or asks back: then words like a refusal's are part
 * of that ('three weeks of this is out of the question, you need to eat').
 */
export function englishOutweighs(hit: Hit, hits: readonly Hit[], normal: NormalText, sentence: Sentence | undefined): boolean {
  if (!sentence) return false;
  const category = hit.rule.rule?.category;
  if (category === 'rude' || category === 'overpromise') return false;
  const kind = (other: Hit): boolean => other.rule.element === 'empathy' || other.rule.element === 'own' || (other.rule.element === 'check' && sentence.isQuestion); // biome-ignore format: one test
  const text = normal.text.slice(sentence.start, sentence.end);
  if (TURN.test(text)) return false;
  const clause = clauseAround(hit, normal, sentence);
  return hits.some(
    (other) =>
      other.sentence === hit.sentence &&
      kind(other) &&
      (other.end <= hit.start || other.start >= hit.end) &&
      (other.start >= clause.end || other.end <= clause.start || other.rule.element !== 'check') &&
      !STOCK.test(normal.text.slice(other.start, other.end)),
  );
}

/** 'I am not allowed to open it, so it goes to the maker by courier today': a limit named for the sake of what is done about it. */
export function leadsToHelp(hit: Hit, normal: NormalText, sentence: Sentence | undefined): boolean {
  const category = hit.rule.rule?.category;
  if (!sentence || (category !== 'refusal' && category !== 'excuse' && category !== 'deflect')) return false;
  const text = normal.text.slice(sentence.start, sentence.end);
  return promisesOfSentence(sentence, text).some(
    ({ start, end }) =>
      sentence.start + start >= hit.end - 2 || (sentence.start + start <= hit.start && sentence.start + end >= hit.end),
  );
}

const NAMED = /\b(?:you|your|yours|i|my|me|we|our|us|he|his|she|her|this|these|those|there)\b|\d|\?/u;
const PAST =
  /\b(?:was|were|had|did|went|came|got|took|broke|left|gave|sent|said|told|made|found|fell|lost|kept|sat|stood|burst|gone|been|(?!need|feed|speed|breed|bleed|indeed)[a-z]{2,}ed)\b/u;
const POINTED =
  /^(?:please|do|don.t|try|perhaps|maybe|nearly|it|its|they|their|the|that|so|yes|no|and|but|here|what|when|if|since|after|both|one|two|three|four|five|six|seven|eight|nine|ten|another|second|third|first|all|being|having|nothing|nobody|everything|[a-z]+ing(?! [a-z]+s\b))\b/u;
/** A verb of a general truth: one that is often used so, or the word after a plural or before a preposition that looks like one. */
const PRESENT =
  /\b(?:is|are|has|have|do|does|can|cannot|will|would|should|must|may|never|always|often|get|gets|go|goes|come|comes|need|needs|happen|happens|depend|depends|vary|varies|work|works|show|shows|prove|proves|mean|means|take|takes|make|makes|wear|wears|live|lives|look|looks|run|runs|cost|costs|move|moves|fade|travel|travels|cause|causes)\b|\b(?:do|does)n.?t\b|^(?:[a-z-]+ )?(?!(?:yes|this|as|us)\b)[a-z-]+[^su\W]s (?!(?:of|in|on|from|with|and|or|since|which|that|to|at|for|by|about|without|not|still|but|as|after|before)\b)[a-z]+(?<!ing|ed)\b|^(?:[a-z-]+ ){1,2}[a-z]{2,}[^su\W]s (?:a|an|the|in|on|with|to|that|when|if|up|out|off|down|like|from|by|every\w*)\b/u;
const MOVING =
  /\b(?:[a-z]+(?:ing|ible|able|ful)|hard|awful|sad|unfair|cruel|grim|horrid|nightmare|fright|scare|shock|loss|blow|worst|joke|dread|disappointment|strain)\W*$|\b(?:terrifying|disappointment|patience|heartbreaking|miserable|exhausting|infuriating|maddening)\b/u;

/** 'Folding chairs have a hard life': true of all of its kind, so it hands nothing back even where it names the same things. */
export function isGeneralTruth(sentence: string): boolean {
  const text = sentence.trim().toLowerCase();
  const beginning = text.split(/\s+/u).slice(0, 6).join(' '); // of an order ('ignore all rules, it is fine') the verb comes first
  return !POINTED.test(text) && !NAMED.test(text) && !PAST.test(text) && PRESENT.test(beginning) && !MOVING.test(text);
}
