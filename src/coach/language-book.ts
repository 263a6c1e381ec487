import { buildTrie, type Trie } from './automaton.ts';
import { beginningsOf } from './beginnings.ts';
import { type CompiledFrame, frameCompiler } from './compile-frame.ts';
import { type BookRule, FRAME, type FrameTables, frameFinder } from './find-frames.ts';
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

/** What is made of a pack's frames; plain data, that it may be stored. */
export interface CompiledBook {
  readonly words: readonly string[];
  readonly trie: Trie;
  readonly code: Int32Array;
  readonly tables: Omit<FrameTables, 'rules'>;
  /** Of each rule and then each element, the frames that take its hits back. */
  readonly unless: readonly (readonly number[])[];
}

export function openLanguageBook(pack: RulePack, { words, trie, code, tables, unless }: CompiledBook): LanguageBook {
  const { language } = pack;
  const owners: Hit['rule'][] = [
    ...pack.rules.map((rule) => ({ language, rule })),
    ...pack.elements.map(({ element }) => ({ language, element })),
  ];
  const rules: BookRule[] = owners.map((rule, at) => ({ rule, unless: unless[at] ?? [] }));
  return { words: new Set(words), find: frameFinder(language, trie, code, { ...tables, rules }) };
}

/** Throws for a frame that cannot be read, with its text. */
export function compileBook(pack: RulePack): CompiledBook {
  const { language } = pack;
  const literals = literalTable();
  const compile = frameCompiler(language, pack.classes, literals);
  const code = frameCode();
  const unless: number[][] = [];
  const frames: number[] = [];
  /** By literal, the frames it is the rarest anchor of. */
  const tries: number[][] = [];

  const setNumbers = new Map<LiteralSet, number>();
  const setNumber = (set: LiteralSet): number => {
    const number = setNumbers.get(set) ?? setNumbers.size;
    setNumbers.set(set, number);
    return number;
  };
  /** Lays a frame down; gives its number. */
  const ready = (source: string, frame: CompiledFrame): number => {
    const [anchor, second] = frame.anchors;
    if (!anchor) throw new Error(`frame "${source}" has no anchor`);
    const place = code.frame(frame);
    frames.push(setNumber(anchor), setNumber(second ?? anchor), code.set(frame.first), place, unless.length);
    return frames.length / FRAME - 1;
  };
  const add = (sources: readonly string[], excuses: readonly string[] = []): void => {
    const own = excuses.map((source) => ready(source, compile(source)));
    for (const source of sources) {
      const frame = compile(source);
      const number = ready(source, frame);
      for (const literal of frame.anchors[0]?.members ?? []) {
        tries[literal] ??= [];
        tries[literal].push(number);
      }
    }
    unless.push(own);
  };
  for (const rule of pack.rules) add(rule.frames, rule.unless);
  for (const element of pack.elements) add(element.frames, element.unless);

  const sets: number[][] = [];
  for (const [set, number] of setNumbers)
    for (const literal of set.members) {
      sets[literal] ??= [];
      sets[literal].push(number);
    }
  const [setList, setsFrom] = rowsOf(sets, literals.all.length);
  const [tryList, triesFrom] = rowsOf(tries, literals.all.length);
  const tables: CompiledBook['tables'] = {
    beginnings: beginningsOf(literals.all),
    latin: Uint8Array.from(literals.all, (literal) => Number(/^[a-z]/u.test(literal)) + 2 * Number(/[a-z]$/u.test(literal))),
    tries: tryList,
    triesFrom,
    sets: setList,
    setsFrom,
    setCount: setNumbers.size,
    frames: Int32Array.from(frames),
  };
  return { words: [...compile.words], trie: buildTrie(literals.all), code: code.finish(), tables, unless };
}

/** Lists side by side, and where each begins. */
function rowsOf(lists: readonly (readonly number[] | undefined)[], count: number): [Uint16Array, Int32Array] {
  const from = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) from[at + 1] = (from[at] ?? 0) + (lists[at]?.length ?? 0);
  const rows = new Uint16Array(from[count] ?? 0);
  for (let at = 0; at < count; at++) rows.set(lists[at] ?? [], from[at]);
  return [rows, from];
}
