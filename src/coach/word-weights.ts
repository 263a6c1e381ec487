/**
 * A second reader beside the frames. It was shown good and bad sentences and learnt how much each word, pair and triple of words
 * speaks for a sentence that hurts (`npm run learn:coach`). A frame says why; the reader says whether the rest of the
 * sentence agrees: it takes back what a frame finds in a kind sentence, and finds unkind ones that no frame describes.
 */
export interface WordWeights {
  readonly bias: number;
  /** A weight in tenths and the features that have it, parted by '|' and named as `visitFeatures` says. */
  readonly features: readonly (readonly [tenths: number, names: string])[];
}

type Visit = (hash: number) => void;

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const SPACE = 0x20;
const LEFT_OUT = 0x5f;

const feed = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

/** FNV-1a of a feature's name. */
export function featureHash(name: string): number {
  let hash = OFFSET;
  for (let at = 0; at < name.length; at++) hash = feed(hash, name.charCodeAt(at));
  return hash;
}

const ME = 1;
const YOU = 2;
const NO = 4;
const PAST = 8;
const AHEAD = 16;
const TIME = 32;
/** Little words: a triple is looked at only around one. */
const LITTLE = 64;
const DAY = 128;

const SIGNS = new Map<number, number>();
const sign = (bits: number, words: string): void => {
  for (const word of words.split(' ')) SIGNS.set(featureHash(word), (SIGNS.get(featureHash(word)) ?? 0) | bits);
};
sign(ME, 'i we my our us me');
sign(YOU, 'you your yours');
sign(NO, 'not no never nothing nobody');
sign(PAST, 'was were had did');
sign(AHEAD, 'will going shall');
sign(LITTLE, 'you i we not is it to the a of that was are can will have do');
sign(DAY | TIME, 'monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow');

/** Names that stand for a word: a weekday, a number, the end. */
const NAMES = Uint16Array.from('DAY#$', (letter) => letter.charCodeAt(0));
const DAY_HASH = featureHash('DAY');
const NUMBER_HASH = featureHash('#');
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code < 0x250);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** ? , ; : ! " */
const isMark = (code: number): boolean =>
  code === 0x3f || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x22;

const EDGE_START = featureHash('^');
const EDGE_END = '$'.charCodeAt(0);
const LENGTHS = ['LEN0', 'LEN1', 'LEN2', 'LEN3'].map(featureHash);
/** Who is spoken of, and in which tense: eight features out of the bits above. */
export const SHAPE_MASKS = [ME | YOU, NO | PAST | AHEAD, TIME | ME | AHEAD, ME | YOU | NO];
const SHAPES = SHAPE_MASKS.map((mask) => ({
  mask,
  hashes: Array.from({ length: 64 }, (_, bits) => featureHash(shapeName(mask, bits))),
}));

export function shapeName(mask: number, bits: number): string {
  return `SHAPE${mask}:${bits & mask}`;
}

/**
 * Visits the features of the normal text from `start` to `end`: words, pairs, triples around a little word, pairs with
 * one word left out ('you _ have'), length and shape. A number is '#', a weekday is 'DAY', '^' and '$' are the sentence's edges.
 */
export function visitFeatures(codes: Uint16Array, start: number, end: number, visit: Visit): void {
  let one = EDGE_START; // hash of the last token
  let two = 0; // of the last two
  let skipped = 0; // of the one before the last, and a word left out
  let oneSigns = 0;
  let count = 0;
  let bits = 0;
  for (let at = start; at <= end; ) {
    const isEnd = at === end;
    const code = isEnd ? EDGE_END : (codes[at] ?? 0);
    let to = at + 1;
    let hash = feed(OFFSET, code);
    let source = codes;
    let from = at;
    let signs = 0;
    if (isEnd) {
      source = NAMES;
      from = NAMES.length - 1;
    } else if (isLetter(code)) {
      for (; to < end && isLetter(codes[to] ?? 0); to++) hash = feed(hash, codes[to] ?? 0);
      signs = SIGNS.get(hash) ?? 0;
      if (codes[to - 1] === 100 && codes[to - 2] === 101 && to - at > 4) signs |= PAST;
      if (signs & DAY) {
        source = NAMES;
        from = 0;
        hash = DAY_HASH;
      }
    } else if (isDigit(code)) {
      while (to < end && isDigit(codes[to] ?? 0)) to++;
      source = NAMES;
      from = 3;
      hash = NUMBER_HASH;
      signs = TIME;
    } else if (!isMark(code)) {
      at++;
      continue;
    }
    const last = source === codes ? to : from + (from === 0 ? 3 : 1);
    let pair = feed(one, SPACE);
    let triple = feed(two, SPACE);
    let across = feed(skipped, SPACE);
    for (let i = from; i < last; i++) {
      const letter = source[i] ?? 0;
      pair = Math.imul(pair ^ letter, PRIME);
      triple = Math.imul(triple ^ letter, PRIME);
      across = Math.imul(across ^ letter, PRIME);
    }
    if (!isEnd) visit(hash);
    visit(pair);
    if (two !== 0) visit(across);
    if (two !== 0 && oneSigns & LITTLE) visit(triple);
    skipped = feed(feed(one, SPACE), LEFT_OUT);
    two = pair;
    one = hash;
    oneSigns = signs;
    bits |= signs;
    if (!isEnd) count++;
    at = to;
  }
  visit(LENGTHS[count < 5 ? 0 : count < 12 ? 1 : count < 22 ? 2 : 3] ?? 0);
  for (const { mask, hashes } of SHAPES) visit(hashes[bits & mask] ?? 0);
}

const FILTER = 32_768;
const readers = new WeakMap<WordWeights, Reader>();

/** The reader of these weights, opened when first asked for. */
export function readerOf(weights: WordWeights): Reader {
  const known = readers.get(weights) ?? openReader(weights);
  readers.set(weights, known);
  return known;
}

export type Reader = (codes: Uint16Array, start: number, end: number, context: readonly string[]) => number;

/** Opens the weights: a sentence's score is the sum of its features' weights over the root of their number. */
function openReader({ bias, features }: WordWeights): Reader {
  const names = features.flatMap(([tenths, list]) =>
    list.split('|').map((name) => ({ hash: featureHash(name), weight: tenths / 10 })),
  );
  const size = 2 ** Math.ceil(Math.log2(names.length * 2 + 2));
  const keys = new Int32Array(size);
  const weights = new Float64Array(size);
  const stamps = new Uint32Array(size);
  const filter = new Uint8Array(FILTER); // most hashes are of no feature, and this fits the nearest cache
  let stamp = 0;
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (const { hash, weight } of names) {
    const slot = slotOf(hash);
    keys[slot] = hash;
    filter[(hash ^ (hash >>> 16)) & (FILTER - 1)] = 1;
    weights[slot] = weight;
  }
  return (codes, start, end, context) => {
    stamp++;
    let sum = 0;
    let known = 0;
    const visit = (hash: number): void => {
      if (filter[(hash ^ (hash >>> 16)) & (FILTER - 1)] === 0) return;
      const slot = slotOf(hash);
      if (keys[slot] === 0 || stamps[slot] === stamp) return;
      stamps[slot] = stamp;
      sum += weights[slot] ?? 0;
      known++;
    };
    visitFeatures(codes, start, end, visit);
    for (const name of context) visit(featureHash(name));
    return bias + sum / Math.sqrt(Math.max(1, known));
  };
}
