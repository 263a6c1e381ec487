import { chineseConflicts } from './chinese-facts.ts';
import { chineseTelling } from './chinese-sentence.ts';
import { englishConflicts, reworded } from './english-facts.ts';
import { type Telling, tellsOtherwise } from './english-judge.ts';
import { isGeneralTruth } from './english-sentence.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Language } from './grammar.ts';
import { koreanConflicts } from './korean-facts.ts';
import { koreanAct, koreanGivesReason, koreanNotes, koreanTells } from './korean-sentence.ts';
import { normalise } from './normalise.ts';
import type { Range, RestateLabel } from './review.ts';
import type { WordWeights } from './word-weights.ts';
import { workedOut } from './worked-out.ts';

/** How two tellings compare. */
export interface Comparison {
  /** Facts of the complaint that come back. */
  readonly shared: number;
  /** Share of the complaint's facts that come back, 0 to 1. */
  readonly coverage: number;
  /** Days, numbers, things and wishes that contradict the complaint. */
  readonly conflicts: readonly string[];
  /** Share of the telling that is copied in long runs, 0 to 1; costly, so worked out when asked for. */
  readonly copied: number;
  /** Content words that the complaint does not have. */
  readonly added: number;
}

/** Runs of so many tokens that are the same count as copied. */
const COPIED_RUN: Record<Language, number> = { en: 4, zh: 4, ko: 2 };

export function compareFacts(said: Facts, complaint: Facts, language: Language): Comparison {
  let shared = 0;
  let added = 0;
  for (const word of said.words) {
    if (complaint.words.has(word)) shared++;
    else added++;
  }
  const conflicts: string[] = [];
  for (const number of said.numbers) {
    if (complaint.numbers.has(number)) shared++;
    else if (number > 1 && complaint.numbers.size > 0) conflicts.push(`number ${number}`);
  }
  for (const date of said.dates) {
    if (complaint.dates.has(date)) shared++;
    else if (complaint.dates.size > 0) conflicts.push(`date ${date}`);
  }
  const sameThing = [...said.things].some((thing) => complaint.things.has(thing));
  for (const thing of said.things)
    if (!complaint.things.has(thing) && complaint.things.size > 0 && !sameThing) conflicts.push(`thing ${thing}`);
  if (complaint.wishes.size > 0) for (const wish of said.wishes) if (!complaint.wishes.has(wish)) conflicts.push(`wish ${wish}`);
  const total = complaint.words.size + complaint.numbers.size + complaint.dates.size;
  return {
    shared,
    coverage: total === 0 ? 0 : shared / total,
    conflicts,
    get copied() {
      return copiedShare(said.tokens, complaint.tokens, COPIED_RUN[language]);
    },
    added,
  };
}

/** Pronouns turn round when words are handed back, so they do not break a run. */
const TURNED: Record<string, string> = {
  i: 'you',
  my: 'your',
  me: 'you',
  we: 'you',
  our: 'your',
  us: 'you',
  am: 'are',
  was: 'were',
  我: '您',
  你: '您',
};

/** Comparing runs costs the product of both lengths; nobody hands back more than this. */
const MOST_TOKENS = 1500;

function copiedShare(saidTokens: readonly string[], complaintTokens: readonly string[], least: number): number {
  const said = saidTokens.slice(0, MOST_TOKENS);
  const complaint = complaintTokens.slice(0, MOST_TOKENS);
  if (said.length === 0) return 0;
  const turn = (token: string): string => (TURNED[token] ?? token).slice(0, 2 + token.length);
  const a = said.map(turn);
  const b = complaint.map(turn);
  const copied = new Uint8Array(a.length);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let length = 0;
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
      if (length >= least) copied.fill(1, i, i + length);
    }
  }
  return copied.reduce((sum, one) => sum + one, 0) / a.length;
}

