import type { Problem } from './find-problems.ts';
import type { NormalText } from './normalise.ts';
import type { Element } from './review.ts';
import type { Hit } from './rulebook.ts';
import { restatesAt } from './restate.ts';
import type { Quote, Sentence } from './segment.ts';

interface Input {
  readonly hits: readonly Hit[];
  readonly problems: readonly Problem[];
  readonly normal: NormalText;
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  readonly draft: string;
  readonly complaint: string | undefined;
}

/** The elements each sentence carries. Words that are themselves a problem ('sorry if you feel that way') give none. */
export function elementsIn({ hits, problems, normal, sentences, quotes, draft, complaint }: Input): Set<Element>[] {
  const found = sentences.map(() => new Set<Element>());
  for (const hit of hits) {
    const { element } = hit.rule;
    if (element === undefined || element === 'sorry-to-hear' || element === 'negated') continue;
    if (problems.some((problem) => problem.rule.level !== 'hint' && overlaps(problem, hit))) continue;
    found[hit.sentence]?.add(element);
  }
  for (const set of found) if (set.has('time') && !set.has('action') && !set.has('check')) set.add('time');
  void quotes;
  if (complaint !== undefined) for (const at of restatesAt({ draft, complaint, normal, sentences, problems })) found[at]?.add('restate');
  return found;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > (b.end - b.start) / 2;
}
