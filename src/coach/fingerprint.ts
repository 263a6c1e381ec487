/** Two lanes of FNV-1a and the number of units they have read. */
export interface Fingerprint {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

export const NOTHING_READ: Fingerprint = { a: 0x811c9dc5, b: 0x01000193, length: 0 };

/** The fingerprint of what was read before and of this after it. */
export function readOn({ a: firstA, b: firstB, length }: Fingerprint, text: string): Fingerprint {
  let a = firstA;
  let b = firstB;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + length + at), 0x85ebca6b);
  }
  return { a, b, length: length + text.length };
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');

export const written = ({ a, b }: Fingerprint): string => hex(a) + hex(b);
