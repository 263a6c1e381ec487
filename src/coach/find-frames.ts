import { type Automaton, CELL, nextState } from './automaton.ts';
import { hasLiteral } from './frame-code.ts';
import type { Language } from './grammar.ts';
import type { LanguageBook } from './language-book.ts';
import { frameMatcher } from './match-frame.ts';
import { MOST_OCCURRENCES, occurrenceTable, STRIDE } from './occurrences.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';

/** What is read when one of a rule's frames is found. */
export interface BookRule {
  readonly rule: Hit['rule'];
  /** Anchor, second anchor or -1, place in the code and first set of frames that, found in the same sentence, take the hit back. */
  readonly unless: readonly number[];
}

export interface FrameTables {
  /** Whether a literal begins (1) or ends (2) with a Latin letter, and so must stand at the edge of a word there. */
  readonly latin: Uint8Array;
  /** Anchor sets of literal `i`: `sets[setsFrom[i]]` up to `sets[setsFrom[i + 1]]`. */
  readonly sets: Uint16Array;
  readonly setsFrom: Int32Array;
  readonly setCount: number;
  /**
   * Frames whose rarest anchor is set `i`: from `records[recordsFrom[i]]` up to `records[recordsFrom[i + 1]]`, each with its
   * second anchor or -1, its place in the code, the set it may begin with, its number, and the number of its rule.
   */
  readonly records: Int32Array;
  readonly recordsFrom: Int32Array;
  readonly rules: readonly BookRule[];
}

/** Integers of a frame in `records`, and in `unless`. */
export const RECORD = 5;
const EXCUSE = 4;
/** Of the sentence at hand. */
const found = occurrenceTable();

/**
 * One pass over a sentence finds every word that stands in any frame. A frame is tried only where its anchors (words it
 * cannot do without) are in the sentence, and there where a word of its beginning stands: cost does not grow with the number
 * of rules.
 */
