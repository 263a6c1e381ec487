import { type Automaton, buildAutomaton, CELL, nextState } from './automaton.ts';
import { FILLER_SPACE } from './fillers.ts';
import { normaliseUnits, SOFT_SPACE } from './normalise.ts';
import type { Units } from './output.ts';

/** `exact` code units, `icase` without case, `variants` in the coach's normal form (script, width, spacing, invisible marks). */
export type MatchMode = 'exact' | 'icase' | 'variants';

export interface PhraseHit {
  /** UTF-16 code units of the text as written, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly phraseIndex: number;
}

let lowerTable: Uint16Array | undefined;

/** Lower case unit by unit, so that offsets stay; the few letters whose lower case is longer keep themselves. */
function lower(): Uint16Array {
  if (lowerTable) return lowerTable;
  const table = new Uint16Array(65_536);
  for (let code = 0; code < 65_536; code++) {
    const small = code >= 0xd800 && code <= 0xdfff ? '' : String.fromCharCode(code).toLowerCase();
    table[code] = small.length === 1 ? small.charCodeAt(0) : code;
  }
  lowerTable = table;
  return table;
}

/** Finds every occurrence of every phrase, overlaps included, in one pass. Empty phrases match nothing. */
export function phraseMatcher(phrases: readonly string[], mode: MatchMode): (text: string) => PhraseHit[] {
  if (mode === 'variants') {
    const find = variantMatcher(phrases);
    return (text) => find(normaliseUnits(text));
  }
  const table = mode === 'icase' ? lower() : undefined;
  const automaton = buildAutomaton(table ? phrases.map((phrase) => foldCase(phrase, table)) : phrases);
  return (text) => {
    const hits: PhraseHit[] = [];
    const { cells, symbols } = automaton;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const symbol = symbols[table ? (table[code] ?? 0) : code] ?? 0;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      state = nextState(cells, state, symbol);
      const ending = cells[state * CELL + 3] ?? 0;
      if (ending !== 0) collect(automaton, ending, at + 1, hits);
    }
    return hits;
  };
}

function collect({ output, outputLink, next, lengths }: Automaton, first: number, end: number, hits: PhraseHit[]): void {
  for (let ending = first; ending !== 0; ending = outputLink[ending] ?? 0)
    for (let index = output[ending] ?? -1; index >= 0; index = next[index] ?? -1)
      hits.push({ start: end - (lengths[index] ?? 0), end, phraseIndex: index });
}

function foldCase(phrase: string, table: Uint16Array): string {
  let folded = '';
  for (let at = 0; at < phrase.length; at++) folded += String.fromCharCode(table[phrase.charCodeAt(at)] ?? 0);
  return folded;
}

const isHangul = (code: number | undefined): boolean => code !== undefined && code >= 0x1100 && code <= 0x11ff;
const CLOSING = /[\s.,!?;:~]+$/u;

/**
 * The normal form without the spaces that Korean writers set as they like. Unit `i` of it stands at `keep[i]` of the normal
 * form. Reuses its buffers, as `normalise` does.
 */
class Compact {
  codes = new Uint16Array(4096);
  keep = new Int32Array(4096);
  length = 0;

  fill({ codes, length }: Units): void {
    if (length > this.codes.length) {
      this.codes = new Uint16Array(length * 2);
      this.keep = new Int32Array(length * 2);
    }
    let size = 0;
    for (let at = 0; at < length; at++) {
      const code = codes[at] ?? 0;
      if (code === SOFT_SPACE) continue;
      if (code === FILLER_SPACE && (isHangul(codes[at - 1]) || isHangul(codes[at + 1]))) continue;
      this.codes[size] = code === FILLER_SPACE ? 0x20 : code;
      this.keep[size++] = at;
    }
    this.length = size;
  }
}

const compact = new Compact();

/** As `phraseMatcher` with variants, in a text whose normal form is at hand. */
export function variantMatcher(phrases: readonly string[]): (normal: Units) => PhraseHit[] {
  const forms = phrases.map((phrase) => {
    compact.fill(normaliseUnits(phrase.replace(CLOSING, '')));
    return String.fromCharCode(...compact.codes.subarray(0, compact.length));
  });
  const automaton = buildAutomaton(forms);
  const { cells, symbols, output, outputLink, next, lengths } = automaton;
  return (normal) => {
    compact.fill(normal);
    const { codes, keep, length } = compact;
    const hits: PhraseHit[] = [];
    let state = 0;
    for (let at = 0; at < length; at++) {
      const symbol = symbols[codes[at] ?? 0] ?? 0;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      state = nextState(cells, state, symbol);
      for (let ending = cells[state * CELL + 3] ?? 0; ending !== 0; ending = outputLink[ending] ?? 0)
        for (let phraseIndex = output[ending] ?? -1; phraseIndex >= 0; phraseIndex = next[phraseIndex] ?? -1) {
          const first = keep[at + 1 - (lengths[phraseIndex] ?? 0)] ?? 0;
          hits.push({ start: normal.starts[first] ?? 0, end: normal.ends[keep[at] ?? 0] ?? 0, phraseIndex });
        }
    }
    return hits;
  };
}
