import { CALLING_CODES, NO_TRUNK_ZERO } from './calling-codes.ts';

const EXTENSION = /[\s,;(]*(?:ext\.?|extension|내선|分机|分機|转|轉|#|x)\s*\d{1,6}[\s)]*$/iu;
/** How nearly all are written; the rest takes longer. */
const PLAIN = /^\+?[\d -]+$/;
const MANGLED = /^\s*[+-]?\d+(?:[.,]\d+)?\s*E\s*\+?\d+\s*$/i;

/** Excel showed a long number as 1.01235E+10 and saved what it showed. */
export const isMangledNumber = (value: string): boolean => MANGLED.test(value);

/** Digits of the first number in a cell, and whether it was written with its country code; `undefined` where it is no phone number. */
function digitsOf(value: string): { digits: string; international: boolean } | undefined {
  return PLAIN.test(value) ? judged(value.replace(/\D+/g, ''), value.startsWith('+')) : digitsOfOdd(value);
}

function judged(digits: string, plus: boolean): { digits: string; international: boolean } | undefined {
  const international = plus || digits.startsWith('00');
  const bare = international ? digits.replace(/^00/, '') : digits;
  return bare.length < 6 || bare.length > 17 ? undefined : { digits: bare, international };
}

function digitsOfOdd(value: string): { digits: string; international: boolean } | undefined {
  if (value.length > 100) return undefined;
  const plain = value.normalize('NFKC').replace(EXTENSION, '');
  const [first = ''] = plain.split(/[/;,\n|、]|\s+or\s+/i).filter((part) => part.replace(/\D/g, '').length >= 6);
  const text = first.replace(/^\s*'/, '').replace(/\(0\)/, '').trim();
  if (/[^\d\s+().\-–—~'·]/u.test(text.replace(/^(?:tel|phone|mobile|m|t|전화|휴대폰|电话|手机|電話|手機)\s*[.:]?\s*/iu, '')))
    return undefined;
  return judged(text.replace(/\D+/g, ''), /^[^\d]*\+/.test(text));
}

export const isPhone = (value: string): boolean => digitsOf(value) !== undefined;

/**
 * The same for every way to write one number: `010-1234-5678` in Korea and `+82 10 1234 5678` are both `+821012345678`.
 * Without a country a Korean or Chinese mobile number is known by its form; other national numbers stay digits without `+`.
 * @param country ISO 3166 code of the person, or of the workspace.
 */
export function phoneKey(value: string, country?: string): string | undefined {
  const found = digitsOf(value);
  if (!found) return undefined;
  const { digits, international } = found;
  if (international) return `+${withoutTrunkZero(digits)}`;
  const code = (country && CALLING_CODES[country]) ?? guessedCode(digits);
  if (!code) return digits;
  // Some write the country code without its plus sign.
  if (!digits.startsWith('0') && digits.startsWith(code) && digits.length >= code.length + (code === '1' ? 10 : 9)) {
    return `+${withoutTrunkZero(digits)}`;
  }
  return `+${code}${NO_TRUNK_ZERO.has(code) ? digits : digits.replace(/^0/, '')}`;
}

function guessedCode(digits: string): string | undefined {
  if (/^01[016789]\d{7,8}$/.test(digits) || /^8210\d{8}$/.test(digits)) return '82';
  return /^1[3-9]\d{9}$/.test(digits) || /^861[3-9]\d{9}$/.test(digits) ? '86' : undefined;
}

const codes = [...new Set(Object.values(CALLING_CODES))].sort((a, b) => b.length - a.length);

/** `+82 010 …` is a common mistake for `+82 10 …`. */
function withoutTrunkZero(digits: string): string {
  const code = codes.find((known) => digits.startsWith(known));
  if (!code || NO_TRUNK_ZERO.has(code)) return digits;
  return code + digits.slice(code.length).replace(/^0/, '');
}
