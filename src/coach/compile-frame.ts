import { type Edge, type FrameNode, parseFrame } from './frame.ts';
import { GRAMMARS, type Grammar, type Language } from './grammar.ts';
import { normalise } from './normalise.ts';

/** Lexical classes by name; each is a list of alternatives in the frame language, separated by `|` or new lines. */
export type Classes = Readonly<Record<string, string>>;

/** Gives every literal that stands in a frame a number; the automaton reports these. */
export interface Literals {
  readonly all: readonly string[];
  id(literal: string): number;
}

/** A part of a compiled frame. Words are told apart by the number of the literal that begins at a place. */
export type Part =
  | { readonly kind: 'words'; readonly literals: ReadonlySet<number>; readonly inflected: boolean }
  | {
      readonly kind: 'choice';
      /** Alternatives of one word each, plain and inflected. */
      readonly plain: ReadonlySet<number>;
      readonly inflected: ReadonlySet<number>;
      /** Longer alternatives by the literal they begin with, and those that may begin with anything. */
      readonly byFirst: ReadonlyMap<number, readonly Sequence[]>;
      readonly open: readonly Sequence[];
      readonly optional: boolean;
    }
  | { readonly kind: 'gap'; readonly size: number; readonly crossesCommas: boolean }
  | { readonly kind: 'wild'; readonly wild: Wild };

export type Sequence = readonly Part[];
export type Wild = 'number' | 'word' | 'ing' | 'ed' | 'rest';

export interface CompiledFrame {
  readonly source: string;
  readonly language: Language;
  readonly grammar: Grammar;
  readonly start: Edge;
  readonly end: Edge;
  readonly parts: Sequence;
  /** Literals one of which begins the frame. */
  readonly first: ReadonlySet<number>;
  /** One or two sets of literals, rarest first; a sentence without a member of each cannot match. */
  readonly anchors: readonly (readonly number[])[];
}

export interface FrameCompiler {
  (source: string): CompiledFrame;
  /** Every word that stands in a frame or class, for undoing "n o  w a y". */
  readonly words: ReadonlySet<string>;
}

const WILDS: Record<string, Wild> = { '@n': 'number', '@w': 'word', '@ing': 'ing', '@ed': 'ed', '': 'rest' };
const NOTHING: ReadonlySet<number> = new Set();
const DIGITS = [...'0123456789'];

export function literalTable(): Literals {
  const ids = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    id: (literal) => {
      const known = ids.get(literal);
      if (known !== undefined) return known;
      ids.set(literal, all.length);
      return all.push(literal) - 1;
    },
  };
}

interface Anchor {
  readonly literals: readonly number[];
  readonly cost: number;
}

