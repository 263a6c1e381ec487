import { type Edge, type FrameNode, parseFrame } from './frame.ts';
import { GRAMMARS, type Language } from './grammar.ts';
import { EMPTY_SET, type LiteralSet, type Literals } from './literal-set.ts';
import { normalise } from './normalise.ts';
import { Output } from './output.ts';

/** Lexical classes by name; each is a list of alternatives in the frame language, separated by `|` or new lines. */
export type Classes = Readonly<Record<string, string>>;

/** A part of a compiled frame. Words are told apart by the number of the literal that begins at a place. */
export type Part = Words | Choice | Gap | WildPart;

export interface Words {
  readonly kind: 'words';
  readonly literals: LiteralSet;
  readonly inflected: boolean;
}

export interface Choice {
  readonly kind: 'choice';
  /** Alternatives of one word each, plain and inflected. */
  readonly plain: LiteralSet;
  readonly inflected: LiteralSet;
  /** Longer alternatives, and the literals each may begin with. */
  readonly options: readonly Option[];
  /** Alternatives that may begin with anything. */
  readonly open: readonly Sequence[];
  readonly optional: boolean;
  /** All literals it may begin with; empty where it may begin with anything. */
  readonly first: LiteralSet;
  /** Literals its `options` may begin with. */
  readonly begins: LiteralSet;
}

export interface Option {
  readonly parts: Sequence;
  readonly first: LiteralSet;
}

export interface Gap {
  readonly kind: 'gap';
  readonly size: number;
  readonly crossesCommas: boolean;
}

export interface WildPart {
  readonly kind: 'wild';
  readonly wild: Wild;
}

export type Sequence = readonly Part[];
export type Wild = 'number' | 'word' | 'ing' | 'ed' | 'rest' | 'end';

export interface CompiledFrame {
  readonly start: Edge;
  readonly end: Edge;
  readonly parts: Sequence;
  /** Literals one of which begins the frame. */
  readonly first: LiteralSet;
  /** Sets of literals, rarest first; a sentence without a member of each cannot match. */
  readonly anchors: readonly LiteralSet[];
}

export interface FrameCompiler {
  (source: string): CompiledFrame;
  /** Every word that stands in a frame or class, for undoing "n o  w a y". */
  readonly words: ReadonlySet<string>;
}

const WILDS: Record<string, Wild> = { '@n': 'number', '@w': 'word', '@ing': 'ing', '@ed': 'ed', '@e': 'end', '': 'rest' };
const DIGITS = [...'0123456789'];

interface Anchor {
  readonly set: LiteralSet;
  readonly cost: number;
}

