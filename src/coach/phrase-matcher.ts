import { type Automaton, buildAutomaton, CELL, nextState } from './automaton.ts';
import { FILLER_SPACE } from './fillers.ts';
import { normaliseUnits } from './normalise.ts';
import type { Units } from './output.ts';
import { SOFT_SPACE } from './word-ends.ts';

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

const SPACE = 0x20;

/** Spaces that Korean writers set as they like are not read. */
function isLeftOut(codes: Uint16Array, at: number): boolean {
  const code = codes[at];
  return code === SOFT_SPACE || (code === FILLER_SPACE && (isHangul(codes[at - 1]) || isHangul(codes[at + 1])));
}

/** Where the unit stands that is so many read units before `at`. */
function stepBack(codes: Uint16Array, at: number, count: number): number {
  let place = at;
  for (let left = count; left > 0; ) if (!isLeftOut(codes, --place)) left--;
  return place;
}

/** The units of a phrase that are read. */
function readUnits({ codes, length }: Units): string {
  let read = '';
  for (let at = 0; at < length; at++)
    if (!isLeftOut(codes, at)) read += String.fromCharCode(codes[at] === FILLER_SPACE ? SPACE : (codes[at] ?? 0));
  return read;
}

/** As `phraseMatcher` with variants, in a text whose normal form is at hand. */
export function variantMatcher(phrases: readonly string[]): (normal: Units) => PhraseHit[] {
  const forms = phrases.map((phrase) => readUnits(normaliseUnits(phrase.replace(CLOSING, ''))));
  const automaton = buildAutomaton(forms);
  const { cells, symbols, output, outputLink, next, lengths } = automaton;
  return (normal) => {
    const { codes, length } = normal;
    const hits: PhraseHit[] = [];
    let state = 0;
    for (let at = 0; at < length; at++) {
      let code = codes[at] ?? 0;
      if (code <= FILLER_SPACE) {
        if (isLeftOut(codes, at)) continue;
        if (code === FILLER_SPACE) code = SPACE;
      }
      const symbol = symbols[code] ?? 0;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      state = nextState(cells, state, symbol);
      for (let ending = cells[state * CELL + 3] ?? 0; ending !== 0; ending = outputLink[ending] ?? 0)
        for (let phraseIndex = output[ending] ?? -1; phraseIndex >= 0; phraseIndex = next[phraseIndex] ?? -1) {
          const first = stepBack(codes, at, (lengths[phraseIndex] ?? 0) - 1);
          hits.push({ start: normal.starts[first] ?? 0, end: normal.ends[at] ?? 0, phraseIndex });
        }
    }
    return hits;
  };
}
