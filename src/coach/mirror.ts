import type { ComplaintPoint } from './complaint.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Language } from './grammar.ts';
import { compareFacts } from './restate.ts';
import type { Element, Mirror, MirrorPoint, Range, RestateLabel } from './review.ts';

/** A sentence of the draft as the mirror sees it. */
export interface DraftSentence extends Range {
  readonly text: string;
  readonly elements: ReadonlySet<Element>;
}

/** Share of a point's own words that must stand in a row in the sentence for the point to be parroted. */
const PARROTED = 0.75;
/** Bounds the cost; a reply is a dozen sentences. */
const MOST_SENTENCES = 300;

/** Links each point of the complaint to the sentence that answers it best (playbook: P24, P26). */
export function mirrorOf(
  points: readonly ComplaintPoint[],
  whole: Facts,
  all: readonly DraftSentence[],
  language: Language,
  label: RestateLabel | 'none',
): Mirror {
  const sentences = all.slice(0, MOST_SENTENCES);
  const facts = sentences.map((sentence) => factsOf(sentence.text, language));
  return {
    label,
    points: points.map((point) => answerTo(point, sentences, facts, language)),
    hollow: sentences
      .filter((sentence, at) => sentence.elements.has('empathy') && isHollow(facts[at], whole, language))
      .map(({ start, end }) => ({ start, end })),
  };
}

function answerTo(
  point: ComplaintPoint,
  sentences: readonly DraftSentence[],
  facts: readonly Facts[],
  language: Language,
): MirrorPoint {
  const { start, end, text, kind } = point;
  let best: { at: number; shared: number; status: MirrorPoint['status'] } | undefined;
  facts.forEach((said, at) => {
    const told = compareFacts(point.facts, said, language);
    const { shared } = told;
    const wished = [...point.facts.wishes].some((wish) => said.wishes.has(wish));
    const felt = kind === 'feeling' && sentences[at]?.elements.has('empathy');
    const weight = shared + (wished ? 1 : 0) + (felt ? 1 : 0);
    if (weight === 0 || weight <= (best?.shared ?? 0)) return;
    const status =
      point.facts.tokens.length >= 4 && told.copied >= PARROTED
        ? 'parroted'
        : shared > 0 && compareFacts(said, point.facts, language).conflicts.length > 0
          ? 'contradicted'
          : 'answered';
    best = { at, shared: weight, status };
  });
  const answer = best && sentences[best.at];
  return answer && best
    ? { start, end, text, kind, status: best.status, answer: { start: answer.start, end: answer.end } }
    : { start, end, text, kind, status: 'unanswered' };
}

/** Sympathy with nothing of this customer in it. */
function isHollow(said: Facts | undefined, whole: Facts, language: Language): boolean {
  return said !== undefined && compareFacts(said, whole, language).shared === 0;
}
