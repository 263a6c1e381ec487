import { plainSpaces } from './normalise.ts';

const [LEAD, LEADS] = [0x1100, 19];
const [VOWEL, VOWELS] = [0x1161, 21];
const [TAIL, TAILS] = [0x11a7, 28];
const [SYLLABLE, LAST_SYLLABLE] = [0xac00, 0xd7a3];
const LONGEST = 2048;
const units = new Uint16Array(LONGEST);
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

const isTail = (code: number): boolean => code > TAIL && code < TAIL + TAILS;
/** Letters and marks that stay as they are when a text is composed. */
const isStable = (code: number): boolean =>
  code < 0x300 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0x3001 && code <= 0x3029);

/**
 * Normal text as it is written: jamo as syllables, marked spaces as spaces. The same as its form NFC, which takes several times
 * as long and is asked for only where a text holds letters that are seldom met.
 */
export function composed(text: string): string {
  if (text.length > LONGEST) return plainSpaces(text).normalize('NFC');
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= LEAD && code < LEAD + LEADS) {
      const vowel = text.charCodeAt(at + 1) - VOWEL;
      if (vowel >= 0 && vowel < VOWELS) {
        const tail = text.charCodeAt(at + 2);
        const closed = isTail(tail);
        units[length++] = SYLLABLE + ((code - LEAD) * VOWELS + vowel) * TAILS + (closed ? tail - TAIL : 0);
        at += closed ? 2 : 1;
      } else units[length++] = code;
    } else if (code === 1 || code === 2) units[length++] = 0x20;
    // What is left of a syllable that was cut stays as it is, and so does a syllable unless a part of one follows.
    else if (
      isStable(code) ||
      isTail(code) ||
      (code >= VOWEL && code < VOWEL + VOWELS) ||
      (code >= SYLLABLE && code <= LAST_SYLLABLE && !isTail(text.charCodeAt(at + 1)))
    )
      units[length++] = code;
    else return plainSpaces(text).normalize('NFC');
  }
  return decoder.decode(units.subarray(0, length));
}
