import { buildTrie, CELL, type Trie } from './automaton.ts';
import { type Beginnings, beginningsOf, mayBegin } from './beginnings.ts';
import type { Language } from './grammar.ts';
import { alternativesOf, commonness, neededLiterals, type OneOf } from './needed-literals.ts';
import { shortHash, storedTables } from './stored-tables.ts';

/** A test of a text, as a regular expression's. */
export interface Sign {
  test(text: string): boolean;
}

interface Alternative {
  readonly source: string;
  /** Numbers of the needs that a text must meet, rarest first. */
  readonly needs: readonly number[];
  expression?: RegExp;
}

/** What is made of the expressions of a book; plain data, that it may be stored. */
interface CompiledSigns {
  readonly reads: readonly Read[];
  readonly needCount: number;
  /** Of the literals that stand in needs. */
  readonly trie: Trie;
  readonly beginnings: Beginnings;
  /** Marks of the literal that ends in state `i`: from `marks[from[i]]` up to `marks[from[i + 1]]`. */
  readonly from: Int32Array;
  readonly marks: Int32Array;
}

/** More needs than this say little more. */
const MOST_NEEDS = 3;
/** A need that most texts meet is not worth looking for. */
const TOO_COMMON = 400;

/**
 * Regular expressions that are asked of the same texts. A hundred of them, each with a hundred alternatives, cost as much as
 * five hundred passes over a text; but each alternative needs certain words, and one walk of an automaton tells which of these
 * a text has. Only alternatives whose words are there are tried, as RE2's filter and Hyperscan do it.
 * A book with a name is stored under it.
 */
export function signBook(name?: string): (expression: RegExp) => Sign {
  const expressions: RegExp[] = [];
  let reading: readonly Read[] = [];
  let always: readonly (RegExp | undefined)[] = [];
  let scanner: Scanner | undefined;

  const open = (): Scanner => {
    const sources = expressions.map(({ source }) => source);
    const compile = () => compileSigns(sources);
    // Who imports some of the files only has other expressions in the book than the coach.
    const compiled = name === undefined ? compile() : storedTables(`${name}-${shortHash(sources.join('\n'))}`, compile);
    reading = compiled.reads;
    always = reading.map((read) => (read.always === undefined ? undefined : new RegExp(read.always, 'u')));
    return scannerOf(compiled);
  };
  return (expression) => {
    if (expression.flags !== 'u') throw new Error(`a sign has the flag u alone: ${expression.source}`);
    const number = expressions.push(expression) - 1;
    scanner = undefined;
    return {
      test: (text) => {
        scanner ??= open();
        scanner.scan(text);
        if (scanner.mayShow(number) && shows(reading[number]?.alternatives ?? [], text, scanner)) return true;
        return always[number]?.test(text) ?? false;
      },
    };
  };
}

interface Read {
  readonly alternatives: readonly Alternative[];
  /** The alternatives that need nothing we can tell, as one source. */
  readonly always: string | undefined;
}

function readExpression(source: string, numberOf: (need: OneOf) => number): Read {
  const alternatives: Alternative[] = [];
  const always: string[] = [];
  for (const alternative of alternativesOf(source)) {
    const found = neededLiterals(alternative)
      .map((need) => ({ need: withoutLonger(need), cost: commonness(need) }))
      .filter(({ cost }) => cost < TOO_COMMON)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_NEEDS);
    if (found.length === 0) always.push(alternative);
    else alternatives.push({ source: alternative, needs: found.map(({ need }) => numberOf(need)) });
  }
  return { alternatives, always: always.length > 0 ? always.join('|') : undefined };
}

/** Gives each need a number, the same to the same one. */
function needTable(): { readonly all: readonly OneOf[]; numberOf(need: OneOf): number } {
  const numbers = new Map<string, number>();
  const all: OneOf[] = [];
  return {
    all,
    numberOf: (need) => {
      const key = need.join('\0');
      const number = numbers.get(key) ?? all.push(need) - 1;
      numbers.set(key, number);
      return number;
    },
  };
}

