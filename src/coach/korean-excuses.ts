import { composed } from './composed.ts';
import { actOfSentence, type KoreanAct, koreanCharges, koreanDenies, koreanGrants, koreanReports } from './korean-sentence.ts';
import type { NormalText } from './normalise.ts';
import type { Rule } from './rule.ts';
import type { Hit } from './rulebook.ts';
import type { Sentence } from './segment.ts';
import { signs } from './sign.ts';

const sign = signs.ko;

/** How far a hit is followed by what reports it, in jamo. */
const REACH = 24;
/** 'That will not do today. Instead …': what the sentence after a limit begins with when it goes on to help. */
const INSTEAD = sign(/^[\s\p{P}]*(?:대신|그 대신|다만|하지만|그렇지만|그러나|그래도|그래서|우선|먼저|일단|오늘|내일|지금|바로)/u);
const AT_ONCE = sign(/(?:^|[ ,])(?:바로|지금|즉시|곧장|당장|직접)[ ,]/u);
/** A limit said so is no honest one. */
const SHRUGGED = sign(/솔직히|어쩔|어쩌|감당|그냥|원래|무조건|절대|소용|싫/u);
/** '…지만', '…으나', '…는데', '…니다만,': the sentence turns after the hit. */
const TURN = sign(/지만|으나|다만[ ,]|[는은인]데[ ,]|테니|(?:[니라]) 대신/u);
/** '…하신 게 아니라', '…하실 필요 없어요': said of what the customer did not or need not do. */
const NEGATED = sign(
  /(?:신|려는) (?:게|것이|건) 아니|실 (?:일|필요|것|까닭)[은는이도]? ?없|(?:(?<!안심하)셔|어|아|여)도 (?:괜찮|됩니다|돼요|좋)|[었았였했]어도 |더라도 /u,
);
/** What somebody might think of the customer, told by one who is sorry. */
const THOUGHT = sign(/다고|까 봐/u);
/** '평생 가는 물건은 아니라서' promises nothing. */
const NO_SUCH = sign(
  /아니(?:라서|지만|어서|고요)|건 아니|것은 아니|지는 (?:않|못)|다고는|[다라]는 말|수는 없|수 있는 (?:건|것은)|(?:장담|약속|보장|말씀)[^.]{0,6}못 /u,
);
/** '진정하실 수 없는 일': the customer's right to be angry. */
const CANNOT_BUT = sign(/실 수 없는/u);
/** '…는 못 드리지만 반값은 승인할 수 있어요'. */
const STILL_CAN = sign(/(?:지만|으나|는데)[^.]*수 있(?:습니다|어요)[\s\p{P}]*$/u);
const NEED_NOT = sign(/실 (?:일|필요|것|까닭)[은는이도]? ?없/u);
const WE_DO = sign(/(?:제가|저희가)[^.]* 테니/u);
/** Somebody else who behaved badly. */
const SOMEBODY = sign(/(?:직원|기사|기사님|사람|점원|상담원|알바생?|이웃|강사)(?:이|가|은|는|도)? /u);
/** Endings that give a reason. */
const BECAUSE = sign(/(?:니까요|거든요|잖아요|[라어아해]서요)$/u);
/** So many words after a hit the sentence has turned to something else. */
const FAR = 3;
/** '무엇으로도 바꿀 수 없는 사진인 걸 압니다', '저희가 바로 돌려드릴 수 있는 건이에요'. */
const KNOWS_OR_CAN = sign(/(?:압니다|알아요|알고 있습니다)[\s\p{P}]*$|드릴 수 있는 (?:건|것|일)(?:이에요|입니다)/u);
/** In jamo. */
const LONG_WORD = 24;
/** The rest of the word in which a hit ends. */
const WORD_REST = /^[가-힣]+/u;
const WORD = /[\p{L}\p{N}]+/gu;
/** Words of feeling that are the customer's where they bear an honorific. */
const HURT = sign(/(?:짜증|막히|막혀|어이|황당|답답|지긋|웃기|귀찮).*[셨시]/u);

