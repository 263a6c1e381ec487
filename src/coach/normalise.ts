import { spellOut } from './contractions.ts';
import { joinSpacedHangul, joinSpacedLetters } from './evasion.ts';
import { WORD_TRIE } from './fillers.ts';
import { EXPANDED, FOLD, KIND, Kind } from './fold.ts';
import { Output, type Units } from './output.ts';
import { endHangul, endWord, SOFT_SPACE } from './word-ends.ts';
import { writtenUnits } from './written-units.ts';

/**
 * The text as the coach reads it: lower case, half width, simplified, contractions written out, Hangul as jamo, no
 * invisible marks. `starts[i]` and `ends[i]` give the UTF-16 range of the original that unit `i` stands for.
 */
export interface NormalText extends Units {
  readonly text: string;
}

const SPACE = 32;
const NEWLINE = 10;
const APOSTROPHE = 39;

/** Normal text with its marked spaces written as spaces. */
export const plainSpaces = (text: string): string => text.replaceAll('\u0001', ' ').replaceAll('\u0002', ' ');

export interface NormaliseOptions {
  /** Words that letters typed one by one may be read as. */
  readonly vocabulary?: () => ReadonlySet<string>;
  /** Buffers of its own for a text that is normalised while another one is in use. */
  readonly output?: Output;
}

const shared = new Output();
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const { next: TRIE } = WORD_TRIE;

/** The normal form of `text`. The arrays are reused by the next call: read them before calling again. */
export function normalise(text: string, options: NormaliseOptions = {}): NormalText {
  const { codes, starts, ends, length, spelled } = normaliseUnits(text, options);
  const used = codes.subarray(0, length);
  return { text: decoder.decode(used), length, codes: used, starts, ends, spelled };
}

/** The same without the text as a string, for those that read units. */
export function normaliseUnits(text: string, options: NormaliseOptions = {}): Units {
  const out = options.output ?? shared;
  out.length = 0;
  out.reserve(text.length * 3 + 64); // a syllable becomes three jamo at most
  out.startRuns();
  const written = writtenUnits(text);
  let wordStart = -1; // where the current Latin word begins in the output
  let wordState = 1; // of the little trie of fillers and negations
  let wordMixed = false; // it has a digit or a mark that may stand for a letter
  let hangulStart = -1;
  let hangulRun = 0; // syllables of the current Korean word
  let pending = 0; // a space (1) or a new line (2) waiting for what follows
  let pendingAt = 0;
  let previous: number = Kind.newline;

  for (let at = 0; at < text.length; at++) {
    const code = written[at] ?? 0;
    const kind = KIND[code] ?? 0;
    if (kind === Kind.dropped) continue;
    if (kind === Kind.space || kind === Kind.newline) {
      if (kind === Kind.newline) pending = 2;
      else if (pending === 0) pending = 1;
      pendingAt = at;
      continue;
    }
    if (pending !== 0) {
      if (wordStart >= 0) {
        endWord(out, wordStart, wordState, wordMixed);
        wordStart = -1;
      }
      if (hangulStart >= 0) {
        endHangul(out, hangulStart, hangulRun);
        hangulStart = -1;
      }
      if (pending === 2) out.push(NEWLINE, pendingAt, pendingAt + 1);
      else if (previous === Kind.hangul || kind === Kind.hangul) out.push(SOFT_SPACE, pendingAt, pendingAt + 1);
      else if (previous !== Kind.han && kind !== Kind.han) out.push(SPACE, pendingAt, pendingAt + 1);
      pending = 0;
    }
    const folded = FOLD[code] ?? code;
    if (kind === Kind.letter || kind === Kind.digit) {
      if (hangulStart >= 0) {
        endHangul(out, hangulStart, hangulRun);
        hangulStart = -1;
      }
      if (wordStart < 0) {
        wordStart = out.length;
        wordState = 1;
        wordMixed = false;
      }
      if (kind === Kind.digit) {
        wordMixed = true;
        wordState = 0;
      } else {
        if (folded === out.codes[out.length - 1] && out.length - wordStart >= 2 && folded === out.codes[out.length - 2]) {
          at = skipRepeats(written, text.length, at, folded);
          out.length--; // 'soooo' is read as 'so'
          wordState = 0;
          for (let i = wordStart, state = 1; i < out.length; i++) wordState = state = step(state, out.codes[i] ?? 0);
          continue;
        }
        wordState = step(wordState, folded);
      }
      out.push(folded, at, at + 1);
      if (kind === Kind.letter) {
        // The rest of a plain word in one go: most of a Latin text is this.
        const { codes, starts, ends } = out;
        let length = out.length;
        for (let next = at + 1; next < text.length; next++) {
          const unit = written[next] ?? 0;
          const letter = FOLD[unit] ?? 0;
          if (KIND[unit] !== Kind.letter || letter === codes[length - 1]) break;
          wordState = step(wordState, letter);
          codes[length] = letter;
          starts[length] = next;
          ends[length++] = next + 1;
          at = next;
        }
        out.length = length;
      }
    } else if (kind === Kind.hangul) {
      if (wordStart >= 0) {
        endWord(out, wordStart, wordState, wordMixed);
        wordStart = -1;
      }
      out.letters.row = 0;
      if (hangulStart < 0) {
        hangulStart = out.length;
        hangulRun = 0;
      }
      const last = pushHangul(out, written, text.length, at);
      hangulRun += last - at + 1;
      at = last;
    } else if (kind === Kind.han) {
      if (wordStart >= 0) {
        endWord(out, wordStart, wordState, wordMixed);
        wordStart = -1;
      }
      out.letters.row = 0;
      if (folded === out.codes[out.length - 1] && folded === out.codes[out.length - 2]) {
        at = skipRepeats(written, text.length, at, folded);
        out.length--;
        continue;
      }
      out.push(folded, at, at + 1);
    } else if (kind === Kind.wide) {
      if (wordStart >= 0) {
        endWord(out, wordStart, wordState, wordMixed);
        wordStart = -1;
      }
      if (hangulStart >= 0) {
        endHangul(out, hangulStart, hangulRun);
        hangulStart = -1;
      }
      out.letters.row = 0;
      at = pushWide(out, text, at);
    } else if (folded === APOSTROPHE && wordStart >= 0) {
      const taken = spellOut(out, written, at, wordStart);
      if (taken === 0) {
        endWord(out, wordStart, wordState, wordMixed);
        out.push(APOSTROPHE, at, at + 1);
        wordStart = -1;
      } else {
        at += taken;
        wordStart = -1;
        out.letters.row = 0;
        previous = Kind.letter;
        continue;
      }
    } else if (kind === Kind.mark && isInsideWord(previous, written, at, folded)) {
      if (wordStart >= 0) {
        endWord(out, wordStart, wordState, wordMixed);
        wordStart = -1;
      }
      if (previous === Kind.letter) out.push(SPACE, at, at + 1);
      continue;
    } else {
      if (hangulStart >= 0) {
        endHangul(out, hangulStart, hangulRun);
        hangulStart = -1;
      }
      const leet = folded === 64 || folded === 36;
      if (wordStart >= 0 && !leet) {
        endWord(out, wordStart, wordState, wordMixed);
        wordStart = -1;
      }
      if (folded !== 46 && wordStart < 0) out.letters.row = 0;
      if (wordStart >= 0) {
        wordMixed = true;
        wordState = 0;
      }
      out.push(folded, at, at + 1);
    }
    previous = kind;
  }
  if (wordStart >= 0) endWord(out, wordStart, wordState, wordMixed);
  if (hangulStart >= 0) endHangul(out, hangulStart, hangulRun);
  out.spelled = out.letters.most >= 3;
  if (out.spelled) joinSpacedLetters(out, options.vocabulary?.());
  if (out.syllables.most >= 3) joinSpacedHangul(out);
  return out;
}

