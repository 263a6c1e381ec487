import { type Facts, factsOf } from './facts.ts';
import type { Language } from './grammar.ts';
import type { Range } from './review.ts';

/** One thing a complaint says: a clause with a fact, a feeling or a wish in it. */
export interface ComplaintPoint extends Range {
  readonly text: string;
  readonly kind: 'fact' | 'feeling' | 'wish';
  readonly facts: Facts;
}

const BREAKS = /[.!?。！？;；\n]+|[,，、](?!\d)|\s(?:and|but|so)\s(?=(?:i|we|my|it|the|they|she|he|you|your|nobody|now)\b)/giu;

export const FEELING: Record<Language, RegExp> = {
  en: /\b(?:worried|worry|angry|furious|upset|frightened|scared|terrified|afraid|disappointed|frustrated|exhausted|tired|embarrassed|humiliated|ashamed|fed up|sick of|anxious|stressed|devastated|heartbroken|cried|crying|shaken|desperate|annoyed|disgusted|miserable|hurt|nightmare|panic|dread)\b/iu,
  zh: /生气|气|着急|担心|害怕|失望|委屈|难受|难过|心疼|崩溃|丢脸|尴尬|后怕|吓|哭|烦|心寒|无奈|焦虑|怕|急/u,
  ko: /속상|화가|화나|답답|무섭|무서|놀라|놀랐|불안|걱정|실망|서운|억울|창피|당황|짜증|울었|울고|힘들|지쳤|겁나|황당|불쾌|초조|식은땀/u,
};

/** More points than this nobody answers one by one; it also bounds the cost of the mirror. */
const MOST_POINTS = 80;

/** The points of a complaint in the order they are told. Offsets are UTF-16 units of the complaint. */
export function pointsOf(complaint: string, language: Language): ComplaintPoint[] {
  const points: ComplaintPoint[] = [];
  const add = (start: number, end: number): void => {
    const raw = complaint.slice(start, end);
    const text = raw.trim();
    if (text.length < 2 || points.length >= MOST_POINTS) return;
    const from = start + raw.indexOf(text);
    const facts = factsOf(text, language);
    const kind = facts.wishes.size > 0 ? 'wish' : FEELING[language].test(text) && facts.numbers.size === 0 ? 'feeling' : 'fact';
    if (facts.words.size + facts.numbers.size + facts.dates.size + facts.wishes.size > 0 || kind === 'feeling')
      points.push({ start: from, end: from + text.length, text, kind, facts });
  };
  let start = 0;
  for (const mark of complaint.matchAll(BREAKS)) {
    add(start, mark.index);
    start = mark.index + mark[0].length;
  }
  add(start, complaint.length);
  return points;
}
