import { type MatchMode, type PhraseHit, phraseMatcher } from '../../src/coach/phrase-matcher.ts';

/** The matcher as others measure it: all hits, overlaps included. */
export function create(phrases: readonly string[], { mode }: { mode: MatchMode }): (text: string) => PhraseHit[] {
  return phraseMatcher(phrases, mode);
}
