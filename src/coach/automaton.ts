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

/** A trie as arrays: children of a node are a linked list, those of the root are found by symbol. */
interface Trie {
  count: number;
  symbol: Uint16Array;
  firstChild: Int32Array;
  sibling: Int32Array;
  output: Int32Array;
  symbols: Uint16Array;
  symbolCount: number;
}

export function buildAutomaton(patterns: readonly string[]): Automaton {
  const next = new Int32Array(patterns.length).fill(-1);
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length);
  const most = 1 + lengths.reduce((sum, length) => sum + length, 0);
  const trie: Trie = {
    count: 1,
    symbol: new Uint16Array(most),
    firstChild: new Int32Array(most),
    sibling: new Int32Array(most),
    output: new Int32Array(most).fill(-1),
    symbols: new Uint16Array(65_536),
    symbolCount: 0,
  };
  const rootChild = new Int32Array(65_536);
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.length === 0) continue;
    let node = 0;
    for (let at = 0; at < pattern.length; at++) node = childOf(trie, rootChild, node, symbolOf(trie, pattern.charCodeAt(at)));
    next[index] = trie.output[node] ?? -1;
    trie.output[node] = index;
  }
  return pack(trie, next, lengths);
}

function symbolOf(trie: Trie, code: number): number {
  let symbol = trie.symbols[code] ?? 0;
  if (symbol === 0) {
    symbol = ++trie.symbolCount;
    trie.symbols[code] = symbol;
  }
  return symbol;
}

function childOf(trie: Trie, rootChild: Int32Array, node: number, symbol: number): number {
  if (node === 0) {
    if (rootChild[symbol]) return rootChild[symbol] ?? 0;
  } else
    for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.sibling[child] ?? 0)
      if (trie.symbol[child] === symbol) return child;
  const child = trie.count++;
  trie.symbol[child] = symbol;
  trie.sibling[child] = trie.firstChild[node] ?? 0;
  trie.firstChild[node] = child;
  if (node === 0) rootChild[symbol] = child;
  return child;
}

/** Lays the trie out in breadth-first order, so that failure links point to states already placed. */
function pack(trie: Trie, next: Int32Array, lengths: Int32Array): Automaton {
  const { count, symbolCount } = trie;
  let size = count * 2 + symbolCount * 2 + 64;
  let base = new Int32Array(size);
  let check = new Int32Array(size).fill(-1);
  const grow = (least: number): void => {
    size = Math.max(size * 2, least);
    const bigger = new Int32Array(size);
    bigger.set(base);
    base = bigger;
    const biggerCheck = new Int32Array(size).fill(-1);
    biggerCheck.set(check);
    check = biggerCheck;
  };
  const placed = new Int32Array(count);
  const parent = new Int32Array(count);
  const order = new Int32Array(count);
  let tail = 1;
  check[0] = 0;
  let firstFree = 1;
  const keys: number[] = [];
  for (let head = 0; head < tail; head++) {
    const node = order[head] ?? 0;
    keys.length = 0;
    for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.sibling[child] ?? 0) keys.push(child);
    if (keys.length === 0) continue;
    let lowest = 65_536;
    for (const child of keys) lowest = Math.min(lowest, trie.symbol[child] ?? 0);
    while (firstFree < size && check[firstFree] !== -1) firstFree++;
    let offset = Math.max(1, firstFree - lowest);
    for (let tries = 0; ; offset++, tries++) {
      if (offset + symbolCount + 1 >= size) grow(offset + symbolCount + 2);
      let free = true;
      for (let i = 0; i < keys.length && free; i++) free = check[offset + (trie.symbol[keys[i] ?? 0] ?? 0)] === -1;
      if (free) break;
      // In a crowded stretch give up on the early holes, or placing 20,000 phrases takes seconds.
      if (tries === 64) firstFree = Math.max(firstFree, offset + lowest - 32);
    }
    const at = placed[node] ?? 0;
    base[at] = offset;
    for (const child of keys) {
      placed[child] = offset + (trie.symbol[child] ?? 0);
      parent[child] = node;
      check[placed[child] ?? 0] = at;
      order[tail++] = child;
    }
  }
  return link(trie, { base, check, placed, parent, order }, next, lengths);
}

interface Layout {
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly placed: Int32Array;
  readonly parent: Int32Array;
  readonly order: Int32Array;
}

function link(trie: Trie, { base, check, placed, parent, order }: Layout, next: Int32Array, lengths: Int32Array): Automaton {
  const fail = new Int32Array(base.length);
  const output = new Int32Array(base.length).fill(-1);
  const outputLink = new Int32Array(base.length);
  for (let i = 0; i < trie.count; i++) {
    const node = order[i] ?? 0;
    const at = placed[node] ?? 0;
    output[at] = trie.output[node] ?? -1;
    const from = placed[parent[node] ?? 0] ?? 0;
    if (at !== 0 && from !== 0) {
      const symbol = trie.symbol[node] ?? 0;
      for (let state = fail[from] ?? 0; ; state = fail[state] ?? 0) {
        const target = (base[state] ?? 0) + symbol;
        if (check[target] === state) {
          fail[at] = target;
          break;
        }
        if (state === 0) break;
      }
    }
    const towards = fail[at] ?? 0;
    outputLink[at] = (output[towards] ?? -1) >= 0 ? towards : (outputLink[towards] ?? 0);
  }
  return { symbols: trie.symbols, base, check, fail, output, outputLink, next, lengths };
}
