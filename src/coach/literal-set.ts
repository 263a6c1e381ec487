/** A set of literals (their numbers). Frames share one object where they name one class. */
export interface LiteralSet {
  readonly members: readonly number[];
}

export const EMPTY_SET: LiteralSet = { members: [] };

export interface Literals {
  readonly all: readonly string[];
  id(literal: string): number;
  /** The set of one literal is the same object each time. */
  single(literal: number): LiteralSet;
  /** One set that is not empty is given back as it is. */
  union(sets: readonly LiteralSet[]): LiteralSet;
}

/** Gives every literal that stands in a frame a number; the automaton reports these. */
export function literalTable(): Literals {
  const ids = new Map<string, number>();
  const all: string[] = [];
  const singles: LiteralSet[] = [];
  let lastUnion = new Int32Array(1024); // by literal: the last union that took it
  let unions = 0;
  return {
    all,
    id: (literal) => {
      const known = ids.get(literal);
      if (known !== undefined) return known;
      ids.set(literal, all.length);
      return all.push(literal) - 1;
    },
    single: (literal) => {
      singles[literal] ??= { members: [literal] };
      return singles[literal];
    },
    union: (sets) => {
      const filled = sets.filter((set) => set.members.length > 0);
      const [first] = filled;
      if (first === undefined) return EMPTY_SET;
      if (filled.length === 1) return first;
      const mark = ++unions;
      if (lastUnion.length < all.length) {
        const bigger = new Int32Array(all.length * 2);
        bigger.set(lastUnion);
        lastUnion = bigger;
      }
      const members: number[] = [];
      for (const set of filled)
        for (const literal of set.members)
          if (lastUnion[literal] !== mark) {
            lastUnion[literal] = mark;
            members.push(literal);
          }
      return { members };
    },
  };
}
