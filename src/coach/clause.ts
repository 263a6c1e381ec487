import type { NormalText } from './normalise.ts';
import type { Sentence } from './segment.ts';

/** Marks that part clauses. A comma inside a number and a colon inside a time are none. */
export function isBreak(codes: Uint16Array, at: number): boolean {
  const code = codes[at] ?? 0;
  if (code !== 0x2c && code !== 0x3b && code !== 0x3a && code !== 0x28 && code !== 0x29 && code !== 0x0a) return false;
  const before = codes[at - 1] ?? 0;
  const after = codes[at + 1] ?? 0;
  return !(before >= 48 && before <= 57 && after >= 48 && after <= 57);
}

/** The clause or clauses a range stands in, inside its sentence. */
export function clauseAround(
  range: { start: number; end: number },
  normal: NormalText,
  sentence: Sentence | undefined,
): { start: number; end: number } {
  if (!sentence) return range;
  let { start, end } = range;
  while (start > sentence.start && !isBreak(normal.codes, start - 1)) start--;
  while (end < sentence.end && !isBreak(normal.codes, end)) end++;
  return { start, end };
}
