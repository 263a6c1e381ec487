import { chineseHearing } from './chinese-heard.ts';
import { clauseAround, isBreak } from './clause.ts';
import { promisesOfSentence } from './english-promise.ts';
import { englishOutweighs, leadsToHelp } from './english-sentence.ts';
import { koreanExcuses } from './korean-excuses.ts';
import type { NormalText } from './normalise.ts';
import type { Category, Range } from './review.ts';
import type { Rule } from './rule.ts';
import type { Hit } from './rulebook.ts';
import type { Quote, Sentence } from './segment.ts';

/** A rule's hit that survived the guards, in units of the normal text. */
export interface Problem {
  readonly rule: Rule;
  readonly language: 'en' | 'zh' | 'ko';
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Where two rules meet in one clause the one that hurts more is shown. */
const WEIGHT: Record<Category, number> = {
  rude: 8,
  blame: 7,
  overpromise: 6,
  impatient: 5,
  deflect: 4,
  refusal: 3,
  excuse: 2,
  vague: 1,
};

/** Guards applied (quotation, help that follows), then one finding a clause. */
export function problemsIn(
  hits: readonly Hit[],
  normal: NormalText,
  sentences: readonly Sentence[],
  quotes: readonly Quote[],
): Problem[] {
  let help: Help[] | undefined; // costly, and most drafts have nothing to forgive
  const helpful = (): Help[] => {
    help ??= helpBySentence(hits, normal, sentences);
    return help;
  };
  const problems: Problem[] = [];
  const hitsAt: Hit[][] = sentences.map(() => []);
  for (const hit of hits) hitsAt[hit.sentence]?.push(hit);
  const isHeard = chineseHearing(hitsAt, normal, sentences);
  const excuses = koreanExcuses(hitsAt, normal, sentences);
  for (const hit of hits) {
    const { rule } = hit.rule;
    if (!rule) continue;
    if (rule.only === 'question' && !sentences[hit.sentence]?.isQuestion) continue;
    if (quotes.length > 0 && isQuoted(hit, normal, quotes)) continue;
    if (rule.forgivenBy && isForgiven(hit, rule.forgivenBy, helpful())) continue;
    if (hit.rule.language === 'en' && leadsToHelp(hit, normal, sentences[hit.sentence])) continue;
    if (hit.rule.language === 'zh' && isHeard(hit)) continue;
    if (hit.rule.language === 'en' && englishOutweighs(hit, hitsAt[hit.sentence] ?? [], normal, sentences[hit.sentence]))
      continue;
    if (hit.rule.language === 'ko' && excuses(hit, rule)) continue;
    problems.push({ rule, language: hit.rule.language, sentence: hit.sentence, ...trimmed(hit, normal) });
  }
  const found = joined(problems.filter((problem) => !waits(problem)), normal, sentences); // biome-ignore format: one call
  return [...found, ...problems.filter(waits)];
}

/** A Chinese or Korean hint waits beside what it could be shown with: that may yet be found too light (weigh.ts). */
const waits = ({ rule, language }: Problem): boolean => language !== 'en' && rule.level === 'hint';

/** Without the waiting hints that stand in the clause of a problem. */
export function shownOnce(problems: readonly Problem[], normal: NormalText, sentences: readonly Sentence[]): Problem[] {
  const shown = problems.filter((problem) => !waits(problem));
  if (shown.length === problems.length) return shown;
  const bySentence: Problem[][] = [];
  for (const problem of shown) bySentence[problem.sentence] = [...(bySentence[problem.sentence] ?? []), problem];
  const hints = problems.filter(
    (problem) =>
      waits(problem) && !bySentence[problem.sentence]?.some((one) => belongTogether(...inOrder(one, problem), normal, sentences)),
  );
  return [...shown, ...joined(hints, normal, sentences)].sort((a, b) => a.start - b.start);
}

const inOrder = (a: Problem, b: Problem): [Problem, Problem] => (a.start <= b.start ? [a, b] : [b, a]);

function isQuoted(hit: Hit, normal: NormalText, quotes: readonly Quote[]): boolean {
  return isQuotedRange({ start: normal.starts[hit.start] ?? 0, end: normal.ends[hit.end - 1] ?? 0 }, quotes);
}

/** Whether a range of the original text lies inside somebody else's words. */
export function isQuotedRange({ start, end }: Range, quotes: readonly Quote[]): boolean {
  return quotes.some((quote) => start >= quote.start && end <= quote.end);
}

interface Help {
  /** Where the last promise of the sentence begins, or -1. */
  lastAction: number;
  time: boolean;
}

function helpBySentence(hits: readonly Hit[], normal: NormalText, sentences: readonly Sentence[]): Help[] {
  const help: Help[] = sentences.map((sentence) => {
    const { language, start, end } = sentence;
    const last = language === 'en' ? promisesOfSentence(sentence, normal.text.slice(start, end)).at(-1) : undefined;
    return { lastAction: last ? start + last.start : -1, time: false };
  });
  for (const hit of hits) {
    const here = help[hit.sentence];
    if (!here) continue;
    if (hit.rule.element === 'action') here.lastAction = Math.max(here.lastAction, hit.start);
    if (hit.rule.element === 'time' || hit.rule.element === 'when') here.time = true;
  }
  return help;
}

/** 'I can't today, but I can tomorrow at 8'; 'I don't know yet. I'll find out and ring you at 6.' */
function isForgiven(hit: Hit, by: 'help' | 'follow-up', help: readonly Help[]): boolean {
  if ((help[hit.sentence]?.lastAction ?? -1) >= hit.end) return true;
  if (by === 'help') return false;
  for (let next = hit.sentence + 1; next <= hit.sentence + 2; next++)
    if ((help[next]?.lastAction ?? -1) >= 0 && (help[next]?.time || help[next + 1]?.time)) return true;
  return false;
}

const EDGE_MARKS = new Set([0x20, 0x01, 0x02, 0x22, 0x27, 0x28, 0x29, 0x2e, 0x2c, 0x21, 0x3f, 0x3a, 0x3b, 0x7e]);

/** Without marks at the edges, and with the whole word where a contraction was cut ("n't" of "aren't"). */
function trimmed(hit: Hit, normal: NormalText): { start: number; end: number } {
  let { start, end } = hit;
  while (start < end && EDGE_MARKS.has(normal.codes[start] ?? 0)) start++;
  while (end > start && EDGE_MARKS.has(normal.codes[end - 1] ?? 0)) end--;
  while (
    start > 0 &&
    (normal.starts[start] ?? 0) === (normal.ends[start - 1] ?? 0) &&
    isLatin(normal.codes[start - 1]) &&
    isLatin(normal.codes[start])
  )
    start--;
  if ((normal.codes[start - 1] ?? 0) === 0x20 && (normal.starts[start - 1] ?? 0) >= (normal.starts[start] ?? 0)) {
    for (start -= 2; start > 0 && isLatin(normal.codes[start - 1]); ) start--;
  }
  return { start: Math.max(0, start), end };
}

const isLatin = (code: number | undefined): boolean => code !== undefined && code >= 97 && code <= 122;

/** Two findings in one clause are one; so are neighbours of one category, and a short tag ('full stop', 'hand on heart'). */
function joined(problems: readonly Problem[], normal: NormalText, sentences: readonly Sentence[]): Problem[] {
  const kept: Problem[] = [];
  const sorted = [...problems].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const problem of sorted) {
    const last = kept[kept.length - 1];
    if (last && last.sentence === problem.sentence && belongTogether(last, problem, normal, sentences))
      kept[kept.length - 1] = merged(last, problem);
    else kept.push(problem);
  }
  return kept;
}