/** Expressions that read the normal text of sentences and clauses, by the language they are written for. */
export const signs: Readonly<Record<Language, (expression: RegExp) => Sign>> = {
  en: signBook('signs-en'),
  zh: signBook('signs-zh'),
  ko: signBook('signs-ko'),
};

function shows(alternatives: readonly Alternative[], text: string, { meets }: Scanner): boolean {
  for (const alternative of alternatives) {
    if (!alternative.needs.every(meets)) continue;
    alternative.expression ??= new RegExp(alternative.source, 'u');
    if (alternative.expression.test(text)) return true;
  }
  return false;
}

/** 'ab' stands wherever 'abc' does. */
function withoutLonger(need: OneOf): OneOf {
  const shortest = need.filter((literal) => !need.some((other) => other.length < literal.length && literal.includes(other)));
  return shortest.sort();
}

interface Scanner {
  /** Reads a text; what follows answers for the last one. */
  scan(text: string): void;
  meets(need: number): boolean;
  mayShow(sign: number): boolean;
}

function compileSigns(sources: readonly string[]): CompiledSigns {
  const { all: needs, numberOf } = needTable();
  const reads = sources.map((source) => readExpression(source, numberOf));
  // What a literal is noted for: its needs, and after these in number the signs that wait for one of them.
  const signsOf: number[][] = needs.map(() => []);
  for (const [sign, { alternatives }] of reads.entries())
    for (const { needs: own } of alternatives) signsOf[own[0] ?? 0]?.push(needs.length + sign);
  const noted = new Map<string, Set<number>>();
  for (const [number, need] of needs.entries())
    for (const literal of need) {
      const all = noted.get(literal) ?? new Set();
      noted.set(literal, all.add(number));
      for (const sign of signsOf[number] ?? []) all.add(sign);
    }
  const literals = [...noted.keys()];
  const trie = buildTrie(literals);
  return {
    reads,
    needCount: needs.length,
    trie,
    beginnings: beginningsOf(literals),
    ...marksByState(trie, [...noted.values()]),
  };
}

function scannerOf({ reads, needCount, trie, beginnings, from, marks }: CompiledSigns): Scanner {
  const { symbols, cells } = trie;
  /** The text in which each mark and each ending state was met last, by number. */
  const met = new Int32Array(needCount + reads.length);
  const metState = new Int32Array(from.length);
  let texts = 0;
  let last: string | undefined;

  const walk = (text: string, start: number): void => {
    let state = 0;
    for (let at = start; at < text.length; at++) {
      const symbol = symbols[text.charCodeAt(at)] ?? 0;
      const target = (cells[state * CELL] ?? 0) + symbol;
      if (symbol === 0 || cells[target * CELL + 1] !== state) return;
      state = target;
      if (cells[state * CELL + 3] === 0 || metState[state] === texts) continue;
      metState[state] = texts;
      const to = from[state + 1] ?? 0;
      for (let i = from[state] ?? 0; i < to; i++) met[marks[i] ?? 0] = texts;
    }
  };
  return {
    scan: (text) => {
      if (text === last) return;
      last = text;
      texts = (texts + 1) | 0;
      const { length } = text;
      let first = length > 0 ? text.charCodeAt(0) : 0;
      let second = length > 1 ? text.charCodeAt(1) : 0;
      for (let at = 0; at < length; at++) {
        const third = at + 2 < length ? text.charCodeAt(at + 2) : 0;
        if (mayBegin(beginnings, first, second, third)) walk(text, at);
        first = second;
        second = third;
      }
    },
    meets: (need) => met[need] === texts,
    mayShow: (sign) => met[needCount + sign] === texts,
  };
}

/** Marks of the literals that end in state `i`: from `marks[from[i]]` up to `marks[from[i + 1]]`. */
function marksByState({ output }: Trie, noted: readonly ReadonlySet<number>[]): { from: Int32Array; marks: Int32Array } {
  const from = new Int32Array(output.length + 1);
  const marks: number[] = [];
  for (let state = 0; state < output.length; state++) {
    const literal = output[state] ?? -1;
    if (literal >= 0) for (const mark of noted[literal] ?? []) marks.push(mark);
    from[state + 1] = marks.length;
  }
  return { from, marks: Int32Array.from(marks) };
}
