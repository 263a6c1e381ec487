/**
 * Aho-Corasick over a double array: one table look-up a unit, however many patterns there are. `base[s] + symbol` is the
 * next state where `check` says it belongs to `s`; else the failure link is followed.
 */
export interface Automaton {
  readonly symbols: Uint16Array;
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly fail: Int32Array;
  /** First pattern that ends in the state, or -1; `next` chains patterns with the same text. */
  readonly output: Int32Array;
  /** Nearest state on the failure path that ends a pattern, or 0. */
  readonly outputLink: Int32Array;
  readonly next: Int32Array;
  readonly lengths: Int32Array;
}

interface Trie {
  readonly children: Map<number, number>[];
  readonly output: number[];
}

export function buildAutomaton(patterns: readonly string[]): Automaton {
  const symbols = new Uint16Array(65_536);
  const next = new Int32Array(patterns.length).fill(-1);
  const lengths = new Int32Array(patterns.length);
  const trie: Trie = { children: [new Map()], output: [-1] };
  let symbolCount = 0;
  for (const [index, pattern] of patterns.entries()) {
    lengths[index] = pattern.length;
    if (pattern.length === 0) continue;
    let state = 0;
    for (let at = 0; at < pattern.length; at++) {
      const code = pattern.charCodeAt(at);
      let symbol = symbols[code] ?? 0;
      if (symbol === 0) {
        symbol = ++symbolCount;
        symbols[code] = symbol;
      }
      const row = trie.children[state];
      let child = row?.get(symbol);
      if (child === undefined) {
        child = trie.children.length;
        trie.children.push(new Map());
        trie.output.push(-1);
        row?.set(symbol, child);
      }
      state = child;
    }
    next[index] = trie.output[state] ?? -1;
    trie.output[state] = index;
  }
  return pack(trie, symbols, symbolCount, next, lengths);
}

/** Lays the trie out in breadth-first order, so that failure links point to states already placed. */
function pack(trie: Trie, symbols: Uint16Array, symbolCount: number, next: Int32Array, lengths: Int32Array): Automaton {
  const states = trie.children.length;
  let size = states * 2 + symbolCount + 2;
  let base = new Int32Array(size);
  let check = new Int32Array(size).fill(-1);
  const grow = (least: number): void => {
    size = Math.max(size * 2, least);
    const biggerBase = new Int32Array(size);
    biggerBase.set(base);
    base = biggerBase;
    const biggerCheck = new Int32Array(size).fill(-1);
    biggerCheck.set(check);
    check = biggerCheck;
  };
  const placed = new Int32Array(states);
  const parent = new Int32Array(states);
  const symbolIn = new Int32Array(states);
  const order: number[] = [0];
  check[0] = 0;
  let firstFree = 1;
  for (let head = 0; head < order.length; head++) {
    const node = order[head] ?? 0;
    const row = trie.children[node];
    if (!row || row.size === 0) continue;
    const keys = [...row.keys()].sort((a, b) => a - b);
    const lowest = keys[0] ?? 0;
    while (firstFree < size && check[firstFree] !== -1) firstFree++;
    let offset = Math.max(1, firstFree - lowest);
    for (let tries = 0; ; offset++, tries++) {
      if (offset + symbolCount + 1 >= size) grow(offset + symbolCount + 2);
      if (keys.every((key) => check[offset + key] === -1)) break;
      // In a crowded stretch give up on the early holes, or placing 20,000 phrases takes seconds.
      if (tries === 64) firstFree = Math.max(firstFree, offset + lowest - 32);
    }
    const at = placed[node] ?? 0;
    base[at] = offset;
    for (const key of keys) {
      const child = row.get(key) ?? 0;
      placed[child] = offset + key;
      parent[child] = node;
      symbolIn[child] = key;
      check[offset + key] = at;
      order.push(child);
    }
  }
  const fail = new Int32Array(size);
  const output = new Int32Array(size).fill(-1);
  const outputLink = new Int32Array(size);
  for (const node of order) {
    const at = placed[node] ?? 0;
    output[at] = trie.output[node] ?? -1;
    const from = placed[parent[node] ?? 0] ?? 0;
    if (at !== 0 && from !== 0) {
      let state = fail[from] ?? 0;
      const symbol = symbolIn[node] ?? 0;
      for (;;) {
        const target = (base[state] ?? 0) + symbol;
        if (check[target] === state && target !== 0) {
          fail[at] = target;
          break;
        }
        if (state === 0) break;
        state = fail[state] ?? 0;
      }
    }
    const link = fail[at] ?? 0;
    outputLink[at] = (output[link] ?? -1) >= 0 ? link : (outputLink[link] ?? 0);
  }
  return { symbols, base, check, fail, output, outputLink, next, lengths };
}
