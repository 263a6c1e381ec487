import { FILLER_SPACE, startsWith } from './fillers.ts';
import { englishForms, koreanForms } from './word-forms.ts';

export type Language = 'en' | 'zh' | 'ko';

/** A stack of places, so that trying a frame allocates nothing. */
export interface Places {
  readonly at: Int32Array;
  top: number;
}

/** How the words of a frame join in one language. Positions are indices of the normal text. */
export interface Grammar {
  /** Puts on `places` every place where the next word may begin after one that ended at `at`. */
  readonly joints: (codes: Uint16Array, at: number, end: number, crossesCommas: boolean, places: Places) => void;
  /** Puts on `places` every place a gap of up to `size` words (Chinese: characters) may lead to from `at`. */
  readonly gaps: (codes: Uint16Array, at: number, end: number, size: number, crossesCommas: boolean, places: Places) => void;
  readonly gapSize: number;
  readonly forms: (word: string) => readonly string[];
  /** How often a literal is to be expected in a text: rare ones make good anchors. */
  readonly frequency: (literal: string) => number;
}

const SPACE = 0x20;
const SOFT_SPACE = 1;
const COMMA = 0x2c;

function push(places: Places, place: number): void {
  places.at[places.top++] = place;
}

const isSpace = (code: number | undefined): boolean => code === SPACE || code === SOFT_SPACE || code === FILLER_SPACE;
/** . ; : ! ? and new lines end what a frame may span; commas only where it says so. */
export const isHardStop = (code: number | undefined): boolean =>
  code === 0x2e || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f || code === 0x0a;
export const isTail = (code: number | undefined): boolean => code !== undefined && code >= 0x11a8 && code <= 0x11ff;

const CHINESE_FILLER = new Uint8Array(65_536);
for (const char of '的了也都就才还真可又再太很呢啊呀嘛吧哦喔啦吗得地着过') CHINESE_FILLER[char.charCodeAt(0)] = 1;

function wordEnd(codes: Uint16Array, at: number, end: number): number {
  let i = at;
  while (i < end && !isSpace(codes[i])) i++;
  return i;
}

function englishJoints(codes: Uint16Array, at: number, end: number, crosses: boolean, places: Places): void {
  let i = crosses && codes[at] === COMMA ? at + 1 : at;
  for (let fillers = 0; fillers < 3 && i < end && isSpace(codes[i]); fillers++) {
    push(places, i + 1);
    if (codes[i] !== FILLER_SPACE) return;
    i = wordEnd(codes, i + 1, end);
  }
}

function englishGaps(codes: Uint16Array, at: number, end: number, size: number, crosses: boolean, places: Places): void {
  push(places, at);
  let i = at;
  for (let words = 0; words < size; words++) {
    const start = i;
    while (i < end && !isSpace(codes[i])) {
      if (isHardStop(codes[i]) && !(codes[i] === 0x2e && !isSpace(codes[i + 1]))) return;
      if (codes[i] === COMMA && !crosses) return;
      i++;
    }
    if (i >= end || i === start) return;
    push(places, ++i);
  }
}

function chineseJoints(codes: Uint16Array, at: number, _end: number, crosses: boolean, places: Places): void {
  let i = crosses && codes[at] === COMMA ? at + 1 : at;
  for (let fillers = 0; fillers < 3; fillers++) {
    push(places, i);
    if (CHINESE_FILLER[codes[i] ?? 0] === 0) return;
    i++;
  }
}

function chineseGaps(codes: Uint16Array, at: number, end: number, size: number, crosses: boolean, places: Places): void {
  for (let i = at; i <= at + size && i < end; i++) {
    push(places, i);
    if (isHardStop(codes[i]) || (codes[i] === COMMA && !crosses)) return;
  }
}

const PARTICLES =
  '은 는 이 가 을 를 도 만 의 에 에서 에게 한테 께 께서 으로 로 까지 부터 과 와 랑 이랑 하고 이나 나 이라도 라도 야 요 이야 이요 조차 마저 밖에 이라 라 이란 란 으로는 로는 에는 에서는 까지는 에도';
