let sink = 0;
/** Read by somebody, so that nothing measured is optimised away. */
export const sunk = () => sink;

/** One look at every unit of a text: what everything else is a multiple of. */
export function onePass(text: string): void {
  for (let at = 0; at < text.length; at++) sink ^= text.charCodeAt(at);
}

export type Subjects = Readonly<Record<string, (text: string) => unknown>>;

/**
 * Microseconds of processor time a text, by subject. The subjects take turns, so that a busy machine slows all of them; the
 * best of their rounds counts.
 */
export function sideBySide(texts: readonly string[], subjects: Subjects, rounds: number): Readonly<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, subject] of Object.entries(subjects))
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, oneRound(texts, subject));
  return best;
}

function oneRound(texts: readonly string[], subject: (text: string) => unknown): number {
  const before = process.cpuUsage();
  const until = performance.now() + 60;
  let runs = 0;
  do {
    for (const text of texts) if (subject(text) === undefined) sink ^= 1;
    runs++;
  } while (performance.now() < until);
  return process.cpuUsage(before).user / runs / texts.length;
}