function belongTogether(a: Problem, b: Problem, normal: NormalText, sentences: readonly Sentence[]): boolean {
  if (b.start < a.end) return true;
  let breaks = 0;
  for (let at = a.end; at < b.start; at++) if (isBreak(normal.codes, at)) breaks++;
  if (breaks === 0) return true;
  if (breaks > 1) return false;
  if (a.rule.category === b.rule.category) return true;
  const sentence = sentences[a.sentence];
  if (!sentence) return false;
  return isTag(a, normal, sentence) || isTag(b, normal, sentence);
}

const SHORT_CLAUSE = { en: 14, zh: 5, ko: 12 };

function isTag(problem: Problem, normal: NormalText, sentence: Sentence): boolean {
  const clause = clauseAround(problem, normal, sentence);
  return clause.end - clause.start <= SHORT_CLAUSE[problem.language];
}

function merged(a: Problem, b: Problem): Problem {
  const aCounts = a.rule.level !== 'hint';
  const bCounts = b.rule.level !== 'hint';
  const main = aCounts !== bCounts ? (aCounts ? a : b) : WEIGHT[b.rule.category] > WEIGHT[a.rule.category] ? b : a;
  return { ...main, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Sentences in which more than one rule found a problem. */
export function foundTwice(problems: readonly Problem[]): ReadonlySet<number> {
  const first = new Map<number, string>();
  const twice = new Set<number>();
  for (const { rule, sentence } of problems) {
    if (rule.level === 'hint') continue;
    const known = first.get(sentence) ?? rule.id;
    first.set(sentence, known);
    if (known !== rule.id) twice.add(sentence);
  }
  return twice;
}
