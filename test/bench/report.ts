/** One line of the table: a figure of ours, what stands beside it, and what was asked for. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly beside?: string;
  readonly ratio?: string;
  readonly goal?: string;
  /** Absent where there is no goal. */
  readonly met?: boolean;
}

export interface PartOptions {
  /** Shorter runs, for a first look. */
  readonly quick: boolean;
  /** What goes on, while it goes on. */
  say(line: string): void;
}

/** One part of the bench. */
export type Part = (options: PartOptions) => Promise<readonly Row[]>;

export function tableOf(rows: readonly Row[]): string {
  const verdict = ({ met }: Row) => (met === undefined ? '' : met ? 'met' : 'NOT MET');
  const cells = [
    ['what', 'ours', 'beside it', 'ratio', 'goal', ''],
    ...rows.map((row) => [row.what, row.ours, row.beside ?? '', row.ratio ?? '', row.goal ?? '', verdict(row)]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that so large a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** The middle of several rounds, and how far they lay apart. */
export function spread(values: readonly number[], digits: number): string {
  const shown = (value: number) => value.toFixed(digits);
  return values.length < 2
    ? shown(median(values))
    : `${shown(median(values))} (${shown(Math.min(...values))}–${shown(Math.max(...values))})`;
}
