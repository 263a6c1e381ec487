import type { Problem } from './find-problems.ts';
import type { NormalText } from './normalise.ts';
import type { Sentence } from './segment.ts';

interface Input {
  readonly draft: string;
  readonly complaint: string;
  readonly normal: NormalText;
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

export function restatesAt(_input: Input): number[] {
  return [];
}
