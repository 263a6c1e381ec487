import { type LegacyEncoding, likeliestEncoding } from './encoding-likelihood.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

/** So much of a file is looked at. */
export const SAMPLE_BYTES = 65_536;

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

const breaks = new Set([0x0a, 0x0d, 0x09, 0x2c, 0x3b]);

/** Line breaks and delimiters count far more: every table has them, and no letter of any script looks like them turned round. */
function tableCharacters(bytes: Uint8Array, low: 0 | 1): number {
  let weight = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i + 1 - low] !== 0) continue;
    const unit = bytes[i + low] ?? 0;
    if (breaks.has(unit)) weight += 10;
    else if (unit >= 0x20 && unit < 0x7f) weight += 1;
  }
  return weight;
}

/** In UTF-16 a good part of these has a NUL beside it; one NUL that got into a line does not make a file UTF-16. */
const breakBytes = (bytes: Uint8Array): number => bytes.reduce((count, byte) => (breaks.has(byte) ? count + 1 : count), 0) || 1;

interface Utf8 {
  readonly valid: boolean;
  /** Characters of two bytes, and of three or four. */
  readonly twos: number;
  readonly longer: number;
}

function utf8(bytes: Uint8Array, complete: boolean): Utf8 {
  const text = decodeStrictly(bytes, complete);
  if (text === undefined) return { valid: false, twos: 0, longer: 0 };
  let twos = 0;
  let longer = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0xe0) longer++;
    else if (byte >= 0xc0) twos++;
  }
  return { valid: true, twos, longer };
}

function decodeStrictly(bytes: Uint8Array, complete: boolean): string | undefined {
  try {
    // `stream` forgives a character that the end of the sample cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !complete });
  } catch {
    return undefined;
  }
}

/**
 * A few two-byte characters may be Korean or Chinese that is valid UTF-8 by accident (as the one word that made a well-known
 * editor famous), so they are weighed against the old encodings. Many, or one longer character, are proof.
 */
function accidental(bytes: Uint8Array, { twos, longer }: Utf8): boolean {
  if (longer > 0 || twos === 0 || twos > 12) return false;
  let score = 0;
  let before = '';
  for (const character of new TextDecoder().decode(bytes)) {
    if (character < '\u0080') score += Math.log(1 / 50);
    // Accented Latin letters stand between ASCII letters; letters of other scripts stand together.
    else if (/[\u00C0-\u017F]/.test(character)) score += Math.log(before < '\u0080' ? 0.02 : 0.0001);
    else if (/[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(character))
      score += Math.log(1 / 300);
    else score += Math.log(/[\u00A0-\u00BF]/.test(character) ? 0.005 : 1e-6);
    before = character;
  }
  return likeliestEncoding(bytes).score > score;
}

/**
 * Tells the encoding of a table from its beginning. A byte order mark is believed, then NUL bytes speak for UTF-16, then
 * valid UTF-8 is UTF-8, then the likeliest of the old encodings wins. Pure ASCII counts as UTF-8.
 * @param complete whether `sample` is the whole file; otherwise its last character may be cut.
 */
export function detectEncoding(sample: Uint8Array, complete: boolean): Encoding {
  if (startsWith(sample, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(sample, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(sample, 0xfe, 0xff)) return 'utf-16be';
  const little = tableCharacters(sample, 0);
  const big = tableCharacters(sample, 1);
  if (sample.includes(0) && 8 * (little + big) >= 10 * breakBytes(sample)) return little >= big ? 'utf-16le' : 'utf-16be';
  const found = utf8(sample, complete);
  if (found.valid && !accidental(sample, found)) return 'utf-8';
  return likeliestEncoding(onlyTelling(sample)).encoding;
}

/** Long stretches of ASCII say nothing; 16 KB of the rest says enough. */
function onlyTelling(sample: Uint8Array): Uint8Array {
  return sample.length > 16_384 ? sample.subarray(firstHigh(sample), firstHigh(sample) + 16_384) : sample;
}

function firstHigh(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  return at < 0 ? 0 : at;
}
