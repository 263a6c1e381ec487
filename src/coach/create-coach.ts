import type { Language } from './grammar.ts';
import { problemsIn, type Problem } from './find-problems.ts';
import { normalise, type NormalText } from './normalise.ts';
import { elementsIn } from './elements.ts';
import { judgeRestatement, restatesAt } from './restate.ts';
import { CATEGORIES, ELEMENTS, type Element, type Finding, type RestateLabel, type Review, type SentenceInfo } from './review.ts';
import type { RulePack } from './rule.ts';
import { openRulebook } from './rulebook.ts';
import { quotesOf, sentencesOf, type Sentence } from './segment.ts';
import { shippedPacks } from './rules/packs.ts';

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
    const reviewed = sentences.map((sentence, at) => sentenceInfo(sentence, elements[at] ?? new Set(), normal));
    const findings = problems.map((problem) => findingOf(problem, normal));
    if (complaint !== undefined && main !== 'other')
      for (const at of restatesAt(draft, complaint, reviewed, findings, main)) elements[at]?.add('restate');
    const present = ELEMENTS.filter((element) => elements.some((set) => set.has(element)));
    const counted = findings.filter((finding) => finding.level === 'problem').length;
    return {
      version,
      language: main,
      findings,
      elements: { present, missing: ELEMENTS.filter((element) => !present.includes(element)) },
      score: Math.max(0, 40 + 10 * present.length - 20 * counted),
      suggestions: [],
      sentences: sentences.map((sentence, at) => sentenceInfo(sentence, elements[at] ?? new Set(), normal)),
    };
  };
  const judge = (restatement: string, complaint: string, language?: Language): RestateLabel => {
    const spoken = language ?? mainLanguage(sentencesOf(normalise(complaint)));
    return judgeRestatement(restatement, complaint, spoken === 'other' ? 'en' : spoken);
  };
  return { version, review, judgeRestatement: judge };
}

function findingOf(problem: Problem, normal: NormalText): Finding {
  const { rule, language } = problem;
  return {
    rule: rule.id,
    category: rule.category,
    level: rule.level ?? 'problem',
    start: normal.starts[problem.start] ?? 0,
    end: normal.ends[problem.end - 1] ?? 0,
    language,
    why: rule.why,
    instead: rule.instead,
    source: rule.source,
  };
}

function sentenceInfo(sentence: Sentence, elements: ReadonlySet<Element>, normal: NormalText): SentenceInfo {
  return {
    start: normal.starts[sentence.start] ?? 0,
    end: normal.ends[sentence.end - 1] ?? 0,
    language: sentence.language,
    elements: ELEMENTS.filter((element) => elements.has(element)),
  };
}

function mainLanguage(sentences: readonly Sentence[]): Language | 'other' {
  const units = { en: 0, zh: 0, ko: 0, other: 0 };
  for (const sentence of sentences) units[sentence.language] += sentence.end - sentence.start;
  let best: keyof typeof units = 'other';
  for (const language of ['en', 'zh', 'ko'] as const) if (units[language] > units[best]) best = language;
  return best;
}

export { CATEGORIES, ELEMENTS };