/** Whether what a rule found in a Korean sentence is taken back: by how the sentence ends, or by help near it. */
export function koreanExcuses(
  hitsAt: readonly (readonly Hit[])[],
  normal: NormalText,
  sentences: readonly Sentence[],
): (hit: Hit, rule: Rule) => boolean {
  const texts: (string | undefined)[] = [];
  const textAt = (at: number): string => {
    const sentence = sentences[at];
    texts[at] ??= sentence ? words(sentence) : '';
    return texts[at] ?? '';
  };
  const actAt = (at: number): KoreanAct => {
    const sentence = sentences[at];
    return sentence ? actOfSentence(sentence, normal.text.slice(sentence.start, sentence.end)) : 'open';
  };
  /** A sentence that does something, and says by when or begins with 'instead'. */
  const helpsAt = (at: number): boolean => {
    if (sentences[at]?.language !== 'ko') return false;
    const act = actAt(at);
    if (act !== 'promises' && act !== 'did') return false;
    return (
      INSTEAD.test(textAt(at)) ||
      AT_ONCE.test(textAt(at)) ||
      (hitsAt[at] ?? []).some(({ rule }) => rule.element === 'when' || rule.element === 'time')
    );
  };
  /** Whether the rest of the draft owns up and does something: then a limit is told to one who is being helped. */
  const makesUp = (from: number): boolean => {
    const others = sentences.map((_, at) => (at === from ? 'open' : actAt(at)));
    const owns =
      others.includes('owns') || hitsAt.some((hits, at) => at !== from && hits.some(({ rule }) => rule.element === 'own'));
    return owns && (others.includes('promises') || others.includes('did'));
  };
  const words = ({ start, end }: { start: number; end: number }): string => composed(normal.text.slice(start, end));

  /** Whether the sentence goes on to say or do something of another kind: then what was found on the way is no answer. */
  const isByTheWay = (hit: Hit, { category }: Rule, act: KoreanAct): boolean => {
    const until = Math.min(sentences[hit.sentence]?.end ?? hit.end, hit.end + FAR * LONG_WORD);
    const wordsAfter = words({ start: hit.end, end: until }).replace(WORD_REST, '').match(WORD)?.length ?? 0;
    if (category === 'impatient')
      return act === 'promises' || (act === 'serves' && wordsAfter > 0) || (act === 'did' && wordsAfter > 0);
    if (category === 'excuse' || category === 'vague') return act === 'serves' && wordsAfter > 0;
    if (category !== 'refusal' || wordsAfter < FAR || act === 'argues') return false;
    return act !== 'open' || KNOWS_OR_CAN.test(textAt(hit.sentence));
  };

  /** 'You need not send it back. It is fragile, you see.': a reason for help, or for owning up, in the sentence before or after. */
  const isBackedUp = (at: number): boolean => {
    const [before, after] = [actAt(at - 1), actAt(at + 1)];
    return (
      before === 'owns' ||
      koreanGrants(textAt(at - 1)) ||
      after === 'did' ||
      (after === 'promises' && !sentences[at + 1]?.isQuestion)
    );
  };

  return (hit, rule) => {
    const { category, level } = rule;
    const act = actAt(hit.sentence);
    const near = words({ start: hit.start, end: hit.end + REACH });
    if (act !== 'argues' && koreanReports(near)) return true;
    if (level === 'hint') return false;
    if (isByTheWay(hit, rule, act)) return true;
    if (category === 'excuse' && BECAUSE.test(words(hit)) && isBackedUp(hit.sentence)) return true;
    if (act !== 'argues' && NEGATED.test(near)) return true;
    if (category === 'rude' && (koreanDenies(textAt(hit.sentence)) || CANNOT_BUT.test(near))) return true;
    if (category === 'rude')
      return act === 'owns' ? THOUGHT.test(near) : act === 'feels' && (HURT.test(near) || SOMEBODY.test(textAt(hit.sentence)));
    if (CANNOT_BUT.test(textAt(hit.sentence))) return true;
    if (act === 'owns') return true;
    if (category === 'overpromise') return NO_SUCH.test(near);
    if (category === 'deflect' && (WE_DO.test(textAt(hit.sentence)) || NEED_NOT.test(textAt(hit.sentence)))) return true;
    if (act === 'feels' || act === 'asks') return true;
    if (category !== 'deflect' && koreanDenies(textAt(hit.sentence))) return true;
    if (act === 'argues') return false;
    if (act === 'promises' || act === 'did') {
      if (category === 'refusal' || category === 'excuse' || category === 'deflect') return true;
      if (category === 'blame') return !koreanCharges(words(hit));
      return TURN.test(words({ start: hit.start, end: sentences[hit.sentence]?.end ?? hit.end }));
    }
    if (category === 'refusal' && STILL_CAN.test(textAt(hit.sentence))) return true;
    // A limit said honestly, with what we do instead right after it.
    if (rule.forgivenBy === undefined || category === 'deflect' || SHRUGGED.test(textAt(hit.sentence))) return false;
    return helpsAt(hit.sentence + 1) || helpsAt(hit.sentence + 2) || (category === 'refusal' && makesUp(hit.sentence));
  };
}
