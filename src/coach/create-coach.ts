import { clauseAround } from './clause.ts';
import { pointsOf } from './complaint.ts';
import { NO_ELEMENTS, withElement } from './element-sets.ts';
import { elementsIn } from './elements.ts';
import { objectionsIn } from './english-objections.ts';
import { englishRestates } from './english-restate.ts';
import { factsOf } from './facts.ts';
import { type CustomerFile, checkTemplate } from './fill-template.ts';
import { foundTwice, isQuotedRange, type Problem, problemsIn, shownOnce } from './find-problems.ts';
import type { Language } from './grammar.ts';
import { oneReview } from './kept.ts';
import { compileBook } from './language-book.ts';
import { mirrorOf } from './mirror.ts';
import { type NormalText, normalise } from './normalise.ts';
import { phraseMatcher } from './phrase-matcher.ts';
import { promiseFindings, promisesIn, type WrittenAt } from './promises.ts';
import { judgeRestatement, restatesAt } from './restate.ts';
import { ELEMENTS, type Element, type Finding, type Range, type RestateLabel, type Review } from './review.ts';
import type { RulePack } from './rule.ts';
import { openRulebook } from './rulebook.ts';
import { shippedPacks } from './rules/packs.ts';
import { secondReading } from './second-reading.ts';
import { type Quote, quotesOf, type Sentence, sentencesOf } from './segment.ts';
import { styleFindings } from './style.ts';
import { suggestionsFor } from './suggestions.ts';
import { type AllowedPhrase, literalMatcher, PhraseError, packsWith, type TeamPhrase } from './team-phrases.ts';
import { TEMPLATES, type Template } from './templates.ts';
import { unhelpfulSentences } from './unhelpful.ts';
import { versionOf } from './version.ts';
import { weigherOf, wordingsOf } from './weigh.ts';
import type { WordWeights } from './word-weights.ts';

export interface CoachOptions {
  /** Rule packs to use instead of the shipped ones. */
  readonly packs?: readonly RulePack[];
  readonly phrases?: readonly TeamPhrase[];
  readonly allowed?: readonly AllowedPhrase[];
  /** Ids of rules that are shown as hints (the rule court). */
  readonly demoted?: readonly string[];
  /** Templates of the team; tried before the built-in ones of their language. */
  readonly templates?: readonly Template[];
}

export interface ReviewOptions {
  /** The draft's language where it is known; else that of most of its sentences. */
  readonly language?: Language;
  /** The customer's words. */
  readonly complaint?: string;
  readonly file?: CustomerFile;
  /** When and where it is written; without it no promise is dated. */
  readonly at?: WrittenAt;
}

export interface Coach {
  /** A hash of rule packs, team phrases, allow-list and demotions: same version and same input, same review. */
  readonly version: string;
  review(draft: string, options?: ReviewOptions): Review;
  /** Judges a restatement on its own against the customer's words. */
  judgeRestatement(restatement: string, complaint: string, language?: Language): RestateLabel;
}

/**
 * Opens the rules once; `review` is then pure and synchronous.
 * Throws `PhraseError` for a team phrase that cannot be used (a bad frame, or one that does not find itself).
 */
