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

/** Words with signs by their hash, in a table with more free places than taken ones. */
const SIGN_PLACES = 256;
const SIGN_WORDS = new Int32Array(SIGN_PLACES);
const SIGNS = new Uint8Array(SIGN_PLACES);
function signPlace(hash: number): number {
  let place = hash & (SIGN_PLACES - 1);
  while (SIGN_WORDS[place] !== 0 && SIGN_WORDS[place] !== hash) place = (place + 1) & (SIGN_PLACES - 1);
  return place;
}
const sign = (bits: number, words: string): void => {
  for (const word of words.split(' ')) {
    const place = signPlace(featureHash(word));
    SIGN_WORDS[place] = featureHash(word);
    SIGNS[place] = (SIGNS[place] ?? 0) | bits;
  }
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
      signs = SIGNS[signPlace(hash)] ?? 0;
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

/** Bits of a filter that fits the nearest cache: most hashes are of no feature. */
const FILTER = 1 << 18;
/** A feature that a column has no weight for. */
const NONE = -0x8000;
/** Features of a range that are known. */
const MOST_FEATURES = 8192;

/** Several weights that read the same words: a column each. */
export interface Reader {
  /** Reads a range of normal text; `score` then answers for it, until the next one. */
  read(codes: Uint16Array, start: number, end: number): void;
  /** The sum of the weights of its features and of those of `context`, each once, over the root of their number. */
  score(column: number, context?: readonly string[]): number;
}

const readers = new WeakMap<object, Reader>();

/** The reader of these weights, opened when first asked for. `owner` is what they are known by. */
export function readerOf(owner: object, columns: () => readonly WordWeights[]): Reader {
  const known = readers.get(owner) ?? openReader(columns());
  readers.set(owner, known);
  return known;
}

export function openReader(columns: readonly WordWeights[]): Reader {
  const named = columns.map(({ features }) =>
    features.flatMap(([tenths, list]) => list.split('|').map((name) => ({ hash: featureHash(name), tenths }))),
  );
  const size = 2 ** Math.ceil(Math.log2(named.reduce((sum, { length }) => sum + length, 1) * 2));
  const keys = new Int32Array(size);
  const stamps = new Uint32Array(size);
  const filter = new Int32Array(FILTER / 32);
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const weights = named.map((own) => {
    const tenthsAt = new Int16Array(size).fill(NONE);
    for (const { hash, tenths } of own) {
      const slot = slotOf(hash);
      const bit = (hash ^ (hash >>> 16)) & (FILTER - 1);
      keys[slot] = hash;
      tenthsAt[slot] = tenths;
      filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    return tenthsAt;
  });
  const found = new Int32Array(MOST_FEATURES);
  let count = 0;
  let stamp = 0;
  const visit = (hash: number): void => {
    const bit = (hash ^ (hash >>> 16)) & (FILTER - 1);
    if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return;
    const slot = slotOf(hash);
    if (keys[slot] === 0 || stamps[slot] === stamp || count === MOST_FEATURES) return;
    stamps[slot] = stamp;
    found[count++] = slot;
  };
  return {
    read: (codes, start, end) => {
      stamp++;
      count = 0;
      visitFeatures(codes, start, end, visit);
    },
    score: (column, context = []) => {
      const own = weights[column];
      if (!own) return 0;
      let sum = 0;
      let known = 0;
      for (let i = 0; i < count; i++) {
        const tenths = own[found[i] ?? 0] ?? NONE;
        if (tenths === NONE) continue;
        sum += tenths / 10;
        known++;
      }
      for (const name of context) {
        const slot = slotOf(featureHash(name));
        const tenths = keys[slot] === 0 || stamps[slot] === stamp ? NONE : (own[slot] ?? NONE);
        if (tenths === NONE) continue;
        sum += tenths / 10;
        known++;
      }
      return (columns[column]?.bias ?? 0) + sum / Math.sqrt(Math.max(1, known));
    },
  };
}
