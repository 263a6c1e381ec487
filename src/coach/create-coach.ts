import { clauseAround } from './clause.ts';
import { elementsIn } from './elements.ts';
import { type Problem, problemsIn } from './find-problems.ts';
import type { Language } from './grammar.ts';
import { type NormalText, normalise } from './normalise.ts';
import { judgeRestatement, restatesAt } from './restate.ts';
import { ELEMENTS, type Element, type Finding, type Range, type RestateLabel, type Review } from './review.ts';
import type { RulePack } from './rule.ts';
import { openRulebook } from './rulebook.ts';
import { shippedPacks } from './rules/packs.ts';
import { quotesOf, type Sentence, sentencesOf } from './segment.ts';
import { unhelpfulSentences } from './unhelpful.ts';

export interface CoachOptions {
  /** Rule packs to use instead of the shipped ones. */
  readonly packs?: readonly RulePack[];
}

export interface ReviewOptions {
  /** The draft's language where it is known; else that of most of its sentences. */
  readonly language?: Language;
  /** The customer's words. */
  readonly complaint?: string;
}

export interface Coach {
  readonly version: string;
  review(draft: string, options?: ReviewOptions): Review;
  /** Judges a restatement on its own against the customer's words. */
  judgeRestatement(restatement: string, complaint: string, language?: Language): RestateLabel;
}

/** Opens the rules once; `review` is then pure, synchronous and the same for the same input. */
export function createCoach(options: CoachOptions = {}): Coach {
  const packs = options.packs ?? shippedPacks;
  const book = openRulebook(packs);
  const version = '0';

  const review = (draft: string, { language, complaint }: ReviewOptions = {}): Review => {
    const normal = normalise(draft, { vocabulary: book.words });
    const sentences = sentencesOf(normal);
    const quotes = quotesOf(draft);
    const hits = book.find(normal, sentences);
    const problems = problemsIn(hits, normal, sentences, quotes);
    const elements = elementsIn(hits, problems, normal, sentences);
    const main = language ?? mainLanguage(sentences);
    // Everything that needs the normal text comes before the complaint is read: normalise() reuses its buffers.
    const texts = sentences.map((sentence) =>
      normal.text.slice(sentence.start, sentence.end).replaceAll('\u0002', sentence.language === 'ko' ? '\u0001' : ' '),
    );
    const ranges = sentences.map((sentence) => rangeOf(sentence, normal));
    const clauses = problems.map((problem) => rangeOf(clauseAround(problem, normal, sentences[problem.sentence]), normal));
    const findings = problems.map((problem) => findingOf(problem, normal));
    if (complaint !== undefined && main !== 'other') {
      const asks = elements.map((set) => set.has('check'));
      const acts = elements.map((set) => set.has('action') && !set.has('own') && !set.has('empathy'));
      for (const at of restatesAt({ draft, complaint, sentences: ranges, flagged: clauses, asks, acts }, main))
        elements[at]?.add('restate');
      findings.push(...unhelpfulSentences({ sentences, texts, ranges, elements, findings, quotes, hits }));
      findings.sort((a, b) => a.start - b.start);
    }
    const present = ELEMENTS.filter((element) => elements.some((set) => set.has(element)));
    const counted = findings.filter((finding) => finding.level === 'problem').length;
    return {
      version,
      language: main,
      findings,
      elements: { present, missing: ELEMENTS.filter((element) => !present.includes(element)) },
      score: Math.max(0, Math.min(100, 40 + 10 * present.length - 20 * counted)),
      suggestions: [],
      sentences: sentences.map((sentence, at) => ({
        ...(ranges[at] ?? { start: 0, end: 0 }),
        language: sentence.language,
        elements: listed(elements[at]),
      })),
    };
  };

  const judge = (restatement: string, complaint: string, language?: Language): RestateLabel => {
    const spoken = language ?? mainLanguage(sentencesOf(normalise(complaint)));
    return judgeRestatement(restatement, complaint, spoken === 'other' ? 'en' : spoken);
  };
  return { version, review, judgeRestatement: judge };
}

const listed = (set: ReadonlySet<Element> | undefined): Element[] => ELEMENTS.filter((element) => set?.has(element));

const isSpace = (code: number | undefined): boolean => code === 0x20 || code === 1 || code === 2;

function rangeOf(range: Range, normal: NormalText): Range {
  let { start, end } = range;
  while (start < end && isSpace(normal.codes[start])) start++;
  while (end > start && isSpace(normal.codes[end - 1])) end--;
  return { start: normal.starts[start] ?? 0, end: normal.ends[Math.max(start, end - 1)] ?? 0 };
}

function findingOf(problem: Problem, normal: NormalText): Finding {
  const { rule, language } = problem;
  const { id, category, level = 'problem', why, instead, source } = rule;
  return {
    rule: id,
    category,
    level,
    start: normal.starts[problem.start] ?? 0,
    end: normal.ends[problem.end - 1] ?? 0,
    language,
    why,
    instead,
    source,
  };
}

function mainLanguage(sentences: readonly Sentence[]): Language | 'other' {
  const units = { en: 0, zh: 0, ko: 0, other: 0 };
  for (const sentence of sentences) units[sentence.language] += sentence.end - sentence.start;
  let best: keyof typeof units = 'other';
  for (const language of ['en', 'zh', 'ko'] as const) if (units[language] > units[best]) best = language;
  return best;
}
