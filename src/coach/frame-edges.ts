import { EDGES } from './frame-code.ts';
import type { Language } from './grammar.ts';
import type { Occurrences } from './occurrences.ts';
import { isLetter } from './wild-words.ts';

/** What a mark means at the edge of a frame; bits, by code unit. */
const QUIET = 1; // may stand before what begins a clause
const PARTS = 2; // parts clauses
const ENDING = 4; // may follow what ends a clause
const FINAL = 8; // may follow what ends a sentence
const EDGE = new Uint8Array(65_536);
for (const [marks, bit] of [
  [' \u0001\u0002"\'(>\t', QUIET],
  [',.;:!?()\n~-', PARTS],
  [' \u0001\u0002"\')', ENDING | FINAL],
  ['.,!?~^', FINAL],
] as const)
  for (const mark of marks) EDGE[mark.charCodeAt(0)] = (EDGE[mark.charCodeAt(0)] ?? 0) | bit;

const is = (code: number | undefined, bit: number): boolean => code !== undefined && ((EDGE[code] ?? 0) & bit) !== 0;

const OPENERS = new Set(
  'and but so because well anyway look sorry hey hi then or now no yes oh honestly frankly besides plus also again since as'.split(
    ' ',
  ),
);
const LONGEST_OPENER = 8;

const NONE = EDGES.indexOf('none');
const INSIDE = EDGES.indexOf('inside');
const CLAUSE = EDGES.indexOf('clause');
const SENTENCE = EDGES.indexOf('sentence');

/** Edges are numbers of EDGES. */
export function startHolds(edge: number, language: Language, place: number, found: Occurrences): boolean {
  const { codes, start } = found;
  if (edge === INSIDE) return true;
  if (edge === NONE) {
    const before = codes[place - 1] ?? 0;
    return language !== 'ko' || before < 0x1100 || before > 0x11ff;
  }
  let at = place;
  while (at > start && is(codes[at - 1], QUIET)) at--;
  if (at === start) return true;
  if (edge === SENTENCE) return false;
  if (is(codes[at - 1], PARTS)) return true;
  let word = at;
  while (word > start && isLetter(codes[word - 1])) word--;
  const length = at - word;
  return length > 0 && length <= LONGEST_OPENER && OPENERS.has(String.fromCharCode(...codes.subarray(word, at)));
}

export function endHolds(edge: number, place: number, { codes, end }: Occurrences): boolean {
  if (edge === NONE || edge === INSIDE) return true;
  let at = place;
  while (at < end && is(codes[at], ENDING)) at++;
  if (at >= end) return true;
  if (edge === CLAUSE) return is(codes[at], PARTS);
  while (at < end && is(codes[at], FINAL)) at++;
  return at >= end;
}
