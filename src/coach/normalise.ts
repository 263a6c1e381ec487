import { EXPANDED, FOLD, KIND, Kind } from './fold.ts';
import { joinSpacedHangul, joinSpacedLetters, readLeet } from './evasion.ts';

/**
 * The text as the coach reads it: lower case, half width, simplified, contractions written out, Hangul as jamo, no
 * invisible marks. `starts[i]` and `ends[i]` give the UTF-16 range of the original that unit `i` stands for.
 */
export interface NormalText {
  readonly text: string;
  readonly length: number;
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A space beside Hangul. Frames may ignore it, since people space Korean as they like. */
export const SOFT_SPACE = 1;
const SPACE = 32;
const NEWLINE = 10;
const APOSTROPHE = 39;
const DOT = 46;

/** Growing output buffers, kept between calls so that a review allocates little. */
export class Output {
  codes = new Uint16Array(4096);
  starts = new Int32Array(4096);
  ends = new Int32Array(4096);
  length = 0;

  reserve(extra: number): void {
    if (this.length + extra <= this.codes.length) return;
    const size = Math.max(this.codes.length * 2, this.length + extra);
    const codes = new Uint16Array(size);
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    codes.set(this.codes);
    starts.set(this.starts);
    ends.set(this.ends);
    this.codes = codes;
    this.starts = starts;
    this.ends = ends;
  }

