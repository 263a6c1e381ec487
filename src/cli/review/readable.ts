import { styleText } from 'node:util';
import type { Finding, Review } from '../../coach/review.ts';
import { type LanguageCode, languages } from '../../languages/index.ts';

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** With colours where the stream takes them, and `NO_COLOR` does not forbid it. */
export const paintFor =
  (stream: NodeJS.WriteStream): Paint =>
  (format, text) =>
    styleText(format, text, { stream });

/** The draft with each problem between marks, so that it can be seen without colours too. */
function marked(draft: string, findings: readonly Finding[], paint: Paint): string {
  let at = 0;
  let out = '';
  for (const { start, end, level } of findings) {
    if (start < at) continue;
    out += draft.slice(at, start) + paint(level === 'problem' ? ['red', 'bold'] : 'yellow', `⟦${draft.slice(start, end)}⟧`);
    at = end;
  }
  return out + draft.slice(at);
}

function verdict(review: Review, language: LanguageCode, paint: Paint): string {
  const { verdict } = languages[language].review;
  const problems = review.findings.filter(({ level }) => level === 'problem').length;
  if (review.language === 'other') return paint('yellow', verdict.unread);
  if (problems > 0) return paint(['red', 'bold'], verdict.no(problems));
  if (review.elements.missing.length > 0) return paint(['yellow', 'bold'], verdict.nearly(review.elements.missing.length));
  return paint(['green', 'bold'], review.findings.length > 0 ? verdict.look : verdict.yes);
}

const indented = (text: string) => text.replace(/^/gm, '  ');

/** A review as somebody at a terminal reads it, in the language of the draft. */
export function readableReview(draft: string, review: Review, paint: Paint): string {
  const language = review.language === 'other' ? 'en' : review.language;
  const words = languages[language].review;
  const findings = review.findings.map(({ start, end, category, level, why, instead }) =>
    [
      `${paint('bold', words.categories[category])}${level === 'hint' ? ` (${words.hint})` : ''}: “${draft.slice(start, end)}”`,
      indented(why),
      indented(`${words.better}: ${paint('green', instead)}`),
    ].join('\n'),
  );
  const missing = review.suggestions.map(({ element, text }) => indented(`${words.elements[element]}: ${text}`));
  const points = (review.mirror?.points ?? []).map(({ status, text }) => indented(`${words.points[status]}: ${text}`));
  const filled = review.template?.filled;
  return [
    `${verdict(review, language, paint)} (${review.score}/100)`,
    marked(draft.trimEnd(), review.findings, paint),
    ...findings,
    ...(missing.length > 0 ? [[paint('bold', words.missing), ...missing].join('\n')] : []),
    ...(points.length > 0 ? [[paint('bold', words.mirror), ...points].join('\n')] : []),
    ...(filled === undefined ? [] : [`${paint('bold', words.suggestion)}\n${indented(filled)}`]),
  ].join('\n\n');
}
