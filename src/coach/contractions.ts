import { FOLD, KIND, Kind } from './fold.ts';
import type { Output } from './output.ts';

const SPACE = 32;
const CONTRACTED: Record<string, string> = { s: "'s", m: 'am', d: 'would', re: 'are', ve: 'have', ll: 'will' };
/** After these "'s" is "is" (or "has", which the frames treat alike); after a noun it may be a possessive and stays. */
const IS_AFTER = new Set([
  'it',
  'that',
  'there',
  'here',
  'what',
  'who',
  'how',
  'where',
  'he',
  'she',
  'this',
  'why',
  'when',
  'everything',
  'nothing',
  'something',
  'nobody',
  'everyone',
  'one',
]);

/** Writes a contraction out ("can't" as "can not"); returns how many letters after the apostrophe it took, 0 for none. */
export function spellOut(out: Output, written: Uint16Array, at: number, wordStart: number): number {
  let tail = '';
  while (tail.length < 3 && KIND[written[at + 1 + tail.length] ?? 0] === Kind.letter)
    tail += String.fromCharCode(FOLD[written[at + 1 + tail.length] ?? 0] ?? 0);
  if (tail === 't' && out.codes[out.length - 1] === 110) {
    const nAt = out.starts[out.length - 1] ?? at;
    mendStem(out, wordStart, nAt);
    for (const letter of ' not') out.push(letter.charCodeAt(0), nAt, at + 2);
    return 1;
  }
  let full = CONTRACTED[tail];
  if (full === undefined) return 0;
  if (tail === 's' && IS_AFTER.has(String.fromCharCode(...out.codes.subarray(wordStart, out.length)))) full = 'is';
  out.push(SPACE, at, at + 1);
  for (const letter of full) out.push(letter.charCodeAt(0), at, at + 1 + tail.length);
  return tail.length;
}

/** "dont" is "do not". */
export function spellOutNegation(out: Output, wordStart: number): void {
  const nAt = out.starts[out.length - 2] ?? 0;
  const end = out.ends[out.length - 1] ?? 0;
  out.length--;
  mendStem(out, wordStart, nAt);
  for (const letter of ' not') out.push(letter.charCodeAt(0), nAt, end);
}

/** Takes the n off "don", and makes "can" of "ca", "will" of "wo". */
function mendStem(out: Output, wordStart: number, nAt: number): void {
  out.length--;
  if (out.length - wordStart !== 2) return;
  if (out.codes[wordStart] === 99 && out.codes[wordStart + 1] === 97) out.push(110, nAt, nAt + 1);
  if (out.codes[wordStart] === 119 && out.codes[wordStart + 1] === 111) {
    out.length--;
    for (const letter of 'ill') out.push(letter.charCodeAt(0), nAt, nAt + 1);
  }
}
