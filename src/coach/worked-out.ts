/** More numbers than this nobody reckons with; it also bounds the cost. */
const MOST_NUMBERS = 20;

/** Sums and differences of two numbers told: from 36 to 31 is five fewer, two hours late and one at lunch are three. */
export function workedOut(told: ReadonlySet<number>): Set<number> {
  const all = [1, ...told].slice(0, MOST_NUMBERS);
  return new Set(all.flatMap((a) => all.flatMap((b) => [a + b, Math.abs(a - b)])));
}