/** Lead-in and closing question of a restatement say nothing of the case. */
const FRAME_WORDS: Record<Language, RegExp> = {
  en: /\b(?:so|am i right that|is that (?:right|correct|what happened|it|so|a fair account)|have i (?:got that right|understood(?: you)?(?: correctly)?)|do i have that right|if i follow you|correct|right)\b[?,]?/giu,
  zh: /(?:您是说|您说|也就是说|我理解得对[吗吧]|我这样理解对吗|我没理解错吧|我说得准确吗|是这样吗|对[吗吧]|是[吗吧])/gu,
  ko: /(?:는|라는|다는)?\s?말씀(?:이시죠|이시지요|이시군요|이시네요|이 맞으신가요|, ?맞지요|으로 들었는데 맞을까요)|(?:제대로 이해했습니까|맞습니까|제 이해가 맞나요)/gu,
};

/** A restatement beside its complaint, as the judge of English looks at it. */
export function tellingOf(restatement: string, complaint: string, language: Language): Telling {
  const bare = restatement.replace(FRAME_WORDS[language], ' ');
  const told = factsOf(complaint, language);
  return {
    restatement: bare,
    complaint,
    length: letters(bare) / Math.max(1, letters(complaint)),
    comparison: compareFacts(factsOf(bare, language), told, language),
    wishes: told.wishes.size > 0,
  };
}

const letters = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;

/** So much of the complaint in its own words is copied; a shorter telling is a part of it. */
const PARROTED = 0.6;
export const WHOLE = 0.5;

/** Judges a restatement against the complaint (playbook: P24). `weights` are those learnt for the language, if any. */
export function judgeRestatement(
  restatement: string,
  complaint: string,
  language: Language,
  weights?: WordWeights,
): RestateLabel {
  const telling = tellingOf(restatement, complaint, language);
  const { comparison, length } = telling;
  const contradicted = contradicts(telling, restatement, language, weights !== undefined && length >= WHOLE);
  if (language === 'zh' && contradicted) return 'wrong';
  if (comparison.copied >= PARROTED && length >= WHOLE) return 'parrot';
  if (contradicted) return 'wrong';
  // Whoever hands facts back in other words adds some; a telling of which most is new tells of something else.
  const mostlyNew = language === 'en' && comparison.added > Math.max(2, comparison.shared) && comparison.coverage < 0.25;
  // A part of the story is told in the customer's words; a short telling that is as much new as known is of something else.
  const otherStory = language === 'ko' && comparison.added >= 3 && comparison.added >= comparison.shared;
  if (length < WHOLE) return mostlyNew || otherStory || (comparison.shared === 0 && comparison.added > 3) ? 'wrong' : 'partial';
  if (weights) return tellsOtherwise(telling, weights) ? 'wrong' : 'faithful';
  if (mostlyNew || comparison.shared < 2 || comparison.coverage < 0.15) return 'wrong';
  return 'faithful';
}

/** Another thing or wish may be the same in other words ('marquee', 'tent'): where the judge weighs the whole telling, it weighs these too. */
const WEIGHED = /^(?:thing|wish) /u;

function contradicts(
  { restatement: bare, complaint, comparison }: Telling,
  restatement: string,
  language: Language,
  weighed: boolean,
): boolean {
  const numbers = factsOf(complaint, language).numbers;
  const excused = language === 'en' ? reworded(restatement, complaint, numbers) : language === 'ko' ? workedOut(numbers) : new Set<number>(); // biome-ignore format: one choice
  return (
    comparison.conflicts.some((one) => !excused.has(Number(one.replace('number ', ''))) && !(weighed && WEIGHED.test(one))) ||
    (language === 'en' && englishConflicts(bare, complaint).length > 0) ||
    (language === 'zh' && chineseConflicts(restatement, complaint).length > 0) ||
    (language === 'ko' && koreanConflicts(restatement.normalize('NFC'), complaint.normalize('NFC')).length > 0)
  );
}

