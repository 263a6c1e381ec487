import { type Edge, type FrameNode, parseFrame } from './frame.ts';
import { GRAMMARS, type Language } from './grammar.ts';
import { normalise } from './normalise.ts';

/** Lexical classes by name; each is a list of alternatives in the frame language, separated by `|` or new lines. */
export type Classes = Readonly<Record<string, string>>;

export interface CompiledFrame {
  readonly source: string;
  /** Runs over one sentence of normal text. */
  readonly pattern: RegExp;
  /** One or two sets of literals, rarest first; a sentence without a member of each cannot match. */
  readonly anchors: readonly (readonly string[])[];
}

export interface FrameCompiler {
  (source: string): CompiledFrame;
  /** Every word that stands in a frame or class, for undoing "n o  w a y". */
  readonly words: ReadonlySet<string>;
}

interface Anchor {
  readonly literals: readonly string[];
  readonly cost: number;
}

const CLAUSE_OPENERS =
  '(?:and|but|so|because|well|anyway|look|sorry|hey|hi|then|or|now|no|yes|oh|honestly|frankly|besides|plus|also|again|since|as)';
const STARTS: Record<Edge, string> = {
  none: '',
  inside: '',
  clause: `(?:(?<=^[\\s"'(\\x01\\x02>]*)|(?<=[,.;:!?"()\\n~-][\\s"'\\x01\\x02]*)|(?<=\\b${CLAUSE_OPENERS}[ \\x02]))`,
  sentence: '(?<=^[\\s"\'(\\x01\\x02>]*)',
};
const ENDS: Record<Edge, string> = {
  none: '',
  inside: '',
  clause: '(?=[\\s"\')\\x01\\x02]*(?:$|[,.;:!?\\n~()-]))',
  sentence: '(?=[\\s"\')\\x01\\x02~^.,!?]*$)',
};

/** `@n` in a frame is a number in digits, with what may hang on it: 5, 10:30, 3pm, 12. */
const NUMBER = '@n';
/** `@w` is any Latin word, `@ing` and `@ed` one with that ending. */
const WILD: Record<string, string> = { '@w': '[a-z]+\\b', '@ing': '[a-z]+ing\\b', '@ed': '[a-z]+ed\\b' };
const NUMBER_SOURCE = '\\d[\\d:.]*(?:am|pm|th|st|nd|rd|h)?';
const DIGITS = [...'0123456789'];

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

export function frameCompiler(language: Language, classes: Classes): FrameCompiler {
  const grammar = GRAMMARS[language];
  const words = new Set<string>();
  const classNodes = new Map<string, FrameNode>();

  const classNode = (name: string): FrameNode => {
    const known = classNodes.get(name);
    if (known) return known;
    const text = classes[name];
    if (text === undefined) throw new Error(`class <${name}> is not known in ${language}`);
    const options = text.trim().split(/\n/u).map((line) => line.trim()).filter(Boolean).join('|'); // biome-ignore format: one chain
    const node = parseFrame(`(${options})`).nodes[0] as FrameNode;
    classNodes.set(name, node);
    return node;
  };

  const variants = (node: Extract<FrameNode, { kind: 'word' }>): string[] => {
    const plain = language === 'ko' ? node.text : normalise(node.text).text;
    if (language === 'ko' && !node.inflected) return [normalise(node.text).text];
    const forms = node.inflected ? grammar.forms(plain) : [plain];
    if (language === 'en') for (const form of forms) words.add(form);
    return [...forms];
  };

  const classSources = new Map<string, string>();
  const render = (node: FrameNode): string => {
    if (node.kind === 'gap') return grammar.gap(node.size, node.crossesCommas);
    if (node.kind === 'class') {
      const known = classSources.get(node.name);
      if (known !== undefined) return known;
      const source = render(classNode(node.name));
      classSources.set(node.name, source);
      return source;
    }
    if (node.kind === 'any') return `(?:${node.options.map(renderSequence).join('|')})`;
    if (node.text === NUMBER) return NUMBER_SOURCE;
    const wild = WILD[node.text];
    if (wild !== undefined) return wild;
    const forms = variants(node).sort((a, b) => b.length - a.length);
    const body = forms.length === 1 ? escapeRegExp(forms[0] ?? '') : `(?:${forms.map(escapeRegExp).join('|')})`;
    return body + (node.inflected ? grammar.rest : grammar.wordEnd);
  };
  const isOptional = (node: FrameNode): boolean => node.kind === 'any' && node.optional;
  const renderSequence = (nodes: readonly FrameNode[]): string => {
    const lastRequired = nodes.findLastIndex((node) => !isOptional(node));
    return nodes
      .map((node, at) => {
        const source = render(node);
        if (at > lastRequired) return `(?:${grammar.joint}${source})?`;
        if (isOptional(node)) return `(?:${source}${grammar.joint})?`;
        if (at === lastRequired || node.kind === 'gap') return source;
        const next = nodes[at + 1];
        return source + (next?.kind === 'gap' && next.crossesCommas ? ',?' : '') + grammar.joint;
      })
      .join('');
  };

  const anchorOf = (node: FrameNode): Anchor | undefined => {
    if (node.kind === 'gap' || isOptional(node)) return undefined;
    if (node.kind === 'class') return anchorOf(classNode(node.name));
    if (node.kind === 'word') {
      if (node.text === NUMBER) return { literals: DIGITS, cost: 30 };
      if (node.text === '' || WILD[node.text] !== undefined) return undefined;
      const literals = variants(node).map((form) => form.replaceAll(/[\u0001\u0002]/gu, ''));
      return { literals, cost: literals.reduce((sum, literal) => sum + grammar.frequency(literal), 0) };
    }
    const best = node.options.map((option) => anchorsOf(option)[0]);
    if (best.some((anchor) => anchor === undefined)) return undefined;
    const literals = [...new Set(best.flatMap((anchor) => anchor?.literals ?? []))];
    return { literals, cost: literals.reduce((sum, literal) => sum + grammar.frequency(literal), 0) };
  };
  const anchorsOf = (nodes: readonly FrameNode[]): Anchor[] =>
    nodes
      .map(anchorOf)
      .filter((anchor) => anchor !== undefined)
      .sort((a, b) => a.cost - b.cost);

  const compile = (source: string): CompiledFrame => {
    try {
      const frame = parseFrame(source);
      const start = frame.start === 'none' ? grammar.frameStart : STARTS[frame.start];
      const pattern = new RegExp(start + renderSequence(frame.nodes) + ENDS[frame.end], 'g');
      const [first, second] = anchorsOf(frame.nodes);
      if (!first) throw new Error('it has no word that must be there');
      return { source, pattern, anchors: (second ? [first, second] : [first]).map((anchor) => anchor.literals) };
    } catch (cause) {
      throw new Error(
        `frame "${source}" (${language}) cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    }
  };
  return Object.assign(compile, { words });
}
