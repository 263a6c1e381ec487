import { LONGEST_SENTENCE } from './segment.ts';

const MOST_PLACES = LONGEST_SENTENCE * 3;
export const MOST_OCCURRENCES = LONGEST_SENTENCE * 12;
/** A frame looks no further than so many units past the end of its sentence: fillers, a particle. */
const PAST_END = 32;

/** The literals of one sentence, by the place where they begin and, at one place, by length. */
export interface Occurrences {
  codes: Uint16Array;
  start: number;
  end: number;
  /** Those that begin at `start + i`: from `first[i]` up to `first[i + 1]`. */
  readonly first: Int32Array;
  readonly literal: Uint16Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** The occurrence before of the same literal, or less than 0. */
  readonly before: Int32Array;
  size: number;
}

export function occurrenceTable(): Occurrences {
  return {
    codes: new Uint16Array(0),
    start: 0,
    end: 0,
    first: new Int32Array(MOST_PLACES + PAST_END),
    literal: new Uint16Array(MOST_OCCURRENCES),
    from: new Int32Array(MOST_OCCURRENCES),
    until: new Int32Array(MOST_OCCURRENCES),
    before: new Int32Array(MOST_OCCURRENCES),
    size: 0,
  };
}

/** Nothing begins after the last place that was read. */
export function closeTable(found: Occurrences): void {
  const places = found.end - found.start;
  found.first.fill(found.size, places, places + PAST_END);
}