interface Input {
  readonly draft: string;
  readonly complaint: string;
  readonly sentences: readonly Range[];
  /** Clauses that are a problem; what they say does not count. */
  readonly flagged: readonly Range[];
  /** Sentences that ask back, and sentences that say what we do. */
  readonly asks: readonly boolean[];
  readonly acts: readonly boolean[];
}

/** Facts a sentence must share with the complaint to be a restatement. */
const LEAST_SHARED = 2;
/** And so many more where the sentence hurts: what is beside the words that do mostly belongs to them. */
const BESIDE_HURT = 2;

/** In Chinese a check question always hands something back, if only in words of our own. */
function leastShared(
  asks: boolean,
  acts: boolean,
  told: ReturnType<typeof koreanTelling>,
  chinese: ReturnType<typeof chineseTelling>,
  language: Language,
): number {
  if (asks) return language === 'zh' ? 0 : 1;
  if (told === 'warmly' || (chinese === 'noted' && !acts)) return 1;
  return told === 'soberly' || (acts && chinese !== 'noted') || chinese === 'owns' ? LEAST_SHARED + 1 : LEAST_SHARED;
}

/** Sentences of the draft that hand facts of the complaint back. A question needs one fact; a promise that only names the thing needs more. */
export function restatesAt({ draft, complaint, sentences, flagged, asks, acts }: Input, language: Language): number[] {
  const original = factsOf(complaint, language);
  const found: number[] = [];
  sentences.forEach((sentence, at) => {
    let text = '';
    let from = sentence.start;
    for (const clause of flagged) {
      if (clause.start < from || clause.end > sentence.end) continue;
      text += `${draft.slice(from, clause.start)} `;
      from = clause.end;
    }
    text += draft.slice(from, sentence.end);
    if (language === 'en' && isGeneralTruth(text)) return;
    const told = language === 'ko' ? koreanTelling(text) : 'plainly';
    if (told === 'no' && !asks[at]) return;
    if (language === 'zh' && quotesFrom(text, complaint)) {
      found.push(at);
      return;
    }
    const chinese = language === 'zh' ? chineseTelling(normalise(text).text) : 'plainly';
    if (chinese === 'argues' && !asks[at]) return;
    const hurts = language === 'zh' && from > sentence.start;
    const least = leastShared(asks[at] ?? false, acts[at] ?? false, told, chinese, language) + (hurts ? BESIDE_HURT : 0);
    const facts = factsOf(text, language);
    // A number or a day of the complaint is not met with by chance, so in English and Korean one is enough.
    const exact = language !== 'zh' && !acts[at] && told !== 'soberly' && sharesExactly(facts, original) ? 1 : 0;
    if (compareFacts(facts, original, language).shared + exact >= least) found.push(at);
  });
  return found;
}

/** What the customer said, in quotation marks. */
const quotesFrom = (text: string, complaint: string): boolean =>
  [...text.matchAll(/[“「『"]([^”」』"]{3,})[”」』"]/gu)].some(([, words = '']) =>
    complaint.includes(words.replace(/[。！？，]$/u, '')),
  );

const sharesExactly = (a: Facts, b: Facts): boolean =>
  [...a.numbers].some((number) => number > 1 && b.numbers.has(number)) || [...a.dates].some((date) => b.dates.has(date));

/**
 * Facts that stand in an argument or a request are not handed back. Where sympathy has its reason in the same sentence
 * ('…하셨으니 얼마나 …'), one fact is enough.
 */
function koreanTelling(text: string): 'no' | 'soberly' | 'plainly' | 'warmly' {
  const act = koreanAct(text, false);
  if (act === 'argues') return 'no';
  if (act === 'feels') return koreanGivesReason(text) ? 'warmly' : 'plainly';
  if (koreanNotes(text)) return 'warmly';
  if (act === 'owns' || act === 'promises' || koreanTells(text)) return 'plainly';
  // 'Whether it was the wash is not certain yet' names what happened, and so may any plain report.
  return act === 'serves' ? 'soberly' : 'no';
}
