import type { CalendarDate } from '../calendar/index.ts';
// From the file itself: the calendars of all countries are much to load, and no review needs them.
import { parseWhen } from '../calendar/when/parse-when.ts';
import type { DraftPromise, Finding, Language, SentenceInfo } from './review.ts';
import { PROMISE_FAULTS } from './rules/promises.ts';

/** When and where the draft is written: what 'tomorrow' means in it. */
export interface WrittenAt {
  readonly now: Date;
  /** IANA zone of the rep. */
  readonly zone: string;
}

const speaks = (sentence: SentenceInfo): sentence is SentenceInfo & { language: Language } => sentence.language !== 'other';

/** What a sentence promises, if it says when. A sentence that asks or retells promises nothing. */
function promiseIn(draft: string, sentence: SentenceInfo, { now, zone }: WrittenAt): DraftPromise | undefined {
  const { elements, start, end } = sentence;
  if (!speaks(sentence) || elements.includes('check') || !(elements.includes('time') || elements.includes('action')))
    return undefined;
  const text = draft.slice(start, end);
  const found = parseWhen(text, { now, zone, language: sentence.language });
  if (found.kind === 'none') return undefined;
  const [moment] = found.kind === 'ambiguous' ? found.choices : [found];
  if (!moment) return undefined;
  const { on, time, at } = moment;
  return {
    start,
    end,
    text,
    words: { start: start + found.start, end: start + found.end },
    on,
    ...(time && { time }),
    ...(at && { at }),
    ...(found.kind !== 'at' && { unsure: found.kind }),
  };
}

export function promisesIn(draft: string, sentences: readonly SentenceInfo[], at: WrittenAt): readonly DraftPromise[] {
  return sentences.flatMap((sentence) => promiseIn(draft, sentence, at) ?? []);
}

/** A time that has passed, and one later than what the customer was promised already. */
export function promiseFindings(
  promises: readonly DraftPromise[],
  sentences: readonly SentenceInfo[],
  promisedOn: CalendarDate | undefined,
): readonly Finding[] {
  return promises.flatMap((promise): readonly Finding[] => {
    const fault = promise.unsure === 'past' ? 'past' : promisedOn !== undefined && promise.on > promisedOn ? 'later' : undefined;
    const language = sentences.find(({ start }) => start === promise.start)?.language;
    if (!fault || !language || language === 'other') return [];
    const { why, instead } = PROMISE_FAULTS[fault][language];
    const place = { ...promise.words, language, why, instead, source: 'P19' };
    // What was promised before may have been another thing: a look is enough.
    return [{ rule: `promise-${fault}`, category: 'overpromise', level: fault === 'past' ? 'problem' : 'hint', ...place }];
  });
}
