import { spellOutNegation } from './contractions.ts';
import { readLeet } from './evasion.ts';
import { FILLER_SPACE, isKoreanFiller, LONGEST_KOREAN_FILLER, WORD_TRIE, WordKind } from './fillers.ts';
import type { Output, Singles } from './output.ts';

/** A space beside Hangul. Frames may ignore it, since people space Korean as they like. */
export const SOFT_SPACE = 1;
const SPACE = 32;

/** A Latin word ends: digits in it may be letters, and it may be a filler or a negation. `state` is that of the trie of these. */
export function endWord(out: Output, start: number, state: number, isMixed: boolean): void {
  if (out.length - start === 1) addToRow(out.letters);
  else out.letters.row = 0;
  if (isMixed) readLeet(out, start);
  const kind = WORD_TRIE.kind[state];
  if (kind === WordKind.filler) {
    if (start > 0 && out.codes[start - 1] === SPACE) out.codes[start - 1] = FILLER_SPACE;
  } else if (kind === WordKind.bareNegation) spellOutNegation(out, start);
}

/** A Korean word of `run` syllables ends; it may be a filler. */
export function endHangul(out: Output, start: number, run: number): void {
  if (run === 1) addToRow(out.syllables);
  else out.syllables.row = 0;
  const { codes, length } = out;
  const isShort = start > 0 && length - start <= LONGEST_KOREAN_FILLER && codes[start - 1] === SOFT_SPACE;
  if (isShort && isKoreanFiller(codes, start, length)) codes[start - 1] = FILLER_SPACE;
}

function addToRow(singles: Singles): void {
  singles.row++;
  if (singles.row > singles.most) singles.most = singles.row;
}