/** Particles by their first unit, as jamo. */
const PARTICLE_BY_FIRST = new Map<number, string[]>();
for (const particle of PARTICLES.split(' ')) {
  const jamo = particle.normalize('NFD');
  PARTICLE_BY_FIRST.set(jamo.charCodeAt(0), [...(PARTICLE_BY_FIRST.get(jamo.charCodeAt(0)) ?? []), jamo]);
}

function afterKoreanWord(codes: Uint16Array, at: number, end: number, crosses: boolean, places: Places): void {
  if (isTail(codes[at])) return;
  push(places, at);
  let i = crosses && codes[at] === COMMA ? at + 1 : at;
  if (!isSpace(codes[i])) return;
  push(places, i + 1);
  if (codes[i] !== FILLER_SPACE) return;
  i = wordEnd(codes, i + 1, end);
  if (isSpace(codes[i])) push(places, i + 1);
}

const NEGATIONS = ['안', '못'].map((word) => Array.from(word.normalize('NFD'), (unit) => unit.charCodeAt(0)));

/** Whether '안' or '못' stands before `at` as a word of its own: they take no particle, so '안에' is the inside of something. */
function isNegation(codes: Uint16Array, at: number): boolean {
  const before = codes[at - 4] ?? 0;
  if (before >= 0x1100 && before <= 0x11ff) return false;
  return NEGATIONS.some(([lead, vowel, tail]) => codes[at - 1] === tail && codes[at - 2] === vowel && codes[at - 3] === lead);
}

function koreanJoints(codes: Uint16Array, at: number, end: number, crosses: boolean, places: Places): void {
  afterKoreanWord(codes, at, end, crosses, places);
  if (isNegation(codes, at)) return;
  for (const particle of PARTICLE_BY_FIRST.get(codes[at] ?? 0) ?? [])
    if (startsWith(codes, at, particle)) afterKoreanWord(codes, at + particle.length, end, crosses, places);
}

function koreanGaps(codes: Uint16Array, at: number, end: number, size: number, crosses: boolean, places: Places): void {
  push(places, at);
  let i = at;
  for (let words = 0; words < size; words++) {
    for (let length = 0; i < end && !isSpace(codes[i]); i++, length++)
      if (length > 24 || isHardStop(codes[i]) || (codes[i] === COMMA && !crosses)) return;
    if (i >= end) return;
    push(places, ++i);
  }
}

const ENGLISH_COMMON = new Set(
  "i you we it he she they me us my our your is are was were be been am 's the a an and or but if of to in on at for with from by as that this these those not no do does did have has had will would can could should may might must so then there here what which who when how why all any some one up out off about into over after before than very too also get go got now only".split(
    ' ',
  ),
);
const KOREAN_COMMON = new Set(
  '고객 고객님 저희 하 해 되 돼 있 없 않 수 것 거 게 이 그 저 제 안 못 지 주 드리 드려 보 가 오 말씀 으로 에서 니다 습니다'
    .split(' ')
    .map((word) => word.normalize('NFD')),
);
const CHINESE_COMMON = new Set([...'的了是我您你这那不就都也在有没一个们吗吧呢要会能可上下来去到说给好人自己']);

export const GRAMMARS: Record<Language, Grammar> = {
  en: {
    joints: englishJoints,
    gaps: englishGaps,
    gapSize: 3,
    forms: englishForms,
    frequency: (word) => (ENGLISH_COMMON.has(word) ? 100 : word.length <= 3 ? 6 : word.length === 4 ? 2 : 1),
  },
  zh: {
    joints: chineseJoints,
    gaps: chineseGaps,
    gapSize: 4,
    forms: (word) => [word],
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
    joints: koreanJoints,
    gaps: koreanGaps,
    gapSize: 2,
    forms: koreanForms,
    frequency: (word) =>
      KOREAN_COMMON.has(word) ? 100 : word.length <= 2 ? 60 : word.length === 3 ? 20 : word.length <= 5 ? 4 : 1,
  },
};
