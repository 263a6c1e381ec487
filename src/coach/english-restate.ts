import { factsOf } from './facts.ts';
import { normalise } from './normalise.ts';
import { compareFacts } from './restate.ts';
import type { Element, Range } from './review.ts';
import { readerOf, type WordWeights } from './word-weights.ts';

interface Input {
  readonly draft: string;
  readonly complaint: string;
  readonly sentences: readonly Range[];
  readonly elements: readonly ReadonlySet<Element>[];
  /** Whether something in the sentence hurts. */
  readonly hurts: readonly boolean[];
}

/**
 * What is weighed to tell whether an English sentence hands the complaint back: how many of its facts return, how much else it
 * says, whether it feels, owns up, acts or asks meanwhile, and who is spoken of. The weights are learnt with those of the words.
 */
export function restateFeatures({ draft, complaint, sentences, elements, hurts }: Input): string[][] {
  const original = factsOf(complaint, 'en');
  return sentences.map(({ start, end }, at) => {
    const text = draft.slice(start, end);
    const { shared, coverage, added } = compareFacts(factsOf(text, 'en'), original, 'en');
    const few = Math.min(3, shared);
    const words = normalise(text).text;
    const does = [...(elements[at] ?? [])].filter((element) => element !== 'restate');
    return [
      `SHARED${Math.min(6, shared)}`,
      `COVERS${Math.min(5, Math.floor(coverage * 10))}`,
      `ADDS${Math.min(5, Math.floor(added / 2))}`,
      `RATIO${Math.min(5, Math.floor((5 * shared) / Math.max(1, shared + added)))}`,
      at === 0 ? 'FIRST' : 'LATER',
      ...does.flatMap((element) => [`DOES:${element}`, `DOES:${element}:${few}`]),
      ...(does.length === 0 ? [`DOES:nothing:${few}`] : []),
      `HURTS${Number(hurts[at] ?? false)}:${few}`,
      `YOU${Number(/\byours?\b|\byou\b/u.test(words))}US${Number(/\b(?:i|we|our|my)\b/u.test(words))}:${few}`,
    ];
  });
}

const NOTHING = new Uint16Array(0);
/** A draft has several sentences of which any may be the one, so one that is about as likely as not is taken. */
const RESTATES = -0.6;

/** Sentences of the draft that hand facts of the complaint back. What stands in `flagged` clauses, which are a problem, does not count. */
export function englishRestates(input: Input, flagged: readonly Range[], weights: WordWeights): number[] {
  const reader = readerOf(weights, () => [weights]);
  return restateFeatures(input).flatMap((features, at) => {
    const sentence = input.sentences[at];
    const isOneFault = sentence && flagged.some((clause) => clause.start <= sentence.start && clause.end >= sentence.end - 1);
    reader.read(NOTHING, 0, 0);
    return !isOneFault && reader.score(0, features) > RESTATES ? [at] : [];
  });
}
