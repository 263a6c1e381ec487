/** Runs and their weights in hundredths as a line for each weight; those that weigh less than `least` are left out. */
export function writtenWording(weights: Iterable<readonly [run: string, hundredths: number]>, least: number): string {
  const byWeight = new Map<number, string[]>();
  for (const [run, hundredths] of weights)
    if (Math.abs(hundredths) >= least) byWeight.set(hundredths, [...(byWeight.get(hundredths) ?? []), run]);
  return [...byWeight].sort(([a], [b]) => a - b).map(([weight, runs]) => `${weight}:${runs.sort().join(' ')}`).join('\n'); // biome-ignore format: one chain
}