/** Compiles the frames of one language; classes are compiled once and shared. */
export function frameCompiler(language: Language, classes: Classes, literals: Literals): FrameCompiler {
  const grammar = GRAMMARS[language];
  const words = new Set<string>();
  const classParts = new Map<string, Part>();
  const anchorOfPart = new Map<Part, Anchor | undefined>();
  const firstOfPart = new Map<Part, ReadonlySet<number>>();

  const classPart = (name: string): Part => {
    const known = classParts.get(name);
    if (known) return known;
    const text = classes[name];
    if (text === undefined) throw new Error(`class <${name}> is not known in ${language}`);
    const node = parseFrame(`(${text.trim().replace(/\s*\n\s*/gu, '|')})`).nodes[0];
    if (!node) throw new Error(`class <${name}> is empty`);
    const part = compilePart(node);
    classParts.set(name, part);
    return part;
  };

  const ids = (node: Extract<FrameNode, { kind: 'word' }>): number[] => {
    const plain = /^[a-z0-9]+$/u.test(node.text) ? node.text : normalise(node.text).text;
    const forms = node.inflected ? grammar.forms(language === 'ko' ? node.text : plain) : [plain];
    if (language === 'en') for (const form of forms) words.add(form);
    return forms.map((form) => literals.id(form));
  };

  const compilePart = (node: FrameNode): Part => {
    if (node.kind === 'class') return classPart(node.name);
    if (node.kind === 'gap') return { kind: 'gap', size: node.size ?? grammar.gapSize, crossesCommas: node.crossesCommas };
    if (node.kind === 'word') {
      const wild = WILDS[node.text];
      if (wild) return { kind: 'wild', wild };
      const own = ids(node);
      const part: Part = { kind: 'words', literals: new Set(own), inflected: node.inflected && language === 'ko' };
      anchorOfPart.set(part, {
        literals: own,
        cost: own.reduce((sum, id) => sum + grammar.frequency(literals.all[id] ?? ''), 0),
      });
      return part;
    }
    return compileChoice(node.options, node.optional);
  };

  const compileChoice = (options: readonly (readonly FrameNode[])[], optional: boolean): Part => {
    const plain = new Set<number>();
    const inflected = new Set<number>();
    const byFirst = new Map<number, Sequence[]>();
    const open: Sequence[] = [];
    for (const option of options) {
      const [only] = option;
      if (option.length === 1 && only?.kind === 'word' && !WILDS[only.text]) {
        const set = only.inflected && language === 'ko' ? inflected : plain;
        for (const id of ids(only)) set.add(id);
        continue;
      }
      const sequence = option.map(compilePart);
      const first = firstLiterals(sequence);
      if (first.size === 0) open.push(sequence);
      for (const id of first) {
        const listed = byFirst.get(id);
        if (listed) listed.push(sequence);
        else byFirst.set(id, [sequence]);
      }
    }
    return { kind: 'choice', plain, inflected, byFirst, open, optional };
  };

  /** Literals a sequence may begin with; empty where it may begin with anything. */
  const firstLiterals = (sequence: Sequence): ReadonlySet<number> => {
    const head = sequence[0];
    if (head && !(head.kind === 'choice' && head.optional)) return partFirst(head);
    const first = new Set<number>();
    for (const part of sequence) {
      const own = partFirst(part);
      if (own.size === 0) return own;
      for (const id of own) first.add(id);
      if (!(part.kind === 'choice' && part.optional)) return first;
    }
    return first;
  };
  const partFirst = (part: Part): ReadonlySet<number> => {
    const known = firstOfPart.get(part);
    if (known) return known;
    let first: ReadonlySet<number> = NOTHING;
    if (part.kind === 'words') first = part.literals;
    else if (part.kind === 'choice')
      first = part.open.length > 0 ? NOTHING : new Set([...part.plain, ...part.inflected, ...part.byFirst.keys()]);
    else if (part.kind === 'wild' && part.wild === 'number') first = new Set(DIGITS.map((digit) => literals.id(digit)));
    firstOfPart.set(part, first);
    return first;
  };

  const anchorOf = (part: Part): Anchor | undefined => {
    if (part.kind === 'gap' || (part.kind === 'choice' && part.optional)) return undefined;
    if (part.kind === 'wild')
      return part.wild === 'number' ? { literals: DIGITS.map((digit) => literals.id(digit)), cost: 30 } : undefined;
    if (part.kind === 'words' || anchorOfPart.has(part)) return anchorOfPart.get(part);
    const best = [...new Set([...part.byFirst.values()].flat().concat(part.open))].map((option) => anchorsOf(option)[0]);
    const chosen = best.every((anchor) => anchor !== undefined)
      ? [...new Set([...part.plain, ...part.inflected, ...best.flatMap((anchor) => anchor?.literals ?? [])])]
      : undefined;
    const anchor = chosen && {
      literals: chosen,
      cost: chosen.reduce((sum, id) => sum + grammar.frequency(literals.all[id] ?? ''), 0),
    };
    anchorOfPart.set(part, anchor);
    return anchor;
  };
  const anchorsOf = (parts: Sequence): Anchor[] =>
    parts
      .map(anchorOf)
      .filter((anchor) => anchor !== undefined)
      .sort((a, b) => a.cost - b.cost);

  const compile = (source: string): CompiledFrame => {
    try {
      const frame = parseFrame(source);
      const parts = frame.nodes.map(compilePart);
      const [anchor, second] = anchorsOf(parts);
      const first = firstLiterals(parts);
      if (!anchor) throw new Error('it has no word that must be there');
      if (first.size === 0) throw new Error('it may begin with anything');
      return {
        source,
        language,
        grammar,
        start: frame.start,
        end: frame.end,
        parts,
        first,
        anchors: (second ? [anchor, second] : [anchor]).map((one) => one.literals),
      };
    } catch (cause) {
      throw new Error(
        `frame "${source}" (${language}) cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    }
  };
  return Object.assign(compile, { words });
}
