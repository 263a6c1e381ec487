import { CLOSED, FLAG, hasLiteral, OP_MASK, Op, WILDS } from './frame-code.ts';
import { endHolds, startHolds } from './frame-edges.ts';
import { GRAMMARS, isTail, type Language, type Places } from './grammar.ts';
import type { Occurrences } from './occurrences.ts';
import { isKoreanWord, wildEnd } from './wild-words.ts';

/** End of the frame at `frame` of the code when it begins at `place`, or -1. */
export type MatchFrame = (frame: number, place: number) => number;

/**
 * Matches the frames of `code` against the sentence in `found`. Of the literals that begin at a place the longest is tried
 * first.
 */
export function frameMatcher(code: Int32Array, language: Language, found: Occurrences): MatchFrame {
  const { joints, gaps } = GRAMMARS[language];
  const { first, literal, until } = found;
  /** Each step puts the places it may go on at on this stack, and takes them off again. */
  const places: Places = { at: new Int32Array(16_384), top: 0 };
  /** Choices that are open: where in the code, and the choice around it. */
  const rests = new Int32Array(512);
  let restTop = 0;
  let endEdge = 0;

  /** Matches the sequence at `pc` from `place`, then what is left of the choices around it (`rest`, -1 for none). */
  const run = (pc: number, place: number, rest: number): number => {
    const item = code[pc] ?? 0;
    const argument = code[pc + 1] ?? 0;
    switch (item & OP_MASK) {
      case Op.word: {
        const at = place - found.start;
        const least = first[at] ?? 0;
        for (let i = (first[at + 1] ?? 0) - 1; i >= least; i--) {
          if (!hasLiteral(code, argument, literal[i] ?? 0)) continue;
          const end = item === Op.word ? afterWord(pc, until[i] ?? 0, rest) : afterStem(pc, until[i] ?? 0, rest);
          if (end >= 0) return end;
        }
        return -1;
      }
      case Op.choice:
        return runChoice(pc, argument, item === (Op.choice | FLAG), place, rest);
      case Op.gap: {
        const from = places.top;
        gaps(found.codes, place, found.end, argument, item !== Op.gap, places);
        return runFrom(from, pc + 2, rest);
      }
      case Op.wild: {
        const end = wildEnd(WILDS[argument] ?? 'rest', place, found.codes, found.end);
        return end < 0 ? -1 : goOn(pc, end, rest);
      }
      default:
        return finish(place, rest);
    }
  };

  const finish = (place: number, rest: number): number => {
    if (rest >= 0) return goOn(rests[rest] ?? 0, place, rests[rest + 1] ?? -1);
    return endHolds(endEdge, place, found) ? place : -1;
  };

  /** Goes on at the first of the places above `from` that leads to the end, and takes them off the stack. */
  const runFrom = (from: number, pc: number, rest: number): number => {
    const to = places.top;
    const item = code[pc] ?? 0;
    const needsWord = (item & OP_MASK) === Op.word || (item & CLOSED) !== 0;
    let end = -1;
    for (let i = from; i < to && end < 0; i++) {
      const place = places.at[i] ?? 0;
      const at = place - found.start;
      if (needsWord && first[at] === first[at + 1]) continue; // half of all places, most of them behind a gap
      end = run(pc, place, rest);
    }
    places.top = from;
    return end;
  };

  const runChoice = (pc: number, choice: number, optional: boolean, place: number, rest: number): number => {
    const after = restTop;
    rests[after] = pc;
    rests[after + 1] = rest;
    restTop = after + 2;
    const plain = code[choice] ?? 0;
    const inflected = code[choice + 1] ?? 0;
    const begins = code[choice + 2] ?? 0;
    const options = choice + 5;
    const open = options + 2 * (code[choice + 3] ?? 0);
    const at = place - found.start;
    const least = first[at] ?? 0;
    let end = -1;
    for (let i = (first[at + 1] ?? 0) - 1; i >= least && end < 0; i--) {
      const one = literal[i] ?? 0;
      if (hasLiteral(code, plain, one)) end = afterWord(pc, until[i] ?? 0, rest);
      if (end < 0 && hasLiteral(code, inflected, one)) end = afterStem(pc, until[i] ?? 0, rest);
      if (end >= 0 || !hasLiteral(code, begins, one)) continue;
      for (let option = options; option < open && end < 0; option += 2)
        if (hasLiteral(code, code[option] ?? 0, one)) end = run(code[option + 1] ?? 0, place, after);
    }
    const close = open + (code[choice + 4] ?? 0);
    for (let option = open; option < close && end < 0; option++) end = run(code[option] ?? 0, place, after);
    restTop = after;
    return end < 0 && optional ? run(pc + 2, place, rest) : end;
  };

  const afterWord = (pc: number, place: number, rest: number): number =>
    isTail(found.codes[place]) ? -1 : goOn(pc, place, rest);

  /** The item at `pc` ended at `place`: what follows begins after a joint, unless nothing that must be there follows. */
  const goOn = (pc: number, place: number, rest: number): number => {
    const item = code[pc + 2] ?? 0;
    if (item === Op.end) return finish(place, rest);
    const from = places.top;
    joints(found.codes, place, found.end, item === (Op.gap | FLAG), places);
    const end = runFrom(from, pc + 2, rest);
    if (end >= 0 || item !== (Op.choice | FLAG)) return end;
    let last = pc + 4;
    while (code[last] === (Op.choice | FLAG)) last += 2;
    return code[last] === Op.end ? finish(place, rest) : -1;
  };

  /** A Korean stem: the frame goes on after the rest of the word, or inside it where a word of its own begins there. */
  const afterStem = (pc: number, place: number, rest: number): number => {
    const { codes, start } = found;
    let wordEnd = place;
    while (wordEnd < found.end && wordEnd - place < LONGEST_ENDING && isKoreanWord(codes[wordEnd])) wordEnd++;
    const end = goOn(pc, wordEnd, rest);
    if (end >= 0 || (code[pc + 2] === Op.end && rest < 0)) return end;
    for (let inside = wordEnd - 1; inside >= place; inside--) {
      if (first[inside - start] === first[inside - start + 1] && !isTail(codes[inside - 1])) continue;
      const early = goOn(pc, inside, rest);
      if (early >= 0) return early;
    }
    return -1;
  };

  return (frame, place) => {
    if (!startHolds(code[frame] ?? 0, language, place, found)) return -1;
    places.top = 0;
    restTop = 0;
    endEdge = code[frame + 1] ?? 0;
    return run(frame + 2, place, -1);
  };
}

const LONGEST_ENDING = 24;