/** Compiles the frames of one language; classes are compiled once and shared. */
export function frameCompiler(language: Language, classes: Classes, literals: Literals): FrameCompiler {
  const grammar = GRAMMARS[language];
  const output = new Output();
  const words = new Set<string>();
  const formsOf = new Map<string, readonly number[]>(); // by word, `~` and all
  const setsOfIds = new Map<readonly number[], LiteralSet>(); // a word has one array of ids
  const classParts = new Map<string, Part>();
  const anchors = new Map<LiteralSet, Anchor>();
  const choiceAnchors = new Map<Choice, Anchor | undefined>();
  let digits: LiteralSet | undefined;
  const numberSet = (): LiteralSet => {
    digits ??= setOf(DIGITS.map(literals.id));
    return digits;
  };

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

  const idsOf = (node: Extract<FrameNode, { kind: 'word' }>): readonly number[] => {
    const key = node.inflected ? `${node.text}~` : node.text;
    const known = formsOf.get(key);
    if (known) return known;
    const plain = /^[a-z0-9]+$/u.test(node.text) ? node.text : normalise(node.text, { output }).text;
    const forms = node.inflected ? grammar.forms(language === 'ko' ? node.text : plain) : [plain];
    if (language === 'en') for (const form of forms) words.add(form);
    const ids = forms.map(literals.id);
    formsOf.set(key, ids);
    return ids;
  };
  const setOf = (ids: readonly number[]): LiteralSet => {
    const known = setsOfIds.get(ids);
    if (known) return known;
    const set = literals.union(ids.map(literals.single));
    setsOfIds.set(ids, set);
    return set;
  };

  const compilePart = (node: FrameNode): Part => {
    if (node.kind === 'class') return classPart(node.name);
    if (node.kind === 'gap') return { kind: 'gap', size: node.size ?? grammar.gapSize, crossesCommas: node.crossesCommas };
    if (node.kind === 'any') return compileChoice(node.options, node.optional);
    const wild = WILDS[node.text];
    if (wild) return { kind: 'wild', wild };
    return { kind: 'words', literals: setOf(idsOf(node)), inflected: node.inflected && language === 'ko' };
  };

  const compileChoice = (alternatives: readonly (readonly FrameNode[])[], optional: boolean): Choice => {
    const plain: number[] = [];
    const inflected: number[] = [];
    const options: Option[] = [];
    const open: Sequence[] = [];
    for (const alternative of alternatives) {
      const [only] = alternative;
      if (alternative.length === 1 && only?.kind === 'word' && !WILDS[only.text]) {
        (only.inflected && language === 'ko' ? inflected : plain).push(...idsOf(only));
        continue;
      }
      const parts = alternative.map(compilePart);
      const first = firstOf(parts);
      if (first.members.length === 0) open.push(parts);
      else options.push({ parts, first });
    }
    const own = { plain: setOf(plain), inflected: setOf(inflected) };
    const begins = literals.union(options.map((option) => option.first));
    const first = open.length > 0 ? EMPTY_SET : literals.union([own.plain, own.inflected, begins]);
    return { kind: 'choice', ...own, options, open, optional, begins, first };
  };

  /** Literals a sequence may begin with; empty where it may begin with anything. */
  const firstOf = (sequence: Sequence): LiteralSet => {
    const sets: LiteralSet[] = [];
    for (const part of sequence) {
      const own = partFirst(part);
      if (own.members.length === 0) return EMPTY_SET;
      sets.push(own);
      if (!(part.kind === 'choice' && part.optional)) break;
    }
    return literals.union(sets);
  };
  const partFirst = (part: Part): LiteralSet => {
    if (part.kind === 'words') return part.literals;
    if (part.kind === 'choice') return part.first;
    return part.kind === 'wild' && part.wild === 'number' ? numberSet() : EMPTY_SET;
  };

  const anchorOn = (set: LiteralSet): Anchor => {
    const known = anchors.get(set);
    if (known) return known;
    let cost = 0;
    for (const id of set.members) cost += grammar.frequency(literals.all[id] ?? '');
    const anchor = { set, cost };
    anchors.set(set, anchor);
    return anchor;
  };
  const anchorOf = (part: Part): Anchor | undefined => {
    if (part.kind === 'words') return anchorOn(part.literals);
    if (part.kind === 'wild') return part.wild === 'number' ? { set: numberSet(), cost: 30 } : undefined;
    if (part.kind === 'gap' || part.optional) return undefined;
    if (choiceAnchors.has(part)) return choiceAnchors.get(part);
    const best = [...part.options.map((option) => option.parts), ...part.open].map((parts) => anchorsOf(parts)[0]?.set);
    const sets = best.filter((set) => set !== undefined);
    const anchor = sets.length < best.length ? undefined : anchorOn(literals.union([part.plain, part.inflected, ...sets]));
    choiceAnchors.set(part, anchor);
    return anchor;
  };
  const anchorsOf = (parts: Sequence): Anchor[] =>
    parts
      .map(anchorOf)
      .filter((anchor) => anchor !== undefined)
      .sort((a, b) => a.cost - b.cost);

  const compile = (source: string): CompiledFrame => {
    try {
      const { nodes, start, end } = parseFrame(source);
      const parts = nodes.map(compilePart);
      const found = anchorsOf(parts).map((anchor) => anchor.set);
      const first = firstOf(parts);
      if (found.length === 0) throw new Error('it has no word that must be there');
      if (first.members.length === 0) throw new Error('it may begin with anything');
      return { start, end, parts, first, anchors: found };
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`frame "${source}" (${language}) cannot be read: ${why}`, { cause });
    }
  };
  return Object.assign(compile, { words });
}