export function createCoach(options: CoachOptions = {}): Coach {
  const { phrases = [], allowed = [], demoted = [], templates = [] } = options;
  const packs = options.packs ?? shippedPacks;
  const book = openChecked(packs, phrases);
  const teamHits = literalMatcher(phrases);
  const allowedHits = allowed.length > 0 ? phraseMatcher(allowed.map((one) => one.text), 'variants') : undefined; // biome-ignore format: one call
  const hints = new Set(demoted);
  const worded = packs.flatMap(wordingsOf);
  const learntOf = (spoken: Language) => packs.find((pack) => pack.language === spoken)?.learnt;
  let hash: string | undefined;
  /** Reads all rules, so it waits until somebody asks. */
  const version = (): string => {
    hash ??= versionOf(packs, phrases, allowed, demoted, templates);
    return hash;
  };

  const reviewOf = (draft: string, { language, complaint, file = {}, at: written }: ReviewOptions = {}): Review => {
    const normal = normalise(draft, { vocabulary: book.words });
    const sentences = sentencesOf(normal);
    const quotes = quotesOf(draft);
    const hits = book.find(normal, sentences);
    const found = problemsIn(hits, normal, sentences, quotes);
    const weighers = worded.flatMap((wordings) => weigherOf(wordings, normal, sentences, complaint !== undefined) ?? []);
    const standing = weighers.reduce((left, weigher) => weigher.standing(left, () => elementsIn(hits, found, normal, sentences)), found as readonly Problem[]); // biome-ignore format: one chain
    const seen = elementsIn(hits, standing, normal, sentences);
    const second = secondReading(packs, normal, sentences, seen, complaint, flaggedIn(standing));
    // Where two rules find something in one sentence, the good that stands around it takes nothing back.
    const twice = foundTwice(standing);
    const confirmed = standing.filter(
      ({ rule, sentence }) => rule.source === 'team' || rule.level === 'hint' || twice.has(sentence) || second.confirms(sentence),
    );
    const problems = shownOnce(confirmed, normal, sentences);
    const judged = problems.filter((problem) => problem.rule.level !== 'hint');
    const flagged = flaggedIn(judged);
    const byFrames: readonly ReadonlySet<Element>[] = elementsIn(hits, problems, normal, sentences).map(
      (set, at) => second.elements(at) ?? set,
    );
    const elements = [...weighers.reduce((told, weigher) => weigher.hear(told, hits, flagged), byFrames)];
    const main = language ?? mainLanguage(sentences);
    // Everything that needs the normal text comes first: normalise() reuses its buffers.
    const texts = sentences.map(({ start, end, language: spoken }) =>
      complaint !== undefined || spoken === 'ko'
        ? normal.text.slice(start, end).replaceAll('\u0002', spoken === 'ko' ? '\u0001' : ' ')
        : '',
    );
    const ranges = sentences.map((sentence) => rangeOf(sentence, normal));
    const clauses = judged.map((problem) => rangeOf(clauseAround(problem, normal, sentences[problem.sentence]), normal));
    const objections = sentences.map((_, at) => second.objection(at, elements[at]?.size === 0));
    const hurts = sentences.map((_, at) => flagged.has(at) || objections[at] !== undefined);
    let findings = problems.map((problem) => findingOf(problem, normal));
    let left: Finding[] = [];
    if (teamHits) findings.push(...teamFindings(teamHits(draft, normal), quotes, main));
    if (complaint !== undefined && main !== 'other') {
      const restates = learntOf(main)?.restates;
      const restated = restates
        ? englishRestates({ draft, complaint, sentences: ranges, elements, hurts }, clauses, restates)
        : restatesAt(
            {
              draft,
              complaint,
              sentences: ranges,
              flagged: clauses,
              asks: elements.map((set) => set.has('check')),
              acts: elements.map((set) => set.has('action') && !set.has('own') && !set.has('empathy')),
            },
            main,
          );
      const retold = weighers.reduce((known, weigher) => weigher.retelling({ draft, complaint, ranges, elements, hurts: flagged }, known), restated as readonly number[]); // biome-ignore format: one chain
      for (const at of retold) elements[at] = withElement(elements[at] ?? NO_ELEMENTS, 'restate');
      left = unhelpfulSentences({ sentences, texts, ranges, elements, findings, quotes, hits });
    }
    const isJudged = (at: number): boolean =>
      [...findings, ...quotes].some((one) => one.start < (ranges[at]?.end ?? 0) && one.end > (ranges[at]?.start ?? 0));
    findings.push(...weighers.reduce((kept, weigher) => weigher.leftOver(kept, ranges, elements, isJudged), left as readonly Finding[])); // biome-ignore format: one chain
    findings.push(...objectionsIn({ ranges, objections, findings, quotes }));
    findings.push(...styleFindings(draft, sentences, texts, ranges));
    const told = sentences.map((sentence, at) => ({
      ...(ranges[at] ?? { start: 0, end: 0 }),
      language: sentence.language,
      elements: ELEMENTS.filter((one) => elements[at]?.has(one)),
    }));
    const promises = written && promisesIn(draft, told, written);
    if (promises) findings.push(...promiseFindings(promises, told, file.promisedOn));
    if (allowedHits) {
      const fine = allowedHits(draft);
      findings = findings.filter((finding) => !fine.some((hit) => hit.start <= finding.start && hit.end >= finding.end));
    }
    findings = findings
      .map((finding) => (hints.has(finding.rule) ? { ...finding, level: 'hint' as const } : finding))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const present = ELEMENTS.filter((element) => elements.some((set) => set.has(element)));
    const missing = ELEMENTS.filter((element) => !present.includes(element));
    const mirrored =
      complaint !== undefined && main !== 'other'
        ? compared(draft, complaint, main, ranges, elements, templates, file, learntOf(main)?.tellsOtherwise)
        : {};
    return {
      version: version(),
      language: main,
      findings,
      elements: { present, missing },
      score: scoreOf(present.length, findings),
      suggestions: main === 'other' ? [] : suggestionsFor(missing, main, mirrored.template?.filled),
      sentences: told,
      ...mirrored,
      ...(promises && { promises }),
    };
  };

  const judge = (restatement: string, complaint: string, language?: Language): RestateLabel => {
    const spoken = language ?? mainLanguage(sentencesOf(normalise(complaint)));
    const known = spoken === 'other' ? 'en' : spoken;
    return judgeRestatement(restatement, complaint, known, learntOf(known)?.tellsOtherwise);
  };
  return {
    get version() {
      return version();
    },
    review: (draft, asked) => oneReview(() => reviewOf(draft, asked)),
    judgeRestatement: judge,
  };
}

