import type { Comparison } from './restate.ts';
import { readerOf, type WordWeights } from './word-weights.ts';

/**
 * What is weighed to tell a faithful English telling from one that says something else in the customer's own words. Who hands a
 * story back in other words needs about as many as the customer did, and most of them are new; who has it wrong says less,
 * keeps single words, turns a 'not' round, or tells of a wish that nobody had. The weights are learnt from the labelled pairs.
 */
export interface Telling {
  readonly restatement: string;
  readonly complaint: string;
  /** Letters beside the complaint's. */
  readonly length: number;
  readonly comparison: Comparison;
  /** Whether the complaint says what is wanted. */
  readonly wishes: boolean;
}

const NOT = /\b(?:not|never|no|none|nobody|nothing|without|neither|nor|\w+n['’]t)\b/giu;
const WISH_SAID = /\b(?:you(?:['’]d| would) (?:like|prefer|rather|love)|you (?:want|wanted|wish|hope|need)|asking us|us to)\b/iu;
const WISH_TOLD = /\b(?:(?:i|we)(?:['’]d| would) like|(?:i|we) (?:want|need|expect|demand|ask|asked)|hoping|please)\b/iu;

/** 'LENGTH>1', 'LENGTH>2' and so on, a name a step. */
const steps = (name: string, value: number, step: number, most: number): string[] =>
  Array.from({ length: Math.min(most, Math.floor(value / step)) }, (_, at) => `${name}>${at + 1}`);

export function judgeFeatures({ restatement, complaint, length, comparison, wishes }: Telling): string[] {
  const { shared, added, coverage, copied, conflicts } = comparison;
  const told = new Set(wordsOf(complaint));
  const said = wordsOf(restatement);
  const notSaid = restatement.match(NOT)?.length ?? 0;
  const notTold = complaint.match(NOT)?.length ?? 0;
  return [
    ...steps('LENGTH', length, 0.1, 16),
    ...steps('COPIED', copied, 0.1, 6),
    ...steps('COVERS', coverage, 0.05, 12),
    ...steps('NEW', added / Math.max(1, added + shared), 0.1, 10),
    ...steps('ADDS', added, 1, 12),
    ...steps('SHARED', shared, 1, 8),
    ...steps('SAME', said.filter((word) => told.has(word)).length / Math.max(1, said.length), 0.1, 9),
    ...conflicts.map((conflict) => `OTHER:${conflict.split(' ')[0]}`),
    `NOT${Math.sign(notSaid)}${Math.sign(notTold)}`,
    `NOTS${Math.sign(notSaid - notTold)}`,
    `WISH${Number(WISH_SAID.test(restatement))}${Number(wishes || WISH_TOLD.test(complaint))}`,
  ];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z']+/gu) ?? [];

const NOTHING = new Uint16Array(0);

export function tellsOtherwise(telling: Telling, weights: WordWeights): boolean {
  const reader = readerOf(weights, () => [weights]);
  reader.read(NOTHING, 0, 0);
  return reader.score(0, judgeFeatures(telling)) > 0;
}
