import { createHash, randomBytes } from 'node:crypto';

/** Digits and letters that nobody mistakes for one another (Crockford's base 32): ten of them are 50 bits. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A code as it is shown, `ABCDE-FGHJK`. Only its hash is kept. */
export function newCode(random: (size: number) => Uint8Array = randomBytes): string {
  const code = Array.from(random(length), (byte) => signs[byte % signs.length]).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A code as somebody typed it: in small letters, with other dashes, with O for 0 and I for 1. Undefined where it can be none. */
export function readCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : undefined;
}

export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(readCode(code) ?? '')
    .digest('base64url');
