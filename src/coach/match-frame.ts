import type { CompiledFrame, Part, Sequence, Wild } from './compile-frame.ts';
import type { Edge } from './frame.ts';
import { type Grammar, isTail } from './grammar.ts';

/** Where the literals of one sentence begin, as the automaton found them. */
export interface Occurrences {
  codes: Uint16Array;
  start: number;
  end: number;
  /** Index of the first occurrence that begins at `place - start`, or -1; `next` leads to the others. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly literal: Int32Array;
  readonly until: Int32Array;
}

/** What is left to match once a choice is through. */
interface Rest {
  readonly parts: Sequence;
  readonly at: number;
  readonly rest: Rest | undefined;
}

/** End of the frame when it begins at `place`, or -1. */
export function matchFrame(frame: CompiledFrame, place: number, found: Occurrences): number {
  if (!edgeHolds(frame.start, place, found, frame)) return -1;
  return matchParts(frame.parts, 0, place, undefined, frame, found);
}

function matchParts(
  parts: Sequence,
  at: number,
  place: number,
  rest: Rest | undefined,
  frame: CompiledFrame,
  found: Occurrences,
): number {
  const part = parts[at];
  if (part === undefined)
    return rest
      ? finishPart(rest.parts, rest.at, place, rest.rest, frame, found)
      : endHolds(frame.end, place, found)
        ? place
        : -1;
  if (part.kind === 'gap') {
    const places: number[] = [];
    frame.grammar.gaps(found.codes, place, found.end, part.size, part.crossesCommas, places);
    for (const next of places) {
      const end = matchParts(parts, at + 1, next, rest, frame, found);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (part.kind === 'words') {
    for (let i = found.head[place - found.start] ?? -1; i >= 0; i = found.next[i] ?? -1) {
      if (!part.literals.has(found.literal[i] ?? -1)) continue;
      const until = found.until[i] ?? place;
      const end = part.inflected
        ? finishInflected(parts, at, until, rest, frame, found)
        : isTail(found.codes[until])
          ? -1
          : finishPart(parts, at, until, rest, frame, found);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (part.kind === 'wild') {
    const until = wildEnd(part.wild, place, found);
    return until < 0 ? -1 : finishPart(parts, at, until, rest, frame, found);
  }
  return matchChoice(part, parts, at, place, rest, frame, found);
}

function matchChoice(
  part: Extract<Part, { kind: 'choice' }>,
  parts: Sequence,
  at: number,
  place: number,
  rest: Rest | undefined,
  frame: CompiledFrame,
  found: Occurrences,
): number {
  const after: Rest = { parts, at, rest };
  for (let i = found.head[place - found.start] ?? -1; i >= 0; i = found.next[i] ?? -1) {
    const literal = found.literal[i] ?? -1;
    const until = found.until[i] ?? place;
    if (part.plain.has(literal) && !isTail(found.codes[until])) {
      const end = finishPart(parts, at, until, rest, frame, found);
      if (end >= 0) return end;
    }
    if (part.inflected.has(literal)) {
      const end = finishInflected(parts, at, until, rest, frame, found);
      if (end >= 0) return end;
    }
    const options = part.byFirst.get(literal);
    if (!options) continue;
    for (const option of options) {
      const end = matchParts(option, 0, place, after, frame, found);
      if (end >= 0) return end;
    }
  }
  for (const option of part.open) {
    const end = matchParts(option, 0, place, after, frame, found);
    if (end >= 0) return end;
  }
  return part.optional ? matchParts(parts, at + 1, place, rest, frame, found) : -1;
}

/** The part at `at` ended at `place`: what follows begins after a joint, unless nothing that must be there follows. */
function finishPart(
  parts: Sequence,
  at: number,
  place: number,
  rest: Rest | undefined,
  frame: CompiledFrame,
  found: Occurrences,
): number {
  const next = parts[at + 1];
  if (next === undefined) return matchParts(parts, at + 1, place, rest, frame, found);
  const crosses = next.kind === 'gap' && next.crossesCommas;
  const places: number[] = [];
  frame.grammar.joints(found.codes, place, found.end, crosses, places);
  for (const start of places) {
    const end = matchParts(parts, at + 1, start, rest, frame, found);
    if (end >= 0) return end;
  }
  return onlyOptionalLeft(parts, at + 1) ? matchParts(parts, parts.length, place, rest, frame, found) : -1;
}

function onlyOptionalLeft(parts: Sequence, from: number): boolean {
  for (let i = from; i < parts.length; i++) {
    const part = parts[i];
    if (!(part?.kind === 'choice' && part.optional)) return false;
  }
  return true;
}

const LONGEST_ENDING = 24;

/** A Korean stem: the frame goes on after the rest of the word, or inside it where a word of its own begins there. */
function finishInflected(
  parts: Sequence,
  at: number,
  place: number,
  rest: Rest | undefined,
  frame: CompiledFrame,
  found: Occurrences,
): number {
  let wordEnd = place;
  while (wordEnd < found.end && wordEnd - place < LONGEST_ENDING && isKoreanWord(found.codes[wordEnd])) wordEnd++;
  const end = finishPart(parts, at, wordEnd, rest, frame, found);
  if (end >= 0 || (parts[at + 1] === undefined && rest === undefined)) return end;
  for (let inside = wordEnd - 1; inside >= place; inside--) {
    if ((found.head[inside - found.start] ?? -1) < 0 && !isTail(found.codes[inside - 1])) continue;
    const early = finishPart(parts, at, inside, rest, frame, found);
    if (early >= 0) return early;
  }
  return -1;
}

function isKoreanWord(code: number | undefined): boolean {
  return (
    code !== undefined &&
    code > 0x20 &&
    !(
      code === 0x2c ||
      code === 0x2e ||
      code === 0x3a ||
      code === 0x3b ||
      code === 0x21 ||
      code === 0x3f ||
      code === 0x7e ||
      code === 0x22 ||
      code === 0x28 ||
      code === 0x29
    )
  );
}

const isLetter = (code: number | undefined): boolean => code !== undefined && code >= 97 && code <= 122;
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;

function wildEnd(wild: Wild, place: number, found: Occurrences): number {
  const { codes, end } = found;
  let at = place;
  if (wild === 'rest') {
    while (at < end && isKoreanWord(codes[at])) at++;
    return at;
  }
  if (wild === 'number') {
    if (isDigit(codes[place - 1])) return -1;
    while (
      at < end &&
      (isDigit(codes[at]) || ((codes[at] === 0x3a || codes[at] === 0x2e || codes[at] === 0x2c) && isDigit(codes[at + 1])))
    )
      at++;
    if (at === place) return -1;
    while (at < end && isLetter(codes[at])) at++; // 3pm, 12th
    return at;
  }
  while (at < end && isLetter(codes[at])) at++;
  if (at === place) return -1;
  if (wild === 'ing') return at - place > 4 && codes[at - 1] === 103 && codes[at - 2] === 110 && codes[at - 3] === 105 ? at : -1;
  if (wild === 'ed') return at - place > 3 && codes[at - 1] === 100 && codes[at - 2] === 101 ? at : -1;
  return at;
}

const QUIET = new Set([0x20, 1, 2, 0x22, 0x27, 0x28, 0x3e, 0x09]);
const CLAUSE_MARKS = new Set([0x2c, 0x2e, 0x3b, 0x3a, 0x21, 0x3f, 0x28, 0x29, 0x0a, 0x7e, 0x2d]);
const OPENERS = new Set(
  'and but so because well anyway look sorry hey hi then or now no yes oh honestly frankly besides plus also again since as'.split(
    ' ',
  ),
);

function edgeHolds(
  edge: Edge,
  place: number,
  found: Occurrences,
  frame: { readonly grammar: Grammar; readonly language: string },
): boolean {
  const { codes, start } = found;
  if (edge === 'inside') return true;
  if (edge === 'none')
    return frame.language !== 'ko' || !((codes[place - 1] ?? 0) >= 0x1100 && (codes[place - 1] ?? 0) <= 0x11ff);
  let at = place;
  while (at > start && QUIET.has(codes[at - 1] ?? 0)) at--;
  if (at === start) return true;
  if (edge === 'sentence') return false;
  if (CLAUSE_MARKS.has(codes[at - 1] ?? 0)) return true;
  let word = at;
  while (word > start && isLetter(codes[word - 1])) word--;
  return at > word && OPENERS.has(String.fromCharCode(...codes.subarray(word, at)));
}

const ENDING = new Set([0x20, 1, 2, 0x22, 0x27, 0x29]);

function endHolds(edge: Edge, place: number, found: Occurrences): boolean {
  if (edge === 'none' || edge === 'inside') return true;
  const { codes, end } = found;
  let at = place;
  while (at < end && ENDING.has(codes[at] ?? 0)) at++;
  if (at >= end) return true;
  if (edge === 'clause') return CLAUSE_MARKS.has(codes[at] ?? 0);
  while (
    at < end &&
    (ENDING.has(codes[at] ?? 0) ||
      codes[at] === 0x2e ||
      codes[at] === 0x2c ||
      codes[at] === 0x21 ||
      codes[at] === 0x3f ||
      codes[at] === 0x7e ||
      codes[at] === 0x5e)
  )
    at++;
  return at >= end;
}
