import { buildAutomaton } from './automaton.ts';
import { frameCompiler } from './compile-frame.ts';
import { type BookRule, type FrameTables, frameFinder } from './find-frames.ts';
import { frameCode } from './frame-code.ts';
import { type LiteralSet, literalTable } from './literal-set.ts';
import type { RulePack } from './rule.ts';
import type { FoundHit, Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';

/** The rules of one pack behind one automaton. */
export interface LanguageBook {
  /** Every word that stands in a frame or class. */
  readonly words: ReadonlySet<string>;
  /** Adds what is found in a sentence to `found`, which is made when there is something. Frames are numbered from `firstFrame`. */
  find(
    codes: Uint16Array,
    sentence: Sentence,
    index: number,
    firstFrame: number,
    found: FoundHit[] | undefined,
  ): FoundHit[] | undefined;
}

interface Ready {
  readonly anchor: number;
  /** Second anchor or -1, place in the code, first set: see FrameTables. */
  readonly record: readonly [number, number, number];
}

export function openLanguageBook(pack: RulePack): LanguageBook {
  const { language } = pack;
  const literals = literalTable();
  const compile = frameCompiler(language, pack.classes, literals);
  const code = frameCode();
  const setIds = new Map<LiteralSet, number>();
  const rules: BookRule[] = [];
  let frames = 0;
  const bySet: number[][] = [];

  const setId = (set: LiteralSet | undefined): number => {
    if (set === undefined) return -1;
    const id = setIds.get(set) ?? setIds.size;
    setIds.set(set, id);
    return id;
  };
  const ready = (source: string): Ready => {
    const frame = compile(source);
    const [anchor, second] = frame.anchors;
    return { anchor: setId(anchor), record: [setId(second), code.frame(frame), code.set(frame.first)] };
  };
  const add = (rule: Hit['rule'], sources: readonly string[], excuses: readonly string[] = []): void => {
    const unless = excuses.flatMap((source) => {
      const { anchor, record } = ready(source);
      return [anchor, ...record];
    });
    for (const source of sources) {
      const { anchor, record } = ready(source);
      bySet[anchor] ??= [];
      bySet[anchor].push(...record, frames++, rules.length);
    }
    rules.push({ rule, unless });
  };
  for (const rule of pack.rules) add({ language, rule }, rule.frames, rule.unless);
  for (const { element, frames: sources, unless } of pack.elements) add({ language, element }, sources, unless);

  const tables: FrameTables = {
    latin: Uint8Array.from(literals.all, (literal) => Number(/^[a-z]/u.test(literal)) + 2 * Number(/[a-z]$/u.test(literal))),
    setCount: setIds.size,
    ...setsByLiteral([...setIds.keys()], literals.all.length),
    ...framesBySet(bySet, setIds.size),
    rules,
  };
  return { words: compile.words, find: frameFinder(language, buildAutomaton(literals.all), code.finish(), tables) };
}

/** Sets of literal `i`: `sets[setsFrom[i]]` up to `sets[setsFrom[i + 1]]`. */
function setsByLiteral(sets: readonly LiteralSet[], literals: number): Pick<FrameTables, 'sets' | 'setsFrom'> {
  const setsFrom = new Int32Array(literals + 1);
  for (const { members } of sets) for (const literal of members) setsFrom[literal + 1] = (setsFrom[literal + 1] ?? 0) + 1;
  for (let at = 1; at < setsFrom.length; at++) setsFrom[at] = (setsFrom[at] ?? 0) + (setsFrom[at - 1] ?? 0);
  const list = new Uint16Array(setsFrom[literals] ?? 0);
  const filled = setsFrom.slice();
  for (const [id, { members }] of sets.entries())
    for (const literal of members) {
      const at = filled[literal] ?? 0;
      list[at] = id;
      filled[literal] = at + 1;
    }
  return { sets: list, setsFrom };
}

function framesBySet(
  bySet: readonly (readonly number[] | undefined)[],
  sets: number,
): Pick<FrameTables, 'records' | 'recordsFrom'> {
  const recordsFrom = new Int32Array(sets + 1);
  for (let set = 0; set < sets; set++) recordsFrom[set + 1] = (recordsFrom[set] ?? 0) + (bySet[set]?.length ?? 0);
  const records = new Int32Array(recordsFrom[sets] ?? 0);
  for (let set = 0; set < sets; set++) records.set(bySet[set] ?? [], recordsFrom[set]);
  return { records, recordsFrom };
}
