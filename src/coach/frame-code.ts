import type { Choice, CompiledFrame, Part, Sequence, Wild } from './compile-frame.ts';
import type { Edge } from './frame.ts';
import type { LiteralSet } from './literal-set.ts';

/**
 * Compiled frames as one array of integers: what a match reads lies side by side, and it reads little of it. Objects that
 * lie all over the memory made a review three times as slow.
 *
 *   frame     start edge, end edge, sequence
 *   sequence  pairs of an operation with its flag and its argument, END last
 *   choice    sets of plain words, inflected words and beginnings of options; number of options and of open ones;
 *             a set and a sequence for each option; a sequence for each open one
 *   set       a literal itself, or ~place of a list (count, literals) or of a row of bits (-words, bits)
 */
export const Op = { end: 0, word: 1, choice: 2, gap: 3, wild: 4 } as const;
export const OP_MASK = 7;
/** The word is inflected, the choice optional, the gap may cross commas. */
export const FLAG = 8;
/** A choice of which one literal must stand right here: neither optional nor open. */
export const CLOSED = 16;

export const EDGES: readonly Edge[] = ['none', 'inside', 'clause', 'sentence'];
export const WILDS: readonly Wild[] = ['number', 'word', 'ing', 'ed', 'rest', 'end'];

/** Lists longer than this are rows of bits. */
const LONGEST_LIST = 12;

export interface FrameCode {
  /** Adds a frame; gives its place. */
  frame(frame: Pick<CompiledFrame, 'start' | 'end' | 'parts'>): number;
  /** Adds a set; gives what stands for it. */
  set(set: LiteralSet): number;
  finish(): Int32Array;
}

export function frameCode(): FrameCode {
  const code: number[] = [];
  const sets = new Map<LiteralSet, number>();
  const choices = new Map<Choice, number>();

  const setRef = (set: LiteralSet): number => {
    const { members } = set;
    if (members.length === 1) return members[0] ?? 0;
    const known = sets.get(set);
    if (known !== undefined) return known;
    const ref = ~code.length;
    if (members.length <= LONGEST_LIST) code.push(members.length, ...members);
    else {
      const bits = bitsOf(members);
      code.push(-bits.length);
      for (const word of bits) code.push(word);
    }
    sets.set(set, ref);
    return ref;
  };

  const choiceAt = (choice: Choice): number => {
    const known = choices.get(choice);
    if (known !== undefined) return known;
    const { options, open } = choice;
    const record = [setRef(choice.plain), setRef(choice.inflected), setRef(choice.begins), options.length, open.length];
    for (const option of options) record.push(setRef(option.first), sequenceAt(option.parts));
    for (const parts of open) record.push(sequenceAt(parts));
    const at = code.length;
    for (const value of record) code.push(value);
    choices.set(choice, at);
    return at;
  };

  const item = (part: Part): [number, number] => {
    if (part.kind === 'words') return [Op.word | (part.inflected ? FLAG : 0), setRef(part.literals)];
    if (part.kind === 'choice') return [Op.choice | (part.optional ? FLAG : part.open.length === 0 ? CLOSED : 0), choiceAt(part)];
    if (part.kind === 'gap') return [Op.gap | (part.crossesCommas ? FLAG : 0), part.size];
    return [Op.wild, WILDS.indexOf(part.wild)];
  };

  const sequenceAt = (parts: Sequence, head: readonly number[] = []): number => {
    const items = parts.map(item); // what it points to is laid down first
    const at = code.length;
    code.push(...head);
    for (const [operation, argument] of items) code.push(operation, argument);
    code.push(Op.end, 0);
    return at;
  };

  return {
    frame: ({ start, end, parts }) => sequenceAt(parts, [EDGES.indexOf(start), EDGES.indexOf(end)]),
    set: setRef,
    finish: () => Int32Array.from(code),
  };
}

function bitsOf(members: readonly number[]): Int32Array {
  let most = 0;
  for (const literal of members) if (literal > most) most = literal;
  const bits = new Int32Array((most >>> 5) + 1);
  for (const literal of members) bits[literal >>> 5] = (bits[literal >>> 5] ?? 0) | (1 << (literal & 31));
  return bits;
}

/** Whether the set at `ref` has the literal. */
export function hasLiteral(code: Int32Array, ref: number, literal: number): boolean {
  if (ref >= 0) return ref === literal;
  const at = ~ref;
  const size = code[at] ?? 0;
  if (size < 0) return literal >>> 5 < -size && (((code[at + 1 + (literal >>> 5)] ?? 0) >>> (literal & 31)) & 1) === 1;
  for (let i = at + 1; i <= at + size; i++) if (code[i] === literal) return true;
  return false;
}
