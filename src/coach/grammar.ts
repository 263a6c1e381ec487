import { englishForms, koreanForms } from './word-forms.ts';

export type Language = 'en' | 'zh' | 'ko';

/** How the parts of a frame join in one language: what may stand between two words, what a gap is made of. */
export interface Grammar {
  /** Between two neighbours of a frame. */
  readonly joint: string;
  /** Up to `size` words (Chinese: characters). */
  readonly gap: (size: number | undefined, crossesCommas: boolean) => string;
  readonly forms: (word: string) => readonly string[];
  /** After a word marked `~`: the rest of it. */
  readonly rest: string;
  /** After a word without `~`. */
  readonly wordEnd: string;
  readonly frameStart: string;
  readonly frameEnd: string;
  /** How often a literal is to be expected in a text: rare ones make good anchors. */
  readonly frequency: (literal: string) => number;
}

/** A regular expression for a list of words that shares their beginnings. */
export function trieSource(words: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  let ends = false;
  for (const word of words) {
    if (word === '') ends = true;
    else byFirst.set(word[0] ?? '', [...(byFirst.get(word[0] ?? '') ?? []), word.slice(1)]);
  }
  const branches = [...byFirst].map(([first, rests]) => first.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&') + trieSource(rests));
  if (branches.length === 0) return '';
  const body = branches.length === 1 && !ends ? (branches[0] ?? '') : `(?:${branches.join('|')})`;
  return ends ? `${body}?` : body;
}

const ENGLISH_COMMON = new Set(
  "i you we it he she they me us my our your is are was were be been am 's the a an and or but if of to in on at for with from by as that this these those not no do does did have has had will would can could should may might must just so then there here what which who when how why all any some one up out off about into over after before than very too also get go got now only".split(
    ' ',
  ),
);
const KOREAN_PARTICLES = trieSource(
  '은 는 이 가 을 를 도 만 의 에 에서 에게 한테 께 께서 으로 로 까지 부터 과 와 랑 이랑 하고 이나 나 이라도 라도 야 요 이야 이요 조차 마저 밖에 이라 라 이란 란 으로는 로는 에는 에서는 까지는 에도'
    .split(' ')
    .map((word) => word.normalize('NFD')),
);
const KOREAN_COMMON = new Set(
  '고객 고객님 저희 하 해 되 돼 있 없 않 수 것 거 게 이 그 저 제 안 못 지 주 드리 드려 보 가 오 말씀 으로 에서 니다 습니다'
    .split(' ')
    .map((word) => word.normalize('NFD')),
);
const CHINESE_COMMON = new Set('的了是我您你这那不就都也在有没一个们吗吧呢要会能可上下来去到说给好人自己'.split(''));
const CHINESE_FILLERS = '的了也都就才还真可又再太很呢啊呀嘛吧哦喔啦吗得地着过';

const KOREAN_WORD = '[^\\x01\\x02\\s,.;:!?~"()]';

export const GRAMMARS: Record<Language, Grammar> = {
  en: {
    joint: '(?:\\x02[a-z]+){0,2}[ \\x02]',
    gap: (size = 3, crosses) => `(?:[^ \\x02${crosses ? '' : ','}.;:!?\\n]+[ \\x02]){0,${size}}`,
    forms: englishForms,
    rest: '\\b',
    wordEnd: '\\b',
    frameStart: '\\b',
    frameEnd: '',
    frequency: (word) => (ENGLISH_COMMON.has(word) ? 100 : word.length <= 3 ? 6 : word.length === 4 ? 2 : 1),
  },
  zh: {
    joint: `[${CHINESE_FILLERS}]{0,2}`,
    gap: (size = 4, crosses) => `[^${crosses ? '' : ','}.;:!?\\n]{0,${size}}?`,
    forms: (word) => [word],
    rest: '',
    wordEnd: '',
    frameStart: '',
    frameEnd: '',
    frequency: (word) =>
      word.length === 1
        ? CHINESE_COMMON.has(word)
          ? 100
          : 8
        : [...word].every((one) => CHINESE_COMMON.has(one))
          ? 12 / word.length
          : 2 / word.length,
  },
  ko: {
    joint: `(?:${KOREAN_PARTICLES})?(?![\\u11a8-\\u11ff])(?:\\x02[^\\x01\\x02 ,.;:!?]{1,14})?[\\x01\\x02]?`,
    gap: (size = 2, crosses) =>
      `(?:[^\\x01\\x02${crosses ? '' : ','}.;:!?\\n]{0,20}${crosses ? ',?' : ''}[\\x01\\x02]){0,${size}}`,
    forms: koreanForms,
    rest: `${KOREAN_WORD}{0,24}`,
    wordEnd: '(?![\\u11a8-\\u11ff])',
    frameStart: '(?<![\\u1100-\\u11ff])',
    frameEnd: '',
    frequency: (word) =>
      KOREAN_COMMON.has(word) ? 100 : word.length <= 2 ? 60 : word.length === 3 ? 20 : word.length <= 5 ? 4 : 1,
  },
};
