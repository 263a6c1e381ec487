import type { Category, Finding, Range } from './review.ts';
import type { Quote } from './segment.ts';

interface Input {
  /** Of each sentence. */
  readonly ranges: readonly Range[];
  readonly objections: readonly (Category | undefined)[];
  readonly findings: readonly Finding[];
  readonly quotes: readonly Quote[];
}

/** What the second reader can say of a sentence that no rule describes: how it is likely to be heard. */
const HEARD_AS: Readonly<Record<Category, { readonly why: string; readonly instead: string; readonly source: string }>> = {
  refusal: {
    why: 'It reads like a door being shut: nothing in the sentence says what can be done.',
    instead: 'Say what you can do today, or who decides and when you will have the answer.',
    source: 'P31',
  },
  vague: {
    why: 'It reads like a guess: the customer cannot tell what will happen, or when.',
    instead: 'Name who does what, and a time by which you will write either way.',
    source: 'P19',
  },
  impatient: {
    why: 'It reads as if the customer were taking up too much of your time.',
    instead: 'Leave it out, or say when you will have time for them.',
    source: 'P23',
  },
  deflect: {
    why: 'It reads as if the customer had to go and find somebody else.',
    instead: 'Ask the other side yourself, and say when you will come back with the answer.',
    source: 'P32',
  },
  blame: {
    why: 'It reads as if the customer had done something wrong, or should have known better.',
    instead: 'Leave it out. Say what happened as they see it, and what you will do about it.',
    source: 'P27',
  },
  excuse: {
    why: 'It reads like an explanation of why it is not our fault, which helps nobody.',
    instead: 'Leave it out, or follow it with what you own and what you do about it.',
    source: 'P27',
  },
  overpromise: {
    why: 'It reads like a promise that nobody can keep.',
    instead: 'Promise the step you take yourself, and a day on which you will ask how it went.',
    source: 'P18',
  },
  rude: {
    why: 'It makes the trouble small, or reads like mockery.',
    instead: 'Leave it out, and say what this has cost the customer.',
    source: 'P33',
  },
};

/** Sentences that the second reader finds a problem although no frame does. */
export function objectionsIn({ ranges, objections, findings, quotes }: Input): Finding[] {
  return ranges.flatMap((range, at): Finding[] => {
    const category = objections[at];
    if (!category) return [];
    const meets = (other: Range): boolean => other.start < range.end && other.end > range.start;
    if (findings.some((one) => one.level === 'problem' && meets(one)) || quotes.some(meets)) return [];
    return [{ rule: 'en-no-answer', category, level: 'problem', ...range, language: 'en', ...HEARD_AS[category] }];
  });
}
