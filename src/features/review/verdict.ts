import type { Finding, Review, Suggestion } from '../../coach/review.ts';

/** May it be sent? `look`: yes, with something to look at; `unread`: there is nothing in it that the coach reads. */
export type Answer = 'yes' | 'look' | 'nearly' | 'no' | 'unread';

/** A rule and how often it marks something in the reply. */
export interface Group {
  readonly finding: Finding;
  readonly count: number;
}

export interface Verdict {
  readonly answer: Answer;
  /** Problems, the worst first, then hints; each rule once. */
  readonly groups: readonly Group[];
  readonly problems: number;
  /** What the writer says is no problem here. */
  readonly disputed: readonly Group[];
  readonly missing: readonly Suggestion[];
}

/** What hurts most, first. */
const severity: readonly Finding['category'][] = [
  'rude',
  'blame',
  'refusal',
  'deflect',
  'impatient',
  'overpromise',
  'excuse',
  'vague',
  'style',
];
const weight = ({ finding }: Group) => (finding.level === 'hint' ? severity.length : 0) + severity.indexOf(finding.category);

function grouped(findings: readonly Finding[]): Group[] {
  const byRule = new Map<string, Group>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    byRule.set(finding.rule, known ? { ...known, count: known.count + 1 } : { finding, count: 1 });
  }
  return [...byRule.values()].sort((a, b) => weight(a) - weight(b));
}

/** Whether the problem is said back can only be told beside the customer's words. */
export function missingFrom({ suggestions, mirror }: Review): readonly Suggestion[] {
  return suggestions.filter(({ element }) => element !== 'restate' || mirror !== undefined);
}

/** `disputed`: rules that the writer called no problem in this reply. */
export function verdictOn(review: Review, disputed: ReadonlySet<string>): Verdict {
  const all = grouped(review.findings);
  const groups = all.filter(({ finding }) => !disputed.has(finding.rule));
  const problems = groups.filter(({ finding }) => finding.level === 'problem').length;
  const unread = review.language === 'other' && groups.length === 0;
  const open =
    groups.length > 0 ||
    (review.mirror?.hollow.length ?? 0) > 0 ||
    (review.mirror?.points ?? []).some(({ status }) => status === 'unanswered' || status === 'contradicted');
  const missing = missingFrom(review);
  return {
    answer: unread ? 'unread' : problems > 0 ? 'no' : missing.length > 0 ? 'nearly' : open ? 'look' : 'yes',
    groups,
    problems,
    disputed: all.filter(({ finding }) => disputed.has(finding.rule)),
    missing,
  };
}
