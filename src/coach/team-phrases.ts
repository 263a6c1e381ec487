import type { Language } from './grammar.ts';
import { normaliseUnits } from './normalise.ts';
import type { Units } from './output.ts';
import { type PhraseHit, variantMatcher } from './phrase-matcher.ts';
import type { Category } from './review.ts';
import type { Rule, RulePack } from './rule.ts';

/** A phrase a team does not want to say. */
export interface TeamPhrase {
  readonly id: string;
  /** The words themselves, or a frame in the rules' language. */
  readonly text: string;
  readonly kind: 'literal' | 'frame';
  /** Needed for a frame. */
  readonly language?: Language;
  readonly category: Category;
  readonly why: string;
  readonly instead: string;
}

/** Words that may be said although a rule would find them, and why. */
export interface AllowedPhrase {
  readonly text: string;
  readonly reason: string;
}

/** A phrase that cannot be used; the coach refuses to load with the phrase's id. */
export class PhraseError extends Error {
  readonly phraseId: string;

  constructor(phraseId: string, message: string) {
    super(`phrase ${phraseId}: ${message}`);
    this.name = 'PhraseError';
    this.phraseId = phraseId;
  }
}

const SHORTEST = 2;

/** Frames of a team as rules, to stand in the pack of their language. */
export function framesAsRules(phrases: readonly TeamPhrase[]): Map<Language, Rule[]> {
  const rules = new Map<Language, Rule[]>();
  for (const { id, text, kind, language, category, why, instead } of phrases) {
    if (kind !== 'frame') continue;
    if (!language) throw new PhraseError(id, 'a frame needs its language');
    rules.set(language, [
      ...(rules.get(language) ?? []),
      { id, category, why, instead, source: 'team', frames: [text], invalid: [], valid: [] },
    ]);
  }
  return rules;
}

export function packsWith(packs: readonly RulePack[], phrases: readonly TeamPhrase[]): readonly RulePack[] {
  const extra = framesAsRules(phrases);
  if (extra.size === 0) return packs;
  return packs.map((pack) => ({ ...pack, rules: [...pack.rules, ...(extra.get(pack.language) ?? [])] }));
}

/** A matcher of the literal phrases in a text and its normal form. Each must find itself, or loading fails with its id. */
export function literalMatcher(
  phrases: readonly TeamPhrase[],
): ((text: string, normal: Units) => { phrase: TeamPhrase; start: number; end: number }[]) | undefined {
  const literals = phrases.filter((phrase) => phrase.kind === 'literal');
  if (literals.length === 0) return undefined;
  const match = variantMatcher(literals.map((phrase) => phrase.text));
  literals.forEach((phrase, index) => {
    if (phrase.text.replace(/[\s\p{P}]/gu, '').length < SHORTEST)
      throw new PhraseError(phrase.id, `"${phrase.text}" is too short to look for`);
    if (!match(normaliseUnits(phrase.text)).some((hit) => hit.phraseIndex === index))
      throw new PhraseError(phrase.id, `"${phrase.text}" does not find itself`);
  });
  // A phrase is looked for as it was typed: letters that were read as words are letters again.
  return (text, normal) =>
    match(normal.spelled ? normaliseUnits(text) : normal)
      .filter((hit) => isWhole(text, hit))
      .flatMap((hit) => {
        const phrase = literals[hit.phraseIndex];
        return phrase ? [{ phrase, start: hit.start, end: hit.end }] : [];
      });
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Latin}\d]/u.test(char);

/** A Latin phrase is found as whole words only. */
export function isWhole(text: string, { start, end }: Pick<PhraseHit, 'start' | 'end'>): boolean {
  return !(isLatin(text[start - 1]) && isLatin(text[start])) && !(isLatin(text[end]) && isLatin(text[end - 1]));
}
