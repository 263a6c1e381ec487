/**
 * Aho-Corasick over a double array: one look-up a unit, however many patterns there are. Four integers a state, side by
 * side since each step reads most of them: where its next states begin (`base + symbol`), the state it comes from (the check),
 * its failure link, and the first state on its failure path, itself included, that ends a pattern (0: none).
 */
export interface Automaton {
  readonly symbols: Uint16Array;
  readonly cells: Int32Array;
  /** First pattern that ends in the state, or -1; `next` chains patterns with the same text. */
  readonly output: Int32Array;
  /** Nearest state on the failure path that ends a pattern, or 0. */
  readonly outputLink: Int32Array;
  readonly next: Int32Array;
  readonly lengths: Int32Array;
}

/** Integers of state `s` begin at `s * CELL`: base, check, fail, ending. */
export const CELL = 4;

/** The state after `state` when `symbol` (not 0) comes. */
export function nextState(cells: Int32Array, from: number, symbol: number): number {
  let state = from;
  for (;;) {
    const target = (cells[state * CELL] ?? 0) + symbol;
    if (cells[target * CELL + 1] === state) return target;
    if (state === 0) return 0;
    state = cells[state * CELL + 2] ?? 0;
  }
}

/** Check of a state that is not taken. */
const FREE = -1;

/** A trie as arrays: children of a node are a linked list, those of the root are found by symbol. */
interface Nodes {
  count: number;
  symbol: Uint16Array;
  firstChild: Int32Array;
  sibling: Int32Array;
  output: Int32Array;
  symbols: Uint16Array;
  symbolCount: number;
}

/** The same without failure links, for walks that begin anew at each place: `ending` says whether a pattern ends in the state itself. */
export type Trie = Pick<Automaton, 'symbols' | 'cells' | 'output' | 'next'>;

export function buildTrie(patterns: readonly string[]): Trie {
  const { trie, next } = nodesOf(patterns);
  const layout = placed(trie);
  const output = new Int32Array(layout.cells.length / CELL).fill(-1);
  for (let node = 0; node < trie.count; node++) {
    const at = layout.placed[node] ?? 0;
    output[at] = trie.output[node] ?? -1;
    layout.cells[at * CELL + 3] = Number((trie.output[node] ?? -1) >= 0);
  }
  return { symbols: trie.symbols, cells: layout.cells, output, next };
}

export function buildAutomaton(patterns: readonly string[]): Automaton {
  const { trie, next } = nodesOf(patterns);
  return link(
    trie,
    placed(trie),
    next,
    Int32Array.from(patterns, (pattern) => pattern.length),
  );
}

function nodesOf(patterns: readonly string[]): { trie: Nodes; next: Int32Array } {
  const next = new Int32Array(patterns.length).fill(-1);
  const most = 1 + patterns.reduce((sum, pattern) => sum + pattern.length, 0);
  const trie: Nodes = {
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
  return { trie, next };
}

function symbolOf(trie: Nodes, code: number): number {
  let symbol = trie.symbols[code] ?? 0;
  if (symbol === 0) {
    symbol = ++trie.symbolCount;
    trie.symbols[code] = symbol;
  }
  return symbol;
}

function childOf(trie: Nodes, rootChild: Int32Array, node: number, symbol: number): number {
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
function placed(trie: Nodes): Layout {
  const { count, symbolCount } = trie;
  let size = 0;
  let cells = new Int32Array(0);
  const grow = (least: number): void => {
    const bigger = new Int32Array(least * CELL);
    bigger.set(cells);
    for (let state = size; state < least; state++) bigger[state * CELL + 1] = FREE;
    cells = bigger;
    size = least;
  };
  grow(Math.ceil(count * 1.25) + symbolCount * 2 + 64);
  const places = new Int32Array(count);
  const parent = new Int32Array(count);
  const order = new Int32Array(count);
  let tail = 1;
  cells[1] = 0;
  let firstFree = 1;
  const keys: number[] = [];
  for (let head = 0; head < tail; head++) {
    const node = order[head] ?? 0;
    keys.length = 0;
    let lowest = 65_536;
    for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.sibling[child] ?? 0) {
      keys.push(child);
      lowest = Math.min(lowest, trie.symbol[child] ?? 0);
    }
    if (keys.length === 0) continue;
    while (firstFree < size && cells[firstFree * CELL + 1] !== FREE) firstFree++;
    let offset = Math.max(1, firstFree - lowest);
    for (let tries = 0; ; offset++, tries++) {
      if (offset + symbolCount + 1 >= size) grow(Math.max(size * 2, offset + symbolCount + 2));
      let free = true;
      for (let i = 0; i < keys.length && free; i++) free = cells[(offset + (trie.symbol[keys[i] ?? 0] ?? 0)) * CELL + 1] === FREE;
      if (free) break;
      // In a crowded stretch give up on the early holes, or placing 20,000 phrases takes seconds.
      if (tries === 64) firstFree = Math.max(firstFree, offset + lowest - 32);
    }
    const at = places[node] ?? 0;
    cells[at * CELL] = offset;
    for (const child of keys) {
      const state = offset + (trie.symbol[child] ?? 0);
      places[child] = state;
      parent[child] = node;
      cells[state * CELL + 1] = at;
      order[tail++] = child;
    }
  }
  return { cells, placed: places, parent, order };
}

interface Layout {
  readonly cells: Int32Array;
  readonly placed: Int32Array;
  readonly parent: Int32Array;
  readonly order: Int32Array;
}

function link(trie: Nodes, { cells, placed, parent, order }: Layout, next: Int32Array, lengths: Int32Array): Automaton {
  const output = new Int32Array(cells.length / CELL).fill(-1);
  const outputLink = new Int32Array(cells.length / CELL);
  for (let i = 0; i < trie.count; i++) {
    const node = order[i] ?? 0;
    const at = placed[node] ?? 0;
    const from = placed[parent[node] ?? 0] ?? 0;
    const fail = at === 0 || from === 0 ? 0 : nextState(cells, cells[from * CELL + 2] ?? 0, trie.symbol[node] ?? 0);
    const pattern = trie.output[node] ?? -1;
    output[at] = pattern;
    outputLink[at] = cells[fail * CELL + 3] ?? 0;
    cells[at * CELL + 2] = fail;
    cells[at * CELL + 3] = pattern >= 0 ? at : (outputLink[at] ?? 0);
  }
  return { symbols: trie.symbols, cells, output, outputLink, next, lengths };
}