/** Rules are compiled when they are first needed; a team's frames are read at once, and one that cannot be read is named. */
function openChecked(packs: readonly RulePack[], phrases: readonly TeamPhrase[]): ReturnType<typeof openRulebook> {
  for (const phrase of phrases) {
    if (phrase.kind !== 'frame') continue;
    const own = packsWith(packs.map((pack) => ({ ...pack, rules: [], elements: [] })), [phrase]); // biome-ignore format: one call
    try {
      for (const pack of own) if (pack.rules.length > 0) compileBook(pack);
    } catch (error) {
      throw new PhraseError(phrase.id, error instanceof Error ? error.message : String(error));
    }
  }
  return openRulebook(packsWith(packs, phrases));
}

/** Ten points an element over a floor of 40; each problem takes 20, so that one bad sentence outweighs two good ones. */
function scoreOf(elements: number, findings: readonly Finding[]): number {
  const problems = findings.filter((finding) => finding.level === 'problem').length;
  return Math.max(0, Math.min(100, 40 + 10 * elements - 20 * problems));
}

function compared(
  draft: string,
  complaint: string,
  language: Language,
  ranges: readonly Range[],
  elements: readonly ReadonlySet<Element>[],
  own: readonly Template[],
  file: CustomerFile,
  tellsOtherwise: WordWeights | undefined,
): Pick<Review, 'mirror' | 'template'> {
  const points = pointsOf(complaint, language);
  const sentences = ranges.map((range, at) => ({
    ...range,
    text: draft.slice(range.start, range.end),
    elements: elements[at] ?? new Set<Element>(),
  }));
  const restated = sentences.filter((sentence) => sentence.elements.has('restate')).map((sentence) => sentence.text).join(' '); // biome-ignore format: one chain
  const label = restated === '' ? 'none' : judgeRestatement(restated, complaint, language, tellsOtherwise);
  const mirror = mirrorOf(points, factsOf(complaint, language), sentences, language, label);
  const template = [...own, ...TEMPLATES].find((one) => one.language === language);
  if (!template) return { mirror };
  const asks = elements.some((set) => set.has('check'));
  const says = (name: string | undefined) => name !== undefined && draft.toLowerCase().includes(name.toLowerCase());
  return {
    mirror,
    template: checkTemplate(template, points, mirror.points, asks, file, {
      customer: says(file.name),
      product: says(file.product),
    }),
  };
}

function teamFindings(
  hits: readonly { phrase: TeamPhrase; start: number; end: number }[],
  quotes: readonly Quote[],
  main: Language | 'other',
): Finding[] {
  return hits
    .filter((hit) => !isQuotedRange(hit, quotes))
    .map(({ phrase, start, end }) => ({
      rule: phrase.id,
      category: phrase.category,
      level: 'problem',
      start,
      end,
      language: phrase.language ?? (main === 'other' ? 'en' : main),
      why: phrase.why,
      instead: phrase.instead,
      source: 'team',
    }));
}

const isSpace = (code: number | undefined): boolean => code === 0x20 || code === 1 || code === 2;

function rangeOf(range: Range, normal: NormalText): Range {
  let { start, end } = range;
  while (start < end && isSpace(normal.codes[start])) start++;
  while (end > start && isSpace(normal.codes[end - 1])) end--;
  return { start: normal.starts[start] ?? 0, end: normal.ends[Math.max(start, end - 1)] ?? 0 };
}

/** Sentences with a problem that counts. */
const flaggedIn = (problems: readonly Problem[]): Set<number> =>
  new Set(problems.filter(({ rule }) => rule.level !== 'hint').map(({ sentence }) => sentence));

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