export function frameFinder(
  language: Language,
  { symbols, cells, output, outputLink, lengths }: Automaton,
  code: Int32Array,
  { latin, sets, setsFrom, setCount, records, recordsFrom, rules }: FrameTables,
): LanguageBook['find'] {
  const match = frameMatcher(code, language, found);
  /** The last occurrence of a literal in the sentence, or -1. */
  const lastOf = new Int32Array(lengths.length).fill(-1);
  const beginnings = new Uint16Array(lengths.length);
  const excuseBeginnings = new Uint16Array(lengths.length);
  const seenLiterals = new Uint16Array(lengths.length);
  let literalCount = 0;
  const setSeen = new Uint8Array(setCount);
  const seenSets = new Uint16Array(setCount);
  let seenCount = 0;

  const note = (literal: number, end: number): void => {
    const { codes, head, list } = found;
    const start = end - (lengths[literal] ?? 0);
    const edges = latin[literal] ?? 0;
    if (edges & 1 && isWordUnit(codes[start - 1])) return;
    if (edges & 2 && isWordUnit(codes[end])) return;
    const at = found.size;
    if (at >= MOST_OCCURRENCES * STRIDE) return;
    found.size = at + STRIDE;
    list[at] = literal;
    list[at + 1] = end;
    list[at + 2] = start;
    list[at + 3] = head[start - found.start] ?? -1;
    head[start - found.start] = at;
    const before = lastOf[literal] ?? -1;
    list[at + 4] = before;
    lastOf[literal] = at;
    if (before >= 0) return;
    seenLiterals[literalCount++] = literal;
    const to = setsFrom[literal + 1] ?? 0;
    for (let i = setsFrom[literal] ?? 0; i < to; i++) {
      const set = sets[i] ?? 0;
      if (setSeen[set] === 1) continue;
      setSeen[set] = 1;
      seenSets[seenCount++] = set;
    }
  };

  const scan = (codes: Uint16Array, sentence: Sentence): void => {
    found.codes = codes;
    found.start = sentence.start;
    found.end = sentence.end;
    let state = 0;
    for (let at = sentence.start; at < sentence.end; at++) {
      const symbol = symbols[codes[at] ?? 0] ?? 0;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      state = nextState(cells, state, symbol);
      for (let end = cells[state * CELL + 3] ?? 0; end !== 0; end = outputLink[end] ?? 0) note(output[end] ?? 0, at + 1);
    }
  };

  const clear = (): void => {
    const { head, list, start } = found;
    for (let i = 0; i < found.size; i += STRIDE) head[(list[i + 2] ?? 0) - start] = -1;
    for (let i = 0; i < literalCount; i++) lastOf[seenLiterals[i] ?? 0] = -1;
    for (let i = 0; i < seenCount; i++) setSeen[seenSets[i] ?? 0] = 0;
    for (const number of asked) excused[number] = undefined;
    asked.length = 0;
    found.size = 0;
    literalCount = 0;
    seenCount = 0;
  };

  /** Puts the literals of a set that are in the sentence into `into`; gives their number. */
  const beginningsOf = (set: number, into: Uint16Array): number => {
    if (set >= 0) {
      into[0] = set;
      return (lastOf[set] ?? -1) < 0 ? 0 : 1;
    }
    let count = 0;
    const size = code[~set] ?? 0;
    if (size > 0) {
      for (let i = 1; i <= size; i++) {
        const literal = code[~set + i] ?? 0;
        if ((lastOf[literal] ?? -1) >= 0) into[count++] = literal;
      }
    } else {
      for (let i = 0; i < literalCount; i++) {
        const literal = seenLiterals[i] ?? 0;
        if (hasLiteral(code, set, literal)) into[count++] = literal;
      }
    }
    return count;
  };

  const excuses = ({ unless }: BookRule): boolean => {
    for (let at = 0; at < unless.length; at += EXCUSE) {
      const second = unless[at + 1] ?? -1;
      if (setSeen[unless[at] ?? 0] === 0 || (second >= 0 && setSeen[second] === 0)) continue;
      const frame = unless[at + 2] ?? 0;
      const count = beginningsOf(unless[at + 3] ?? 0, excuseBeginnings);
      for (let i = 0; i < count; i++)
        for (let here = lastOf[excuseBeginnings[i] ?? 0] ?? -1; here >= 0; here = found.list[here + 4] ?? -1)
          if (match(frame, found.list[here + 2] ?? 0) >= 0) return true;
    }
    return false;
  };
  /** By rule, whether the sentence at hand excuses it; asked once a sentence. */
  const excused: (boolean | undefined)[] = rules.map(() => undefined);
  const asked: number[] = [];
  const isExcused = (number: number, rule: BookRule): boolean => {
    if (rule.unless.length === 0) return false;
    let verdict = excused[number];
    if (verdict === undefined) {
      verdict = excuses(rule);
      excused[number] = verdict;
      asked.push(number);
    }
    return verdict;
  };

  return (codes, sentence, index, firstFrame, before) => {
    let hits = before;
    scan(codes, sentence);
    const { list } = found;
    for (let s = 0; s < seenCount; s++) {
      const set = seenSets[s] ?? 0;
      const to = recordsFrom[set + 1] ?? 0;
      for (let at = recordsFrom[set] ?? 0; at < to; at += RECORD) {
        const second = records[at] ?? -1;
        if (second >= 0 && setSeen[second] === 0) continue;
        const count = beginningsOf(records[at + 2] ?? 0, beginnings);
        for (let i = 0; i < count; i++)
          for (let here = lastOf[beginnings[i] ?? 0] ?? -1; here >= 0; here = list[here + 4] ?? -1) {
            const start = list[here + 2] ?? 0;
            const end = match(records[at + 1] ?? 0, start);
            if (end <= start) continue;
            const number = records[at + 4] ?? 0;
            const owner = rules[number];
            if (!owner || isExcused(number, owner)) break;
            hits ??= [];
            const order = firstFrame + (records[at + 3] ?? 0);
            hits.push({ rule: owner.rule, sentence: index, start, end, firstEnd: list[here + 1] ?? 0, order });
          }
      }
    }
    clear();
    return hits;
  };
}

const isWordUnit = (code: number | undefined): boolean =>
  code !== undefined && ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xdf && code < 0x250));
