import { withoutClosing } from './closing.ts';
import { composed } from './composed.ts';
import { kept } from './kept.ts';
import {
  ARGUING,
  ASKING_BACK,
  CHARGING,
  CHECKING,
  DEED,
  DENYING,
  EMPTY_PROMISE,
  FEELING,
  GIVING_REASON,
  HONEST,
  LOOKED,
  NOTING,
  OUR_OWN_TOIL,
  OWNING,
  PROMISING,
  REFUSING,
  RELIEVING,
  REPORTED,
  REPORTING,
  REQUESTING,
  RHETORICAL,
  SAYING_SO,
  SHRUGGING,
  TELLING,
  TOLD_BACK,
} from './korean-endings.ts';
import type { Sentence } from './segment.ts';

/**
 * What a Korean sentence does is told by its end: '-잖아요' argues, '-셨겠어요' feels with the customer, '-ㄹ게요' promises,
 * whatever stands before. Frames find words; this reads the last ones, so that new words in an old shape are still understood.
 */
export type KoreanAct = 'argues' | 'asks' | 'feels' | 'owns' | 'promises' | 'did' | 'serves' | 'open';

/** Bounds the cost of a text without full stops; in jamo. */
const LONGEST = 600;
/** Laughing and crying. */
const MOOD = 'ㅠㅜㅎㅋ';
/** '됩니당', '해용': chat endings. */
const COY = /(?:니당|[용욤염])$/u;

const bareOf = kept((sentence: string): string =>
  withoutClosing(composed(sentence.slice(-LONGEST)), MOOD)
    .replaceAll('하였', '했')
    .replace(COY, (ending) => (ending === '니당' ? '니다' : '요')),
);

/** `sentence` is normal or written text. */
export function koreanAct(sentence: string, isQuestion: boolean): KoreanAct {
  const text = bareOf(sentence);
  if (FEELING.test(text) && !OUR_OWN_TOIL.test(text)) return 'feels';
  if (isQuestion && ASKING_BACK.test(text)) return 'asks';
  if (isQuestion) return RHETORICAL.test(text) && !CHECKING.test(text) ? 'argues' : 'open';
  if (OWNING.test(text)) return 'owns';
  if (DENYING.test(text)) return 'serves';
  if (ARGUING.test(text) || SHRUGGING.test(text) || RHETORICAL.test(text)) return 'argues';
  if (SAYING_SO.test(text)) return TOLD_BACK.test(text) ? 'serves' : 'argues';
  if (PROMISING.test(text) && !EMPTY_PROMISE.test(text) && !REFUSING.test(text)) return 'promises';
  if (DEED.test(text) && !LOOKED.test(text)) return 'did';
  if (HONEST.test(text)) return 'serves';
  if (RELIEVING.test(text) || REQUESTING.test(text) || LOOKED.test(text) || REPORTING.test(text)) return 'serves';
  return 'open';
}

const known = new WeakMap<Sentence, KoreanAct>();

/** `koreanAct` of a sentence of the draft, read once; `text` is its normal text. */
export function actOfSentence(sentence: Sentence, text: string): KoreanAct {
  const before = known.get(sentence);
  if (before) return before;
  const act = koreanAct(text, sentence.isQuestion);
  known.set(sentence, act);
  return act;
}

/** Whether a sentence says that a charge or an excuse does not hold. */
export const koreanDenies = (sentence: string): boolean => DENYING.test(bareOf(sentence));

/** Whether a sentence hands something back rather than setting it right. */
export const koreanTells = (sentence: string): boolean => TELLING.test(bareOf(sentence));

/** Whether sympathy names what happened: '…하셨으니 얼마나 …'. */
export const koreanGivesReason = (sentence: string): boolean => GIVING_REASON.test(bareOf(sentence));

/** Whether the complaint is taken down: '… 건, 접수했어요'. */
export const koreanNotes = (sentence: string): boolean => NOTING.test(bareOf(sentence));

/** Whether words tell what somebody said. */
export const koreanReports = (words: string): boolean => REPORTED.test(composed(words));

/** Whether a sentence lets the customer off something, or takes back what was said against them. */
export const koreanGrants = (sentence: string): boolean => {
  const text = bareOf(sentence);
  return RELIEVING.test(text) || DENYING.test(text);
};

/** Whether words lay the fault on somebody. */
export const koreanCharges = (words: string): boolean => CHARGING.test(composed(words));
