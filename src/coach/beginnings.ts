/**
 * Tells at once that no pattern begins at a place, from the three units that stand there: most places of a text are none, and a
 * walk of a trie reads memory that is far apart. It may say yes where none begins, and never no where one does.
 */
export interface Beginnings {
  /** By first unit: whether patterns of one unit (1), of two (2), of more (4) begin with it. */
  readonly sizes: Uint8Array;
  /** Bits by the hash of two units or three. */
  readonly bits: Int32Array;
}

const ONE = 1;
const TWO = 2;
const MORE = 4;
const BITS = 1 << 17;

const hashOf = (first: number, second: number, third: number): number => {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (BITS - 1);
};

export function beginningsOf(patterns: readonly string[]): Beginnings {
  const sizes = new Uint8Array(65_536);
  const bits = new Int32Array(BITS / 32);
  for (const pattern of patterns) {
    if (pattern.length === 0) continue;
    const first = pattern.charCodeAt(0);
    sizes[first] = (sizes[first] ?? 0) | (pattern.length === 1 ? ONE : pattern.length === 2 ? TWO : MORE);
    if (pattern.length === 1) continue;
    const bit = hashOf(first, pattern.charCodeAt(1), pattern.length === 2 ? 0 : pattern.charCodeAt(2));
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return { sizes, bits };
}

/** Units after the end of the text count as 0. */
export function mayBegin({ sizes, bits }: Beginnings, first: number, second: number, third: number): boolean {
  const size = sizes[first] ?? 0;
  if (size === 0) return false;
  if (size & ONE) return true;
  if (size & MORE && hasBit(bits, hashOf(first, second, third))) return true;
  return (size & TWO) !== 0 && hasBit(bits, hashOf(first, second, 0));
}

const hasBit = (bits: Int32Array, bit: number): boolean => (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
