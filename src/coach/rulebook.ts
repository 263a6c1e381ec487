import { type Automaton, buildAutomaton } from './automaton.ts';
import { type CompiledFrame, frameCompiler, literalTable } from './compile-frame.ts';
import type { Language } from './grammar.ts';
import { matchFrame, type Occurrences } from './match-frame.ts';
import type { NormalText } from './normalise.ts';
import type { ElementRule, Rule, RulePack } from './rule.ts';
import type { Sentence } from './segment.ts';

/** A rule made ready: its frames are compiled, `unless` kept apart. */
export interface ReadyRule {
  readonly language: Language;
  readonly rule?: Rule;
  readonly element?: ElementRule['element'];
  /** Numbers of its `unless` frames. */
  readonly unless: readonly ReadyFrame[];
}

/** A frame found, in units of the normal text. */
export interface Hit {
  readonly rule: ReadyRule;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

export interface ReadyFrame {
  readonly frame: CompiledFrame;
  /** Anchor sets that must be in the sentence; the second may be -1. */
  readonly anchor: number;
  readonly second: number;
}

interface OwnedFrame extends ReadyFrame {
  readonly rule: ReadyRule;
}

export interface Rulebook {
  readonly rules: readonly ReadyRule[];
  readonly words: ReadonlySet<string>;
  find(normal: NormalText, sentences: readonly Sentence[]): Hit[];
}

/**
 * All frames of all packs behind one automaton. One pass over the text finds every word that stands in any frame. A frame is
 * tried only where a word of its beginning stands, in sentences that also have its anchors (the words it cannot do
 * without), so cost does not grow with the number of rules.
 */
export function openRulebook(packs: readonly RulePack[]): Rulebook {
  const literals = literalTable();
  const rules: ReadyRule[] = [];
  const words = new Set<string>();
  const setIds = new Map<string, number>();
  const setsOf: number[][] = [];
  const framesByFirst: OwnedFrame[][] = [];

  const setId = (members: readonly number[]): number => {
    const key = [...members].sort((a, b) => a - b).join();
    const known = setIds.get(key);
    if (known !== undefined) return known;
    const id = setIds.size;
    setIds.set(key, id);
    for (const literal of members) {
      const sets = setsOf[literal];
      if (sets) sets.push(id);
      else setsOf[literal] = [id];
    }
    return id;
  };
  const ready = (frame: CompiledFrame): ReadyFrame => {
    const [first, second] = frame.anchors;
    return { frame, anchor: setId(first ?? []), second: second ? setId(second) : -1 };
  };

  for (const pack of packs) {
    const compile = frameCompiler(pack.language, pack.classes, literals);
    const add = (rule: ReadyRule, sources: readonly string[]): void => {
      rules.push(rule);
      for (const source of sources) {
        const owned = { ...ready(compile(source)), rule };
        for (const literal of owned.frame.first) {
          const listed = framesByFirst[literal];
          if (listed) listed.push(owned);
          else framesByFirst[literal] = [owned];
        }
      }
    };
    const prepare = (sources: readonly string[] | undefined): ReadyFrame[] =>
      (sources ?? []).map((source) => ready(compile(source)));
    for (const rule of pack.rules) add({ language: pack.language, rule, unless: prepare(rule.unless) }, rule.frames);
    for (const { element, frames, unless } of pack.elements)
      add({ language: pack.language, element, unless: prepare(unless) }, frames);
    for (const word of compile.words) words.add(word);
  }
  const latin = Uint8Array.from(literals.all, (literal) => Number(/^[a-z]/u.test(literal)) + 2 * Number(/[a-z]$/u.test(literal)));
  return { rules, words, find: finder(buildAutomaton(literals.all), latin, literals.all.map((_, id) => Int32Array.from(setsOf[id] ?? [])), framesByFirst, setIds.size) }; // biome-ignore format: one call
}

const LONGEST_SENTENCE = 1300;

function finder(
  automaton: Automaton,
  latin: Uint8Array,
  setsOf: readonly Int32Array[],
  framesByFirst: readonly (readonly OwnedFrame[] | undefined)[],
  setCount: number,
): Rulebook['find'] {
  const { symbols, base, check, fail, output, outputLink, next, lengths } = automaton;
  const seen = new Float64Array(setCount); // number of the sentence in which the set was last seen
  const literalSeen = new Float64Array(lengths.length);
  const found: Occurrences & { place: Int32Array; count: number } = {
    codes: new Uint16Array(0),
    start: 0,
    end: 0,
    head: new Int32Array(LONGEST_SENTENCE * 3).fill(-1),
    next: new Int32Array(LONGEST_SENTENCE * 12),
    literal: new Int32Array(LONGEST_SENTENCE * 12),
    until: new Int32Array(LONGEST_SENTENCE * 12),
    place: new Int32Array(LONGEST_SENTENCE * 12),
    count: 0,
  };
  let number = 0;

  const note = (literal: number, end: number): void => {
    const start = end - (lengths[literal] ?? 0);
    const kind = latin[literal] ?? 0;
    if (kind & 1 && isWordUnit(found.codes[start - 1])) return;
    if (kind & 2 && end < found.codes.length && isWordUnit(found.codes[end])) return;
    if (found.count >= found.next.length) return;
    const at = found.count++;
    found.literal[at] = literal;
    found.until[at] = end;
    found.place[at] = start;
    found.next[at] = found.head[start - found.start] ?? -1;
    found.head[start - found.start] = at;
    if (literalSeen[literal] === number) return;
    literalSeen[literal] = number;
    const sets = setsOf[literal];
    if (sets) for (let i = 0; i < sets.length; i++) seen[sets[i] ?? 0] = number;
  };

  const scan = (codes: Uint16Array, sentence: Sentence): void => {
    found.codes = codes;
    found.start = sentence.start;
    found.end = sentence.end;
    found.count = 0;
    found.head.fill(-1, 0, sentence.end - sentence.start + 1);
    let state = 0;
    for (let at = sentence.start; at < sentence.end; at++) {
      const symbol = symbols[codes[at] ?? 0] ?? 0;
      if (symbol === 0) {
        state = 0;
        continue;
      }
      let target = (base[state] ?? 0) + symbol;
      while (check[target] !== state && state !== 0) {
        state = fail[state] ?? 0;
        target = (base[state] ?? 0) + symbol;
      }
      state = check[target] === state ? target : 0;
      for (
        let ending = (output[state] ?? -1) >= 0 ? state : (outputLink[state] ?? 0);
        ending !== 0;
        ending = outputLink[ending] ?? 0
      )
        for (let literal = output[ending] ?? -1; literal >= 0; literal = next[literal] ?? -1) note(literal, at + 1);
    }
  };

  const holds = ({ frame, anchor, second }: ReadyFrame): boolean => {
    if (seen[anchor] !== number || (second >= 0 && seen[second] !== number)) return false;
    for (let i = 0; i < found.count; i++)
      if (frame.first.has(found.literal[i] ?? -1) && matchFrame(frame, found.place[i] ?? 0, found) >= 0) return true;
    return false;
  };

  return (normal, sentences) => {
    const hits: Hit[] = [];
    for (let index = 0; index < sentences.length; index++) {
      const sentence = sentences[index];
      if (!sentence) continue;
      number++;
      scan(normal.codes, sentence);
      for (let i = 0; i < found.count; i++) {
        const frames = framesByFirst[found.literal[i] ?? -1];
        if (!frames) continue;
        const place = found.place[i] ?? 0;
        for (let f = 0; f < frames.length; f++) {
          const owned = frames[f];
          if (!owned || seen[owned.anchor] !== number || (owned.second >= 0 && seen[owned.second] !== number)) continue;
          const end = matchFrame(owned.frame, place, found);
          if (end > place) hits.push({ rule: owned.rule, sentence: index, start: place, end });
        }
      }
    }
    return hits.length === 0 ? hits : withoutExcused(hits, normal, sentences, (sentence) => {
      number++;
      scan(normal.codes, sentence);
    }, holds); // biome-ignore format: one call
  };
}

/** Takes back hits whose rule has an `unless` frame in the same sentence. */
function withoutExcused(
  hits: readonly Hit[],
  _normal: NormalText,
  sentences: readonly Sentence[],
  rescan: (sentence: Sentence) => void,
  holds: (frame: ReadyFrame) => boolean,
): Hit[] {
  const kept: Hit[] = [];
  let scanned = -1;
  let verdicts = new Map<ReadyRule, boolean>();
  for (const hit of hits) {
    if (hit.rule.unless.length === 0) {
      kept.push(hit);
      continue;
    }
    if (hit.sentence !== scanned) {
      const sentence = sentences[hit.sentence];
      if (!sentence) continue;
      rescan(sentence);
      scanned = hit.sentence;
      verdicts = new Map();
    }
    let excused = verdicts.get(hit.rule);
    if (excused === undefined) {
      excused = hit.rule.unless.some(holds);
      verdicts.set(hit.rule, excused);
    }
    if (!excused) kept.push(hit);
  }
  return kept;
}

const isWordUnit = (code: number | undefined): boolean =>
  code !== undefined && ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xdf && code < 0x250));
