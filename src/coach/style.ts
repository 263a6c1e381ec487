import { withoutClosing } from './closing.ts';
import { composed } from './composed.ts';
import type { Finding, Range } from './review.ts';
import type { Sentence } from './segment.ts';

/** Faults of the draft as a whole: Korean speech levels that jump about, 您 and 你 in one draft. */

type Level = 'formal' | 'polite' | 'plain';

const FORMAL = /(?:니다|니까|십시오|시오|시지요)$/u;
const POLITE = /(?:요|죠|지요)$/u;
const PLAIN = /(?:다|어|아|지|야|해|네|냐|니|라|자|게|든가|든지|돼|가|줘|봐)$/u;

/** Laughing, crying and marked spaces. */
const MARKED = 'ㅠㅜㅎㅋ\u0001\u0002';
/** In jamo. */
const LONGEST_ENDING = 20;

function speechLevel(sentence: string): Level | undefined {
  // Composing is what costs here, and only the last syllables are read.
  const bare = withoutClosing(composed(withoutClosing(sentence, MARKED).slice(-LONGEST_ENDING)), MARKED);
  if (FORMAL.test(bare)) return 'formal';
  if (POLITE.test(bare)) return 'polite';
  return /[가-힣]{2}$/u.test(bare) && PLAIN.test(bare) ? 'plain' : undefined;
}

const KOREAN = {
  plain: {
    rule: 'ko-speech-plain',
    why: '존댓말 사이에 반말이 섞였습니다. 낮춰 부르는 말로 들립니다.',
    instead: '이 문장도 "-습니다"나 "-요"로 끝맺어 주세요.',
  },
  mixed: {
    rule: 'ko-speech-mixed',
    why: '"-습니다"와 "-요"가 문장마다 바뀝니다. 여러 사람이 쓴 글처럼 읽힙니다.',
    instead: '처음부터 끝까지 한 가지 말투로 맞춰 주세요.',
  },
};
const CHINESE = { rule: 'zh-you-mixed', why: '同一封回复里“您”和“你”混着用，显得忽冷忽热。', instead: '全文统一用“您”。' };

export function styleFindings(
  draft: string,
  sentences: readonly Sentence[],
  texts: readonly string[],
  ranges: readonly Range[],
): Finding[] {
  const found: Finding[] = [];
  const levels = sentences.map((sentence, at) => (sentence.language === 'ko' ? speechLevel(texts[at] ?? '') : undefined));
  const polite = levels.some((level) => level === 'formal' || level === 'polite');
  let jumps = 0;
  let last: Level | undefined;
  let firstJump = -1;
  levels.forEach((level, at) => {
    if (level === 'plain' && polite) found.push(finding(KOREAN.plain, ranges[at], 'ko'));
    if (level === undefined || level === 'plain') return;
    if (last !== undefined && last !== level && ++jumps === 2) firstJump = at;
    last = level;
  });
  if (firstJump >= 0) found.push(finding(KOREAN.mixed, ranges[firstJump], 'ko'));
  const formalYou = draft.search(/您/u);
  const plainYou = draft.search(/[你妳]/u);
  if (formalYou >= 0 && plainYou >= 0) found.push(finding(CHINESE, { start: plainYou, end: plainYou + 1 }, 'zh'));
  return found;
}

function finding(
  words: { rule: string; why: string; instead: string },
  range: Range | undefined,
  language: 'ko' | 'zh',
): Finding {
  return { ...words, category: 'style', level: 'hint', start: range?.start ?? 0, end: range?.end ?? 0, language, source: 'P36' };
}
