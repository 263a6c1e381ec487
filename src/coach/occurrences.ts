import { LONGEST_SENTENCE } from './segment.ts';

/** Integers an occurrence takes. */
export const STRIDE = 5;
export const MOST_OCCURRENCES = LONGEST_SENTENCE * 12;

/** Where the literals of one sentence begin, as the automaton found them. */
export interface Occurrences {
  codes: Uint16Array;
  start: number;
  end: number;
  /** For each place of the sentence the last occurrence that begins there, or -1; `list` leads to the others. */
  readonly head: Int32Array;
  /** For each: literal, end, place, the next occurrence that begins there or -1, and the one before it of the literal or -1. */
  readonly list: Int32Array;
  /** Integers of `list` in use. */
  size: number;
}

export function occurrenceTable(): Occurrences {
  return {
    codes: new Uint16Array(0),
    start: 0,
    end: 0,
    head: new Int32Array(LONGEST_SENTENCE * 3).fill(-1),
    list: new Int32Array(MOST_OCCURRENCES * STRIDE),
    size: 0,
  };
}
