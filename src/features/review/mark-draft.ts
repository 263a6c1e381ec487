import type { Line, Span } from '../../chat/card.ts';
import type { Finding } from '../../coach/review.ts';

type Level = 'none' | Finding['level'];
const rank: Record<Level, number> = { none: 0, hint: 1, problem: 2 };

function span(text: string, level: Level): Span {
  if (level === 'none') return text;
  return level === 'problem' ? { bold: text } : { italic: text };
}

/** The reply as it was written, problems bold and hints in italics. Joined, its pieces are the reply again. */
export function markedDraft(draft: string, findings: readonly Pick<Finding, 'start' | 'end' | 'level'>[]): Line {
  const edges = [...new Set([0, draft.length, ...findings.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= draft.length)
    .sort((a, b) => a - b);
  const spans: Span[] = [];
  let open = '';
  let level: Level = 'none';
  const close = () => {
    if (open !== '') spans.push(span(open, level));
  };
  edges.slice(0, -1).forEach((start, at) => {
    const here = findings.reduce<Level>(
      (worst, finding) =>
        finding.start <= start && finding.end > start && rank[finding.level] > rank[worst] ? finding.level : worst,
      'none',
    );
    if (here !== level) {
      close();
      open = '';
      level = here;
    }
    open += draft.slice(start, edges[at + 1]);
  });
  close();
  return spans;
}