  push(code: number, start: number, end: number): void {
    const at = this.length++;
    this.codes[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
  }
}

const shared = new Output();
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const BARE_NEGATIONS = new Map(
  ['do', 'does', 'did', 'is', 'was', 'are', 'were', 'could', 'should', 'would', 'have', 'has', 'had', 'must', 'need', 'ca', 'wo'].map((verb) => [`${verb}nt`, verb]),
);
const CONTRACTED: Record<string, string> = { s: "'s", m: 'am', d: 'would', re: 'are', ve: 'have', ll: 'will' };

/** After these "'s" is "is" (or "has", which the frames treat alike); after a noun it may be a possessive and stays. */
const IS_AFTER = new Set(['it', 'that', 'there', 'here', 'what', 'who', 'how', 'where', 'he', 'she', 'this', 'why', 'when', 'everything', 'nothing', 'something', 'nobody', 'everyone', 'one']);

export interface NormaliseOptions {
  /** Words that letters typed one by one may be read as. */
  readonly vocabulary?: ReadonlySet<string>;
}

/** The normal form of `text`. The arrays are reused by the next call: read them before calling again. */
export function normalise(text: string, options: NormaliseOptions = {}): NormalText {
  const out = shared;
  out.length = 0;
  let wordStart = -1; // where the current Latin word begins in the output
  let wordHasDigit = false;
  let singles = 0; // Latin words of one letter in a row
  let mostSingles = 0;
  let hangulSingles = 0;
  let mostHangulSingles = 0;
  let hangulRun = 0;
  let pending = 0; // a space (1) or a new line (2) waiting for what follows
  let pendingAt = 0;
  let previous: number = Kind.newline;

  const endWord = (): void => {
    if (wordStart < 0) return;
    const size = out.length - wordStart;
    if (size === 1) {
      singles++;
      if (singles > mostSingles) mostSingles = singles;
    } else singles = 0;
    if (wordHasDigit) readLeet(out, wordStart);
    if (size >= 4 && size <= 8 && out.codes[out.length - 1] === 116 && out.codes[out.length - 2] === 110) spellOutNegation(out, wordStart);
    wordStart = -1;
    wordHasDigit = false;
  };

  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = KIND[code] ?? 0;
    if (out.length + 64 > out.codes.length) out.reserve(4096);
    if (kind === Kind.dropped) continue;
    if (kind === Kind.space || kind === Kind.newline) {
      if (kind === Kind.newline) pending = 2;
      else if (pending === 0) pending = 1;
      pendingAt = at;
      continue;
    }
    if (pending !== 0) {
      endWord();
      if (hangulRun > 0) {
        hangulSingles = hangulRun === 1 ? hangulSingles + 1 : 0;
        if (hangulSingles > mostHangulSingles) mostHangulSingles = hangulSingles;
        hangulRun = 0;
      }
      if (pending === 2) out.push(NEWLINE, pendingAt, pendingAt + 1);
      else if (previous === Kind.hangul || kind === Kind.hangul) out.push(SOFT_SPACE, pendingAt, pendingAt + 1);
      else if (previous !== Kind.han && kind !== Kind.han) out.push(SPACE, pendingAt, pendingAt + 1);
      pending = 0;
    }
    const folded = FOLD[code] ?? code;
    if (kind === Kind.letter || kind === Kind.digit) {
      if (wordStart < 0) wordStart = out.length;
      if (kind === Kind.digit) wordHasDigit = true;
      else if (folded === out.codes[out.length - 1] && out.length - wordStart >= 2 && folded === out.codes[out.length - 2]) {
        at = skipRepeats(text, at, folded);
        out.length--; // 'soooo' is read as 'so'
        continue;
      }
      out.push(folded, at, at + 1);
    } else if (kind === Kind.hangul) {
      endWord();
      singles = 0;
      hangulRun++;
      pushSyllable(out, code, at);
    } else if (kind === Kind.han) {
      endWord();
      singles = 0;
      if (folded === out.codes[out.length - 1] && folded === out.codes[out.length - 2]) {
        at = skipRepeats(text, at, folded);
        out.length--;
        continue;
      }
      out.push(folded, at, at + 1);
    } else if (kind === Kind.wide) {
      endWord();
      singles = 0;
      at = pushWide(out, text, at);
    } else if (folded === APOSTROPHE && wordStart >= 0) {
      const taken = spellOut(out, text, at, wordStart);
      if (taken === 0) {
        endWord();
        out.push(APOSTROPHE, at, at + 1);
      } else {
        at += taken;
        wordStart = -1;
        wordHasDigit = false;
        singles = 0;
        previous = Kind.letter;
        continue;
      }
    } else if (kind === Kind.mark && isInsideWord(previous, text, at, folded)) {
      endWord();
      if (previous === Kind.letter && pending === 0) out.push(SPACE, at, at + 1);
      continue;
    } else {
      if (wordStart >= 0 && !(folded === 64 || folded === 36)) endWord();
      if (kind !== Kind.mark || folded !== DOT) singles = wordStart >= 0 ? singles : 0;
      if (wordStart >= 0) wordHasDigit = true;
      out.push(folded, at, at + 1);
    }
    previous = kind;
  }
  endWord();
  if (hangulRun === 1 && hangulSingles + 1 > mostHangulSingles) mostHangulSingles = hangulSingles + 1;
  if (mostSingles >= 3) joinSpacedLetters(out, options.vocabulary);
  if (mostHangulSingles >= 3) joinSpacedHangul(out);
  const codes = out.codes.subarray(0, out.length);
  return { text: decoder.decode(codes), length: out.length, codes, starts: out.starts, ends: out.ends };
}

function skipRepeats(text: string, at: number, folded: number): number {
  let last = at;
  while (last + 1 < text.length && FOLD[text.charCodeAt(last + 1)] === folded) last++;
  return last;
}

function pushSyllable(out: Output, code: number, at: number): void {
  if (code < 0xac00) {
    out.push(code, at, at + 1);
    return;
  }
  const index = code - 0xac00;
  out.push(0x1100 + Math.floor(index / 588), at, at + 1);
  out.push(0x1161 + Math.floor((index % 588) / 28), at, at + 1);
  const tail = index % 28;
  if (tail > 0) out.push(0x11a7 + tail, at, at + 1);
}

/** Pushes a unit that NFKC expands, or a surrogate pair; returns the last index taken. */
function pushWide(out: Output, text: string, at: number): number {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const paired = code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
  const end = paired ? at + 2 : at + 1;
  const expanded = paired ? text.slice(at, end).normalize('NFKC').toLowerCase() : (EXPANDED.get(code) ?? String.fromCharCode(code));
  for (let i = 0; i < expanded.length; i++) {
    const unit = expanded.charCodeAt(i);
    out.push(FOLD[unit] ?? unit, at, end);
  }
  return end - 1;
}

/** A hyphen in 'second-hand' is a space; a mark between two Han or Hangul characters is nothing. */
function isInsideWord(previous: number, text: string, at: number, folded: number): boolean {
  if (folded === 46 || folded === 44 || folded === 33 || folded === 63 || folded === 58 || folded === 59 || folded === 34) return false;
  const next = KIND[text.charCodeAt(at + 1)] ?? 0;
  if (previous === Kind.letter) return folded === 45 && next === Kind.letter;
  return (previous === Kind.han || previous === Kind.hangul) && next === previous && KIND[text.charCodeAt(at - 1)] === previous;
}

/** Writes a contraction out ("can't" as "can not"); returns how many letters after the apostrophe it took, 0 for none. */
function spellOut(out: Output, text: string, at: number, wordStart: number): number {
  let tail = '';
  while (tail.length < 3 && KIND[text.charCodeAt(at + 1 + tail.length)] === Kind.letter) tail += String.fromCharCode(FOLD[text.charCodeAt(at + 1 + tail.length)] ?? 0);
  if (tail === 't' && out.codes[out.length - 1] === 110) {
    const nAt = out.starts[out.length - 1] ?? at;
    mendStem(out, wordStart, nAt);
    for (const letter of ' not') out.push(letter.charCodeAt(0), nAt, at + 2);
    return 1;
  }
  let full = CONTRACTED[tail];
  if (full === undefined) return 0;
  if (tail === 's' && IS_AFTER.has(String.fromCharCode(...out.codes.subarray(wordStart, out.length)))) full = 'is';
  out.push(SPACE, at, at + 1);
  for (const letter of full) out.push(letter.charCodeAt(0), at, at + 1 + tail.length);
  return tail.length;
}

/** Takes the n off "don", and makes "can" of "ca", "will" of "wo". */
function mendStem(out: Output, wordStart: number, nAt: number): void {
  out.length--;
  const size = out.length - wordStart;
  if (size !== 2) return;
  if (out.codes[wordStart] === 99 && out.codes[wordStart + 1] === 97) out.push(110, nAt, nAt + 1);
  if (out.codes[wordStart] === 119 && out.codes[wordStart + 1] === 111) {
    out.length--;
    for (const letter of 'ill') out.push(letter.charCodeAt(0), nAt, nAt + 1);
  }
}

/** "dont" is "do not". */
function spellOutNegation(out: Output, wordStart: number): void {
  const word = String.fromCharCode(...out.codes.subarray(wordStart, out.length));
  if (!BARE_NEGATIONS.has(word)) return;
  const nAt = out.starts[out.length - 2] ?? 0;
  const end = out.ends[out.length - 1] ?? 0;
  out.length--;
  mendStem(out, wordStart, nAt);
  for (const letter of ' not') out.push(letter.charCodeAt(0), nAt, end);
}
