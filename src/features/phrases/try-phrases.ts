import { createCoach } from '../../coach/create-coach.ts';
import { ELEMENTS } from '../../coach/review.ts';
import type { RulePack } from '../../coach/rule.ts';
import { shippedPacks } from '../../coach/rules/packs.ts';
import { suggestionsFor } from '../../coach/suggestions.ts';
import { PhraseError } from '../../coach/team-phrases.ts';
import { frameSamples } from './frame-samples.ts';
import { mostFrames, mostPhrases, type NewPhrase, phraseKey } from './phrase.ts';
import type { Fault, ReadLines, Refused, readPhrases } from './read-phrases.ts';

export interface Alarm {
  readonly phrase: string;
  readonly sentence: string;
}

/** What switching phrases on would do. */
export interface Trial {
  readonly phrases: readonly NewPhrase[];
  readonly refused: readonly Refused[];
  /** Recommended sentences, ours and the team's, it was tried on. */
  readonly tried: number;
  /** Recommended sentences that would be marked. */
  readonly alarms: readonly Alarm[];
  /** Bad examples of the coach's own rules that it marks. */
  readonly covers: number;
}

/** Our packs without their rules: what they find is the team's. */
const bare: readonly RulePack[] = shippedPacks.map((pack) => ({ ...pack, rules: [], elements: [] }));

type Sayable = Exclude<NewPhrase, { kind: 'allowed' }>;
const isSayable = (phrase: NewPhrase): phrase is Sayable => phrase.kind !== 'allowed';

const openTrial = (phrases: readonly Sayable[]) =>
  createCoach({ packs: bare, phrases: phrases.map((phrase, at) => ({ ...phrase, id: String(at) })) });

/** Why the coach would not take it, or would never find it. */
function faultOf(phrase: NewPhrase): Fault | undefined {
  if (!isSayable(phrase)) return undefined;
  try {
    const coach = openTrial([phrase]);
    if (phrase.kind === 'literal') return undefined;
    for (const sample of frameSamples(phrase.text, phrase.language, shippedPacks))
      if (coach.review(sample).findings.some(({ source }) => source === 'team')) return undefined;
    return { why: 'silent' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (phrase.kind === 'literal' && error instanceof PhraseError) return { why: 'silent' };
    const text = error.message.replace(/^phrase \S+: /, '').replace(/^frame ".*?": /s, '');
    return { why: 'frame', problem: text.slice(0, 120) };
  }
}

interface Sentences {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

function shippedSentences(): Sentences {
  const rules = shippedPacks.flatMap((pack) => pack.rules);
  const offered = shippedPacks.flatMap(({ language }) => suggestionsFor(ELEMENTS, language, undefined).map(({ text }) => text));
  return {
    good: [...new Set([...rules.flatMap(({ valid, instead }) => [...valid, instead]), ...offered])],
    bad: rules.flatMap(({ invalid }) => invalid),
  };
}

/** One at a time only where all at once do not go: one bad phrase among thousands is found without opening thousands. */
function sifted(lines: ReadLines['phrases'], refused: Refused[]): ReadLines['phrases'] {
  if (lines.length === 0) return lines;
  const frames = lines.filter(({ phrase }) => phrase.kind === 'frame');
  const literals = lines.filter(({ phrase }) => phrase.kind !== 'frame');
  const bad = new Set<number>();
  const check = ({ line, phrase }: ReadLines['phrases'][number]) => {
    const fault = faultOf(phrase);
    if (fault) refused.push({ line, fault });
    if (fault) bad.add(line);
  };
  for (const line of frames) check(line);
  try {
    openTrial(literals.map(({ phrase }) => phrase).filter(isSayable));
  } catch {
    for (const line of literals) check(line);
  }
  return lines.filter(({ line }) => !bad.has(line));
}

function withoutTwins(read: ReadLines, { known, count, frames }: Team, refused: Refused[]): ReadLines['phrases'] {
  const seen = new Map<string, number>();
  let framed = frames;
  return read.phrases.filter(({ line, phrase }) => {
    const key = phraseKey(phrase);
    const before = seen.get(key);
    if (before !== undefined) refused.push({ line, fault: { why: 'twice', line: before } });
    else if (known.has(key)) refused.push({ line, fault: { why: 'known' } });
    else if (seen.size >= mostPhrases - count) refused.push({ line, fault: { why: 'full', most: mostPhrases } });
    else if (phrase.kind === 'frame' && framed >= mostFrames) refused.push({ line, fault: { why: 'frames', most: mostFrames } });
    else {
      seen.set(key, line);
      if (phrase.kind === 'frame') framed += 1;
      return true;
    }
    return false;
  });
}

export interface Team {
  /** Keys of phrases that are there. */
  readonly known: ReadonlySet<string>;
  readonly count: number;
  /** How many of them are frames. */
  readonly frames: number;
  /** What the team says instead of its own phrases: recommended too. */
  readonly instead: readonly string[];
}

/** Reads lines and tries them on what we and the team recommend, before anything is switched on. Nothing reps wrote is needed. */
export function tryPhrases(lines: ReadLines, team: Team): Trial {
  const refused = [...lines.refused];
  const fresh = sifted(withoutTwins(lines, team, refused), refused).map(({ phrase }) => phrase);
  const sayable = fresh.filter(isSayable);
  const { good, bad } = shippedSentences();
  const recommended = [...good, ...team.instead, ...sayable.map(({ instead }) => instead)];
  const coach = openTrial(sayable);
  const hits = (sentence: string) => coach.review(sentence).findings.filter(({ source }) => source === 'team');
  const alarms = recommended.flatMap((sentence) => {
    const phrase = sayable[Number(hits(sentence)[0]?.rule)];
    return phrase ? [{ phrase: phrase.text, sentence }] : [];
  });
  return {
    phrases: fresh,
    refused: refused.sort((a, b) => a.line - b.line),
    tried: recommended.length,
    alarms,
    covers: bad.filter((sentence) => hits(sentence).length > 0).length,
  };
}

/** The keys to look up before `tryPhrases`. */
export const keysOf = (lines: ReturnType<typeof readPhrases>): readonly string[] =>
  lines.phrases.map(({ phrase }) => phraseKey(phrase));