function step(state: number, letter: number): number {
  return letter >= 97 && letter <= 122 ? (TRIE[state * 26 + letter - 97] ?? 0) : 0;
}

function skipRepeats(written: Uint16Array, end: number, at: number, folded: number): number {
  let last = at;
  while (last + 1 < end && FOLD[written[last + 1] ?? 0] === folded) last++;
  return last;
}

/** Pushes a run of Hangul as jamo; returns its last index. */
function pushHangul(out: Output, written: Uint16Array, end: number, from: number): number {
  const { codes, starts, ends } = out;
  let length = out.length;
  let at = from;
  for (; at < end; at++) {
    const code = written[at] ?? 0;
    if (KIND[code] !== Kind.hangul) break;
    const index = code - 0xac00;
    const lead = (index / 588) | 0;
    const rest = index - lead * 588;
    const vowel = (rest / 28) | 0;
    const tail = rest - vowel * 28;
    starts[length] = at;
    ends[length] = at + 1;
    if (index < 0) {
      codes[length++] = code; // a jamo as it is
      continue;
    }
    codes[length++] = 0x1100 + lead;
    codes[length] = 0x1161 + vowel;
    starts[length] = at;
    ends[length++] = at + 1;
    if (tail === 0) continue;
    codes[length] = 0x11a7 + tail;
    starts[length] = at;
    ends[length++] = at + 1;
  }
  out.length = length;
  return at - 1;
}

/** Pushes a unit that NFKC expands, or a surrogate pair; returns the last index taken. */
function pushWide(out: Output, text: string, at: number): number {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const paired = code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
  const end = paired ? at + 2 : at + 1;
  const expanded = paired
    ? text.slice(at, end).normalize('NFKC').toLowerCase()
    : (EXPANDED.get(code) ?? String.fromCharCode(code));
  out.reserve(expanded.length + (text.length - at) * 3 + 64);
  for (let i = 0; i < expanded.length; i++) {
    const unit = expanded.charCodeAt(i);
    out.push(FOLD[unit] ?? unit, at, end);
  }
  return end - 1;
}

/** A hyphen in 'second-hand' is a space; a mark between two Han or Hangul characters is nothing. */
function isInsideWord(previous: number, written: Uint16Array, at: number, folded: number): boolean {
  if (folded === 46 || folded === 44 || folded === 33 || folded === 63 || folded === 58 || folded === 59 || folded === 34)
    return false;
  const next = KIND[written[at + 1] ?? 0] ?? 0;
  // '抱抱您～今晚送到' pauses; '没～办～法' hides a word
  if (folded === 126 && KIND[written[at - 2] ?? 0] === Kind.han && KIND[written[at + 2] ?? 0] === Kind.han) return false;
  if (previous === Kind.letter) return folded === 45 && next === Kind.letter;
  return (previous === Kind.han || previous === Kind.hangul) && next === previous && KIND[written[at - 1] ?? 0] === previous;
}
