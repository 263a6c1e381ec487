import { CELL, type Trie } from './automaton.ts';
import { type Beginnings, mayBegin } from './beginnings.ts';
import { hasLiteral } from './frame-code.ts';
import type { Language } from './grammar.ts';
import type { LanguageBook } from './language-book.ts';
import { frameMatcher } from './match-frame.ts';
import { closeTable, MOST_OCCURRENCES, occurrenceTable } from './occurrences.ts';
import type { FoundHit, Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';

/** What is read when one of a rule's frames is found. */
export interface BookRule {
  readonly rule: Hit['rule'];
  /** Frames that, found in the same sentence, take the hit back. */
  readonly unless: readonly number[];
}

export interface FrameTables {
  /** Of the literals. */
  readonly beginnings: Beginnings;
  /** Whether a literal begins (1) or ends (2) with a Latin letter, and so must stand at the edge of a word there. */
  readonly latin: Uint8Array;
  /** Frames to try where literal `i` stands: from `tries[triesFrom[i]]` up to `tries[triesFrom[i + 1]]`. */
  readonly tries: Uint16Array;
  readonly triesFrom: Int32Array;
  /** Anchor sets of literal `i`, by number: from `sets[setsFrom[i]]` up to `sets[setsFrom[i + 1]]`. */
  readonly sets: Uint16Array;
  readonly setsFrom: Int32Array;
  readonly setCount: number;
  /**
   * By frame: the numbers of its two rarest anchors (twice the one where it has no other), the set of the code it begins with,
   * its place in the code, its rule.
   */
  readonly frames: Int32Array;
  readonly rules: readonly BookRule[];
}

/** Integers of a frame in `frames`. */
export const FRAME = 5;
/** Of the sentence at hand. */
const found = occurrenceTable();
/** Occurrences are counted on from sentence to sentence, so that nothing has to be cleared; before the count overflows it is. */
const MOST_COUNTED = 1 << 30;

/**
 * One pass over a sentence finds every word that stands in any frame. A frame is tried only where its anchors (words it
 * cannot do without) are in the sentence, and there where a word of its beginning stands: cost does not grow with the number
 * of rules.
 */
export function frameFinder(
  language: Language,
  { symbols, cells, output }: Trie,
  code: Int32Array,
  { beginnings, latin, tries, triesFrom, sets, setsFrom, setCount, frames, rules }: FrameTables,
): LanguageBook['find'] {
  const match = frameMatcher(code, language, found);
  /** The last occurrence of a literal, counted over all sentences; below `counted` it was in an earlier one. */
  const lastOf = new Int32Array(latin.length).fill(-1);
  const literals = new Uint16Array(latin.length);
  let literalCount = 0;
  let counted = 0;
  /** The last place where a literal of an anchor set began, counted over all sentences from `clock`, where this one begins. */
  const lastPlaces = new Int32Array(setCount).fill(-1);
  let clock = 0;
  /** The sentence a frame was last tried in, by number. */
  const triedIn = new Int32Array(frames.length / FRAME);
  let sentences = 0;

  const note = (literal: number, from: number, until: number): void => {
    const at = found.size;
    if (at >= MOST_OCCURRENCES) return;
    const before = (lastOf[literal] ?? -1) - counted;
    found.literal[at] = literal;
    found.from[at] = from;
    found.until[at] = until;
    found.before[at] = before;
    lastOf[literal] = counted + at;
    found.size = at + 1;
    if (before < 0) literals[literalCount++] = literal;
    const place = clock + from - found.start;
    const to = setsFrom[literal + 1] ?? 0;
    for (let i = setsFrom[literal] ?? 0; i < to; i++) lastPlaces[sets[i] ?? 0] = place;
  };

  /** Walks the trie of literals from each place where a word may begin: inside a Latin word none does. */
  const scan = (codes: Uint16Array, { start, end }: Sentence): void => {
    found.codes = codes;
    found.start = start;
    found.end = end;
    found.size = 0;
    literalCount = 0;
    sentences = (sentences + 1) | 0;
    let insideWord = start > 0 && isWordUnit(codes[start - 1] ?? 0);
    for (let from = start; from < end; from++) {
      found.first[from - start] = found.size;
      const unit = codes[from] ?? 0;
      const letter = unit >= 97 && unit <= 122;
      if (!(letter && insideWord) && mayBegin(beginnings, unit, codes[from + 1] ?? 0, codes[from + 2] ?? 0)) {
        let state = 0;
        for (let at = from; at < end; at++) {
          const symbol = symbols[codes[at] ?? 0] ?? 0;
          const target = (cells[state * CELL] ?? 0) + symbol;
          if (symbol === 0 || cells[target * CELL + 1] !== state) break;
          state = target;
          if (cells[state * CELL + 3] === 0) continue; // no literal ends here
          const literal = output[state] ?? 0;
          const cut = (latin[literal] ?? 0) >= 2 && at + 1 < codes.length && isWordUnit(codes[at + 1] ?? 0);
          if (!cut) note(literal, from, at + 1);
        }
      }
      insideWord = letter || isWordUnit(unit);
    }
    closeTable(found);
  };

  /** Occurrences at which a frame may begin: of the frame at hand, and of one that excuses it. */
  const begins = new Uint16Array(MOST_OCCURRENCES);
  const excuseBegins = new Uint16Array(MOST_OCCURRENCES);
  const addBeginnings = (literal: number, latest: number, into: Uint16Array, size: number): number => {
    let count = size;
    for (let at = (lastOf[literal] ?? -1) - counted; at >= 0; at = found.before[at] ?? -1)
      if ((found.from[at] ?? 0) <= latest) into[count++] = at;
    return count;
  };
  /** Fills `into` and gives the count. A frame cannot begin after its anchors, and not at all where one is missing. */
  const findBeginnings = (frame: number, into: Uint16Array): number => {
    const at = frame * FRAME;
    const latest = Math.min(lastPlaces[frames[at] ?? 0] ?? -1, lastPlaces[frames[at + 1] ?? 0] ?? -1) - clock + found.start;
    if (latest < found.start) return 0;
    const set = frames[at + 2] ?? 0;
    if (set >= 0) return addBeginnings(set, latest, into, 0);
    const list = ~set;
    const size = code[list] ?? 0;
    let count = 0;
    for (let i = list + 1; i <= list + size; i++) count = addBeginnings(code[i] ?? 0, latest, into, count);
    if (size < 0)
      for (let i = 0; i < literalCount; i++) {
        const literal = literals[i] ?? 0;
        if (hasLiteral(code, set, literal)) count = addBeginnings(literal, latest, into, count);
      }
    return count;
  };

  const isThere = (frame: number): boolean => {
    const count = findBeginnings(frame, excuseBegins);
    for (let i = 0; i < count; i++)
      if (match(frames[frame * FRAME + 3] ?? 0, found.from[excuseBegins[i] ?? 0] ?? 0) >= 0) return true;
    return false;
  };
  /** By rule, the sentence that was asked last whether it excuses it, and the last that did. */
  const askedIn = new Int32Array(rules.length);
  const excusedIn = new Int32Array(rules.length);
  const isExcused = (number: number, { unless }: BookRule): boolean => {
    if (unless.length === 0) return false;
    if (askedIn[number] !== sentences) {
      askedIn[number] = sentences;
      if (unless.some(isThere)) excusedIn[number] = sentences;
    }
    return excusedIn[number] === sentences;
  };

  return (codes, sentence, index, firstFrame, before) => {
    let hits = before;
    scan(codes, sentence);
    for (let l = 0; l < literalCount; l++) {
      const literal = literals[l] ?? 0;
      const to = triesFrom[literal + 1] ?? 0;
      for (let i = triesFrom[literal] ?? 0; i < to; i++) {
        const frame = tries[i] ?? 0;
        if (triedIn[frame] === sentences) continue;
        triedIn[frame] = sentences;
        const count = findBeginnings(frame, begins);
        for (let b = 0; b < count; b++) {
          const at = begins[b] ?? 0;
          const start = found.from[at] ?? 0;
          const end = match(frames[frame * FRAME + 3] ?? 0, start);
          if (end <= start) continue;
          const number = frames[frame * FRAME + 4] ?? 0;
          const owner = rules[number];
          if (!owner || isExcused(number, owner)) break;
          hits ??= [];
          const firstEnd = found.until[at] ?? 0;
          insert(hits, { rule: owner.rule, sentence: index, start, end, firstEnd, order: firstFrame + frame });
        }
      }
    }
    counted += found.size;
    clock += sentence.end - sentence.start;
    if (counted > MOST_COUNTED || clock > MOST_COUNTED) {
      lastOf.fill(-1);
      lastPlaces.fill(-1);
      counted = clock = 0;
    }
    return hits;
  };
}

/** Keeps hits in the order of their first words. There are a handful a sentence, which sort() takes ten times as long for. */
function insert(hits: FoundHit[], hit: FoundHit): void {
  let at = hits.length;
  while (at > 0 && isBefore(hit, hits[at - 1])) at--;
  hits.splice(at, 0, hit);
}

function isBefore(a: FoundHit, b: FoundHit | undefined): boolean {
  if (b === undefined) return false;
  return (a.firstEnd - b.firstEnd || a.start - b.start || a.order - b.order) < 0;
}

const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xdf && code < 0x250);
