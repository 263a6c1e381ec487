import { type Automaton, buildAutomaton } from './automaton.ts';
import { type CompiledFrame, frameCompiler } from './compile-frame.ts';
import { FILLER_SPACE } from './fillers.ts';
import type { Language } from './grammar.ts';
import type { NormalText } from './normalise.ts';
import type { ElementRule, Rule, RulePack } from './rule.ts';
import type { Sentence } from './segment.ts';

/** A rule made ready: its frames are compiled, `unless` kept apart. */
export interface ReadyRule {
  readonly language: Language;
  readonly rule?: Rule;
  readonly element?: ElementRule['element'];
  readonly unless: readonly CompiledFrame[];
}

/** A frame found, in units of the normal text. */
export interface Hit {
  readonly rule: ReadyRule;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

interface ReadyFrame {
  readonly rule: ReadyRule;
  readonly pattern: RegExp;
  /** Anchor set that must also be in the sentence, or -1. */
  readonly second: number;
}

export interface Rulebook {
  readonly rules: readonly ReadyRule[];
  readonly words: ReadonlySet<string>;
  find(normal: NormalText, sentences: readonly Sentence[]): Hit[];
}

/**
 * All frames of all packs behind one automaton. It finds the anchors (words that a frame cannot do without) in one pass over
 * the text; only frames whose anchors stand in a sentence are tried there, so cost does not grow with the number of rules.
 */
export function openRulebook(packs: readonly RulePack[]): Rulebook {
  const rules: ReadyRule[] = [];
  const words = new Set<string>();
  const setIds = new Map<string, number>();
  const setsOfLiteral = new Map<string, number[]>();
  const framesOfSet: ReadyFrame[][] = [];

  const setId = (literals: readonly string[]): number => {
    const key = [...literals].sort().join('\u0000');
    const known = setIds.get(key);
    if (known !== undefined) return known;
    const id = framesOfSet.length;
    setIds.set(key, id);
    framesOfSet.push([]);
    for (const literal of literals) {
      const sets = setsOfLiteral.get(literal);
      if (sets) sets.push(id);
      else setsOfLiteral.set(literal, [id]);
    }
    return id;
  };

  for (const pack of packs) {
    const compile = frameCompiler(pack.language, pack.classes);
    const add = (ready: ReadyRule, sources: readonly string[]): void => {
      rules.push(ready);
      for (const source of sources) {
        const frame = compile(source);
        const [first, second] = frame.anchors;
        framesOfSet[setId(first ?? [])]?.push({ rule: ready, pattern: frame.pattern, second: second ? setId(second) : -1 });
      }
    };
    for (const rule of pack.rules) add({ language: pack.language, rule, unless: (rule.unless ?? []).map(compile) }, rule.frames);
    for (const { element, frames, unless } of pack.elements)
      add({ language: pack.language, element, unless: (unless ?? []).map(compile) }, frames);
    for (const word of compile.words) words.add(word);
  }
  const literals = [...setsOfLiteral.keys()];
  const setsOf = literals.map((literal) => Int32Array.from(setsOfLiteral.get(literal) ?? []));
  const automaton = buildAutomaton(literals);
  return { rules, words, find: finder(automaton, setsOf, framesOfSet) };
}

function finder(automaton: Automaton, setsOf: readonly Int32Array[], framesOfSet: readonly ReadyFrame[][]): Rulebook['find'] {
  const { symbols, base, check, fail, output, outputLink, next } = automaton;
  const seen = new Float64Array(framesOfSet.length); // number of the sentence in which the set was last seen
  const tries = new Int32Array(framesOfSet.length);
  let sentenceNumber = 0;

  return (normal, sentences) => {
    const { codes, text } = normal;
    const hits: Hit[] = [];
    for (let index = 0; index < sentences.length; index++) {
      const sentence = sentences[index];
      if (!sentence) continue;
      sentenceNumber++;
      let found = 0;
      let state = 0;
      for (let at = sentence.start; at < sentence.end; at++) {
        const code = codes[at] ?? 0;
        if (code <= FILLER_SPACE) continue;
        const symbol = symbols[code] ?? 0;
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
        let ending = (output[state] ?? -1) >= 0 ? state : (outputLink[state] ?? 0);
        while (ending !== 0) {
          for (let literal = output[ending] ?? -1; literal >= 0; literal = next[literal] ?? -1) {
            const sets = setsOf[literal];
            if (!sets) continue;
            for (let i = 0; i < sets.length; i++) {
              const set = sets[i] ?? 0;
              if (seen[set] === sentenceNumber) continue;
              seen[set] = sentenceNumber;
              if ((framesOfSet[set]?.length ?? 0) > 0) tries[found++] = set;
            }
          }
          ending = outputLink[ending] ?? 0;
        }
      }
      if (found === 0) continue;
      const slice = text.slice(sentence.start, sentence.end);
      for (let i = 0; i < found; i++) {
        for (const frame of framesOfSet[tries[i] ?? 0] ?? []) {
          if (frame.second >= 0 && seen[frame.second] !== sentenceNumber) continue;
          frame.pattern.lastIndex = 0;
          for (let match = frame.pattern.exec(slice); match !== null; match = frame.pattern.exec(slice)) {
            if (match[0].length === 0) {
              frame.pattern.lastIndex++;
              continue;
            }
            const hit = {
              rule: frame.rule,
              sentence: index,
              start: sentence.start + match.index,
              end: sentence.start + match.index + match[0].length,
            };
            if (!matchesAny(frame.rule.unless, slice)) hits.push(hit);
          }
        }
      }
    }
    return hits;
  };
}

function matchesAny(frames: readonly CompiledFrame[], slice: string): boolean {
  for (const frame of frames) {
    frame.pattern.lastIndex = 0;
    if (frame.pattern.test(slice)) return true;
  }
  return false;
}
