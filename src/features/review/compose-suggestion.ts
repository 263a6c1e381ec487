import type { Coach, ReviewOptions } from '../../coach/create-coach.ts';
import type { Element, Range, Review } from '../../coach/review.ts';
import { missingFrom } from './verdict.ts';

const greeting =
  /^(?:dear|hi|hello|good (?:morning|afternoon|evening)|안녕하|고객님|尊敬|您好|你好|亲爱|[^\s]{1,8}(?:先生|女士|您好|님))/iu;
const longestGreeting = 60;

interface Kept {
  readonly text: string;
  /** Stands in the draft right before the next one that is kept. */
  readonly gap: string;
}

const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end;

/** The sentences that hurt nobody, with the line breaks that stood between them. */
function keptSentences(draft: string, { sentences, findings }: Review, disputed: ReadonlySet<string>, joiner: string): Kept[] {
  const bad = findings.filter(({ level, rule }) => level === 'problem' && !disputed.has(rule));
  return sentences.flatMap((sentence, at): Kept[] => {
    if (bad.some((finding) => overlaps(finding, sentence))) return [];
    const between = draft.slice(sentence.end, sentences[at + 1]?.start ?? sentence.end);
    return [
      {
        text: draft.slice(sentence.start, sentence.end),
        gap: between.includes('\n') ? (/\n\s*\n/.test(between) ? '\n\n' : '\n') : joiner,
      },
    ];
  });
}

const closing =
  /^(?:(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|sincerely|yours|all the best|이만|.{1,12} (?:드림|올림)|此致|敬上|祝您)/iu;

/** Greeting, what is said, and the signature. */
function framed(kept: readonly Kept[]) {
  const [first] = kept;
  const greets = first !== undefined && first.text.length <= longestGreeting && greeting.test(first.text);
  const rest = greets ? kept.slice(1) : kept;
  const at = rest.findIndex(({ text }, index) => index >= rest.length - 3 && closing.test(text));
  const joined = (part: readonly Kept[]) =>
    part
      .map(({ text, gap }) => text + gap)
      .join('')
      .trim();
  return {
    opening: greets ? first.text : '',
    body: joined(at < 0 ? rest : rest.slice(0, at)),
    ending: at < 0 ? '' : joined(rest.slice(at)),
  };
}

/** A restatement opens with a name of its own, which is one too many below a greeting. */
const withoutName = (text: string) => text.replace(/^\[[^\]]*\][^.。]*[.。]\s*/u, '');

function composed(review: Review, kept: readonly Kept[], joiner: string): string {
  const sentence = (element: Element) => missingFrom(review).find((one) => one.element === element)?.text;
  const { opening, body, ending } = framed(kept);
  const said = (...elements: readonly Element[]) =>
    elements.flatMap((element) => {
      const text = sentence(element);
      if (text === undefined) return [];
      return element === 'restate' && opening !== '' ? withoutName(text) : text;
    });
  const restated = review.template !== undefined && sentence('restate') === review.template.filled;
  const parts = [
    opening,
    [...said('empathy', 'restate'), ...(restated ? [] : said('check'))].join(joiner),
    body,
    said('own', 'action', 'time').join(joiner),
    ending,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/**
 * A reply to copy: the writer's own sentences without those that hurt, and a sentence for each element that is missing, with
 * brackets where only the writer knows. Nothing is made up, so the rules' better wordings, which name times and facts, are
 * not in it. A suggestion that the coach itself would mark is not made; undefined where there is nothing to change.
 */
export function composeSuggestion(
  coach: Coach,
  draft: string,
  review: Review,
  options: ReviewOptions,
  disputed: ReadonlySet<string>,
): string | undefined {
  if (review.language === 'other') return undefined;
  const joiner = review.language === 'zh' ? '' : ' ';
  const kept = keptSentences(draft, review, disputed, joiner);
  if (kept.length === review.sentences.length && missingFrom(review).length === 0) return undefined;
  const clean = (text: string) =>
    coach.review(text, options).findings.every(({ level, rule }) => level === 'hint' || disputed.has(rule));
  return [composed(review, kept, joiner), composed(review, [], joiner)].find((text) => text !== '' && clean(text));
}
