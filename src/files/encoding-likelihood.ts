import { COMMON_HAN, COMMON_HANGUL, COMMON_KANJI, RARER_HANGUL } from './common-characters.ts';
import { encodeCharacters } from './legacy-codec.ts';

/** The encodings that say nothing about themselves and can only be told apart by what the text looks like. */
export type LegacyEncoding = 'cp949' | 'gb18030' | 'big5' | 'shift_jis' | 'windows-1252';

/** A run of bytes that is one character: its length, and the natural logarithm of how likely the encoding makes it. */
interface Scored {
  readonly length: number;
  readonly score: number;
}

type Scorer = (bytes: Uint8Array, at: number) => Scored;

const ASCII = Math.log(1 / 50);
const IMPOSSIBLE = -25;

const pairsOf = (encoding: LegacyEncoding, characters: string): ReadonlySet<number> =>
  new Set(encodeCharacters(encoding, characters).map(([lead, trail]) => (lead << 8) | trail));

/** `share` of a text in this encoding falls on characters like this one, of which there are `size`. */
const each = (share: number, size: number): number => Math.log(share / size);

function pairScorer(
  isLead: (byte: number) => boolean,
  isTrail: (byte: number) => boolean,
  score: (pair: number) => number,
  single: (byte: number) => number = () => IMPOSSIBLE,
): Scorer {
  return (bytes, at) => {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) return { length: 1, score: ASCII };
    if (!isLead(lead)) return { length: 1, score: single(lead) };
    const trail = bytes[at + 1];
    // The sample ends inside a character: that speaks for nothing.
    if (trail === undefined) return { length: 1, score: 0 };
    return isTrail(trail) ? { length: 2, score: score((lead << 8) | trail) } : { length: 1, score: IMPOSSIBLE };
  };
}

const between = (low: number, high: number) => (byte: number) => byte >= low && byte <= high;

function koreanScorer(): Scorer {
  const common = pairsOf('cp949', COMMON_HANGUL);
  const rarer = pairsOf('cp949', RARER_HANGUL);
  const isTrail = (byte: number) =>
    (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x81 && byte <= 0xfe);
  return pairScorer(between(0x81, 0xfe), isTrail, (pair) => {
    if (common.has(pair)) return each(0.9, common.size);
    if (rarer.has(pair)) return each(0.06, rarer.size);
    const lead = pair >> 8;
    const wansung = (pair & 0xff) >= 0xa1 && lead >= 0xa1;
    if (!wansung) return lead <= 0xc6 ? each(0.002, 8822) : IMPOSSIBLE;
    if (lead >= 0xb0 && lead <= 0xc8) return each(0.02, 2350);
    if (lead >= 0xca && lead <= 0xfd) return each(0.003, 4888);
    return each(0.01, 900);
  });
}

function chineseScorer(): Scorer {
  const common = pairsOf('gb18030', COMMON_HAN);
  const isTrail = (byte: number) => byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;
  const pairs = pairScorer(between(0x81, 0xfe), isTrail, (pair) => {
    if (common.has(pair)) return each(0.88, common.size);
    const lead = pair >> 8;
    const gb2312 = (pair & 0xff) >= 0xa1 && lead >= 0xa1;
    if (!gb2312) return each(0.01, 14_000);
    if (lead >= 0xb0 && lead <= 0xd7) return each(0.08, 3755);
    if (lead >= 0xd8 && lead <= 0xf7) return each(0.015, 3008);
    return lead <= 0xa9 ? each(0.01, 680) : each(0.0001, 1000);
  });
  return (bytes, at) => {
    const [lead = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
    const four = lead >= 0x81 && between(0x30, 0x39)(second) && third >= 0x81 && between(0x30, 0x39)(fourth);
    return four ? { length: 4, score: each(0.002, 50_000) } : pairs(bytes, at);
  };
}

function taiwanScorer(): Scorer {
  const common = pairsOf('big5', COMMON_HAN);
  const isTrail = (byte: number) => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);
  return pairScorer(between(0xa1, 0xf9), isTrail, (pair) => {
    if (common.has(pair)) return each(0.85, common.size);
    const lead = pair >> 8;
    if (lead >= 0xa4 && lead <= 0xc6) return each(0.11, 5401);
    return lead < 0xa4 ? each(0.02, 400) : each(0.015, 7650);
  });
}

