import type { Wild } from './compile-frame.ts';

const NO_KOREAN_WORD = new Uint8Array(128);
NO_KOREAN_WORD.fill(1, 0, 0x21);
for (const mark of ',.:;!?~"()') NO_KOREAN_WORD[mark.charCodeAt(0)] = 1;

export const isKoreanWord = (code: number | undefined): boolean =>
  code !== undefined && (code >= 128 || NO_KOREAN_WORD[code] === 0);

export const isLetter = (code: number | undefined): boolean => code !== undefined && code >= 97 && code <= 122;
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;

/** End of the number, the word or the rest of a word that begins at `place`, or -1; `end` holds where no word goes on. */
export function wildEnd(wild: Wild, place: number, codes: Uint16Array, end: number): number {
  let at = place;
  if (wild === 'end') return place < end && isKoreanWord(codes[place]) ? -1 : place;
  if (wild === 'rest') {
    while (at < end && isKoreanWord(codes[at])) at++;
    return at;
  }
  if (wild === 'number') return numberEnd(codes, place, end);
  while (at < end && isLetter(codes[at])) at++;
  if (at === place) return -1;
  if (wild === 'ing') return at - place > 4 && codes[at - 1] === 103 && codes[at - 2] === 110 && codes[at - 3] === 105 ? at : -1;
  if (wild === 'ed') return at - place > 3 && codes[at - 1] === 100 && codes[at - 2] === 101 ? at : -1;
  return at;
}

function numberEnd(codes: Uint16Array, place: number, end: number): number {
  if (isDigit(codes[place - 1])) return -1;
  let at = place;
  while (at < end && (isDigit(codes[at]) || (isNumberMark(codes[at]) && isDigit(codes[at + 1])))) at++;
  if (at === place) return -1;
  while (at < end && isLetter(codes[at])) at++; // 3pm, 12th
  return at;
}

const isNumberMark = (code: number | undefined): boolean => code === 0x3a || code === 0x2e || code === 0x2c;