function japaneseScorer(): Scorer {
  const common = pairsOf('shift_jis', COMMON_KANJI + COMMON_HAN);
  const isLead = (byte: number) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
  const isTrail = (byte: number) => byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
  const halfWidthKana = (byte: number) => (byte >= 0xa1 && byte <= 0xdf ? each(0.003, 63) : IMPOSSIBLE);
  return pairScorer(
    isLead,
    isTrail,
    (pair) => {
      if ((pair >= 0x829f && pair <= 0x82f1) || (pair >= 0x8340 && pair <= 0x8396)) return each(0.4, 170);
      // Beyond the first level stand characters that Japanese no longer uses, at the places of Western letters.
      if (common.has(pair) && pair <= 0x9872) return each(0.45, common.size);
      if (pair >= 0x889f && pair <= 0x9872) return each(0.1, 2965);
      if (pair < 0x889f) return each(0.03, 700);
      return each(0.01, 4000);
    },
    halfWidthKana,
  );
}

function westernScorer(): Scorer {
  // à á â ã ä å æ ç è é ê ë ì í î ï ñ ó ô õ ö ø ù ú û ü ß Ä Ö Ü É, and the signs that word processors put in by themselves.
  const letters = new Set([...Array.from({ length: 32 }, (_, i) => 0xe0 + i), 0xdf, 0xc4, 0xd6, 0xdc, 0xc9]);
  const signs = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa3, 0xa9, 0xae, 0xb0, 0xb4]);
  const undefined1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  return (bytes, at) => {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return { length: 1, score: ASCII };
    if (undefined1252.has(byte)) return { length: 1, score: IMPOSSIBLE };
    // In Western text letters beyond ASCII stand alone; bytes of two-byte text come in twos.
    const neighbour = (bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80;
    const score = letters.has(byte) ? each(0.1, 37) : signs.has(byte) ? each(0.02, 14) : each(0.005, 72);
    return { length: 1, score: neighbour ? score - 3 : score };
  };
}

const scorers: Readonly<Record<LegacyEncoding, () => Scorer>> = {
  cp949: koreanScorer,
  gb18030: chineseScorer,
  big5: taiwanScorer,
  shift_jis: japaneseScorer,
  'windows-1252': westernScorer,
};

const built = new Map<LegacyEncoding, Scorer>();

function scorerOf(encoding: LegacyEncoding): Scorer {
  const scorer = built.get(encoding) ?? scorers[encoding]();
  built.set(encoding, scorer);
  return scorer;
}

/** Logarithm of the likelihood of these bytes, were they written in that encoding. */
function likelihood(bytes: Uint8Array, encoding: LegacyEncoding): number {
  const scorer = scorerOf(encoding);
  let sum = 0;
  let before = 0;
  for (let at = 0; at < bytes.length; ) {
    const { length, score } = scorer(bytes, at);
    sum += score;
    if (length === 2 && isLetter(bytes[at + 1])) sum -= 3 * (Number(isLetter(before)) + Number(isLetter(bytes[at + 2])));
    // Of a longer character the last byte may look like a letter and is none.
    before = length === 1 ? (bytes[at] ?? 0) : 0;
    at += length;
  }
  return sum;
}

/** A two-byte character that ends in a letter and stands among letters is rather an accented letter of a Western word. */
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

const candidates: readonly LegacyEncoding[] = ['windows-1252', 'cp949', 'gb18030', 'shift_jis', 'big5'];

/** The encoding under which the bytes look most like a customer list. A draw goes to the one named first. */
export function likeliestEncoding(bytes: Uint8Array): { encoding: LegacyEncoding; score: number } {
  let best: { encoding: LegacyEncoding; score: number } = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const encoding of candidates) {
    const score = likelihood(bytes, encoding);
    if (score > best.score) best = { encoding, score };
  }
  return best;
}
