import { chineseNumber } from './chinese-facts.ts';
import { composed } from './composed.ts';
import {
  CHINESE_COUNTER,
  DATES,
  ENGLISH_EMPTY,
  KOREAN_COUNTER,
  NUMBER_WORDS,
  SAME,
  SAME_CHINESE,
  SAME_KOREAN,
  THINGS,
  WISHES,
} from './fact-words.ts';
import type { Language } from './grammar.ts';
import { kept } from './kept.ts';
import { normalise } from './normalise.ts';
import { wordsStanding } from './words-standing.ts';

/** What a text says, in a form in which two tellings can be compared. */
export interface Facts {
  /** Content words by stem or concept; for Chinese, pairs of characters. */
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly dates: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly wishes: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
  /** The text folded and cut into tokens, for finding what was copied. */
  readonly tokens: readonly string[];
}

const conceptMap = (lines: readonly (readonly string[])[], stem: (word: string) => string): Map<string, string> => {
  const map = new Map<string, string>();
  for (const line of lines) for (const word of line) map.set(stem(word), `=${line[0]}`);
  return map;
};

/** A rough stem: good enough to see that 'stopping' and 'stopped' are one word. */
export function englishStem(word: string): string {
  let stem = word;
  if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 4 && stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  else if (stem.length > 4 && stem.endsWith('es') && /(?:sh|ch|x|s)es$/u.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.at(-1) === stem.at(-2) && !'aeiouls'.includes(stem.at(-1) ?? '')) stem = stem.slice(0, -1);
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem;
}

const KOREAN_ENDING =
  /(?:에서는|에서도|으로는|에게는|이라고|이라는|라고만|(?<=..)라는|에서|에게|한테|부터|까지|으로|처럼|보다|마다|이나|이라도|만에|이고|하고|이며|인데|은|는|이|가|을|를|도|만|의|에|로|와|과|랑|요|서)$/u;

export function koreanStem(word: string): string {
  const bare =
    word.length > 2
      ? word.replace(KOREAN_ENDING, '')
      : word.length === 2
        ? word.replace(/(?:은|는|이|가|을|를|도|의|에|로|만)$/u, '')
        : word;
  return verbStem(bare.length > 2 ? bare.slice(0, 2) : bare);
}

const SYLLABLES = 0xac00;
const [VOWEL_STEP, LEAD_STEP] = [28, 588];
/** Vowels that come of a stem's vowel and '-어': 빠져, 바꿔, 나와, 해, 돼 are 빠지, 바꾸, 나오, 하, 되. */
const CONTRACTED: Record<number, number> = { 6: 20, 14: 13, 9: 8, 10: 11 };
/** Finals that an ending adds to an open stem: ㄴ, ㄹ, ㅁ, ㅂ, ㅆ. */
const ADDED = new Set([4, 8, 16, 17, 20]);
/** Endings after a stem that closes with a consonant: 녹은, 녹아, 늦게. */
const AFTER_CLOSED = new Set([...'은는아어던을았었습으게']);
/** Closed stems that carry no fact of their own. */
const PLAIN_STEMS = new Set([...'있없같좋많싶않했됐왔갔였받들']);

/** '녹-' of 녹은 and 녹아; the first syllable of any other word. */
function closedStem([first = '', second = '']: string): string {
  const closed = AFTER_CLOSED.has(second) && !PLAIN_STEMS.has(first) && (first.charCodeAt(0) - SYLLABLES) % VOWEL_STEP > 0;
  return closed ? `${first}-` : first;
}

/** One form for the inflected forms of a short verb: 빠져, 빠진 and 빠졌; 녹아 and 녹은. Nouns lose a final, both sides alike. */
function verbStem(word: string): string {
  const [first = '', second] = word;
  if (second === undefined) return word;
  const closed = closedStem(word);
  if (closed !== first) return closed;
  if (AFTER_CLOSED.has(second) && PLAIN_STEMS.has(first)) return word;
  const code = second.charCodeAt(0) - SYLLABLES;
  if (code < 0 || code >= 11_172) return word;
  const vowel = Math.floor((code % LEAD_STEP) / VOWEL_STEP);
  const final = ADDED.has(code % VOWEL_STEP) ? 0 : code % VOWEL_STEP;
  return first + String.fromCharCode(SYLLABLES + Math.floor(code / LEAD_STEP) * LEAD_STEP + (CONTRACTED[vowel] ?? vowel) * VOWEL_STEP + final); // biome-ignore format: one sum
}

const ENGLISH_CONCEPTS = conceptMap(SAME, englishStem);
const KOREAN_CONCEPTS = conceptMap(SAME_KOREAN, (word) => verbStem(word.slice(0, 2)));
const CHINESE_CONCEPTS = SAME_CHINESE.flatMap((line) => line.map((word) => [word, `=${line[0]}`] as const));
const KOREAN_EMPTY = new Set(
  '저희 제가 고객 고객님 말씀 그런 이런 것이 것은 거죠 있는 있어 있습 하는 하고 해서 했는 때문 정말 너무 다시 지금 오늘 내일 맞게 이해 죄송 그리 그래 하신 하셨 되는 되어 됐는 되었 드리 저는 제대 맞습 맞나 맞지 얼마 수도 번이 합니 겠습 아니 않았 없이 이나 그대 바로 먼저 직접 모두 전부 많이 계속 점검 확인 상태 부분 문제 불편'
    .split(' ')
    .map(verbStem),
);
const CHINESE_EMPTY = new Set(
  '的了是我您你他她它们这那不就都也在有没一个吗吧呢要会能可上下来去到说给把被让和跟与对很还再又才着过得地啊呀哦嗯嘛么些什怎哪几多少好为以及并且但而因所从向往于之其此该请',
);

/** '11', '十一' or '五' as a number. */
const monthOf = (written: string): number =>
  written.startsWith('十') && written.length === 2
    ? 10 + (NUMBER_WORDS[written[1] ?? ''] ?? 0)
    : (NUMBER_WORDS[written] ?? Number(written));

/** May is a month only beside what dates stand beside. */
const MAY =
  /\b(?:in|since|until|till|last|of|early|late|mid|from|before|after|during|this|next|\d{1,2}(?:st|nd|rd|th)?)[\s-]+may\b(?!\s(?:be|have|not|well|i)\b)|\bmay\s(?:\d{1,2}|20\d\d)\b/u;
const WISH_NAMES = Object.entries(WISHES);
const MONTH_SIGNS = ['월', '月'];
const standing = wordsStanding([...Object.keys(DATES), ...Object.values(WISHES).flat(), ...MONTH_SIGNS]);
const standingChinese = wordsStanding([...THINGS, ...CHINESE_CONCEPTS.map(([word]) => word)]);
/** Things by their first character. */
const thingsBy = Map.groupBy(THINGS, (thing) => thing.charAt(0));
const readings: Readonly<Record<Language, (text: string) => Facts>> = {
  en: kept((text) => readFacts(text, 'en')),
  zh: kept((text) => readFacts(text, 'zh')),
  ko: kept((text) => readFacts(text, 'ko')),
};

/** Facts of a text. The language decides how words are found. */
export const factsOf = (text: string, language: Language): Facts => readings[language](text);

function readFacts(text: string, language: Language): Facts {
  const folded = composed(normalise(text).text);
  const words = new Set<string>();
  const numbers = new Set<number>();
  const dates = new Set<string>();
  const things = new Set<string>();
  const tokens: string[] = [];
  for (const digits of folded.matchAll(/\d+(?:[.,:]\d+)*/gu))
    numbers.add(Number.parseFloat(digits[0].replace(/,/gu, '').replace(':', '.')));
  const named = standing(folded);
  for (const word of named) if (DATES[word] !== undefined) dates.add(DATES[word]);
  if (language === 'en' && MAY.test(folded)) dates.add('m5');
  if (MONTH_SIGNS.some((sign) => named.has(sign)))
    for (const month of folded.matchAll(/(\d{1,2}|[一二三四五六七八九十]|十[一二])\s?(?:월|月)(?!\s?(?:이|份?里|前))/gu))
      dates.add(`m${monthOf(month[1] ?? '')}`);
  if (language === 'en') englishFacts(folded, words, numbers, things, tokens);
  else if (language === 'ko') koreanFacts(folded, words, numbers, things, tokens);
  else chineseFacts(folded, words, numbers, things, tokens);
  const wishes = new Set<string>();
  const unwanted = new Set<string>();
  for (const [wish, names] of WISH_NAMES) {
    for (const name of names) {
      if (!named.has(name)) continue;
      const at = folded.indexOf(name);
      const around = folded.slice(Math.max(0, at - 14), at) + folded.slice(at, at + name.length + 5);
      (/(?:not (?:a |to be )?|instead of (?:a |having this one |having it )?|rather than (?:a )?|不要|不想|不是|不用|不必|无需|不需要)$/u.test(
        folded.slice(Math.max(0, at - 30), at),
      ) || /말고|보다|대신/u.test(around.slice(-8))
        ? unwanted
        : wishes
      ).add(wish);
    }
  }
  return { words, numbers, dates, things, wishes, unwanted, tokens };
}

function englishFacts(text: string, words: Set<string>, numbers: Set<number>, things: Set<string>, tokens: string[]): void {
  for (const [token] of text.matchAll(/[a-z][a-z0-9]*|\d[\d.:]*/gu)) {
    tokens.push(token);
    const number = NUMBER_WORDS[token];
    if (number !== undefined) {
      // 'two hundred', 'forty-seven'
      const before = NUMBER_WORDS[tokens[tokens.length - 2] ?? ''];
      const whole = token === 'hundred' ? (before ?? 1) * 100 : before !== undefined && before >= 20 && before < 100 && number < 10 ? before + number : 0; // biome-ignore format: two cases
      if (whole > 0) {
        if (before !== undefined) numbers.delete(before);
        numbers.add(whole);
        continue;
      }
      if (token !== 'second' && token !== 'one') numbers.add(number);
      if (token !== 'half' && token !== 'both' && token !== 'pair') continue;
    }
    if (ENGLISH_EMPTY.has(token) || token.length < 3 || /^\d/u.test(token) || DATES[token]) continue;
    const stem = englishStem(token);
    words.add(ENGLISH_CONCEPTS.get(stem) ?? stem);
    if (THINGS.has(token)) things.add(token);
    else if (token.endsWith('s') && THINGS.has(token.slice(0, -1))) things.add(token.slice(0, -1));
  }
}

/** Nouns of one syllable that are facts; others are mostly counters and helping words. */
const LONE_NOUN = /[문물밥옷차약돈귀눈코목손발등피뼈국빵떡술책벽창길비죽쌀꽃방팔털칼컵향색틀]/u;

const KOREAN_NUMBER = new RegExp(
  `(한|하나|두|둘|세|셋|석|네|넷|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔)\\s?(?=${KOREAN_COUNTER})`,
  'gu',
);

function koreanFacts(text: string, words: Set<string>, numbers: Set<number>, things: Set<string>, tokens: string[]): void {
  for (const match of text.matchAll(KOREAN_NUMBER)) if (match[1] && match[1] !== '한') numbers.add(NUMBER_WORDS[match[1]] ?? 0);
  for (const word of ['하루', '이틀', '사흘', '나흘', '보름'])
    if (text.includes(word) && word !== '하루') numbers.add(NUMBER_WORDS[word] ?? 0);
  for (const [token] of text.matchAll(/[가-힣a-z]+|\d[\d.:]*/gu)) {
    tokens.push(token);
    if (/^\d/u.test(token)) continue;
    const bare = koreanStem(token);
    const stem = bare.length < 2 && !LONE_NOUN.test(bare) && token.length === 2 ? closedStem(token) : bare;
    for (const thing of thingsBy.get(token.charAt(0)) ?? []) if (token.startsWith(thing)) things.add(thing);
    if (KOREAN_EMPTY.has(stem) || NUMBER_WORDS[stem] !== undefined || (stem.length < 2 && !LONE_NOUN.test(stem))) continue;
    words.add(KOREAN_CONCEPTS.get(stem) ?? stem);
  }
}

const CHINESE_NUMBER = new RegExp(`([一二两三四五六七八九十俩]+)(?=${CHINESE_COUNTER})(?![百千万])`, 'gu');

function chineseFacts(text: string, words: Set<string>, numbers: Set<number>, things: Set<string>, tokens: string[]): void {
  for (const [written] of text.matchAll(/[一二两三四五六七八九十]+[百千万][一二三四五六七八九十百千零]*/gu))
    numbers.add(chineseNumber(written));
  for (const match of text.matchAll(CHINESE_NUMBER)) {
    const written = match[1] ?? '';
    const value =
      written.length === 1
        ? NUMBER_WORDS[written]
        : written.startsWith('十')
          ? 10 + (NUMBER_WORDS[written[1] ?? ''] ?? 0)
          : undefined;
    if (value !== undefined && value !== 1) numbers.add(value);
  }
  for (const [, month = ''] of text.matchAll(/(十[一二]|[一二三四五六七八九十])月/gu))
    if (monthOf(month) > 1) numbers.add(monthOf(month));
  const named = standingChinese(text);
  for (const word of named) if (THINGS.has(word)) things.add(word);
  for (const [word, concept] of CHINESE_CONCEPTS) if (named.has(word)) words.add(concept);
  for (const [run] of text.matchAll(/[㐀-鿿]+|[a-z0-9.]+/gu)) {
    if (/^[a-z0-9]/u.test(run)) {
      tokens.push(run);
      continue;
    }
    let before = '';
    for (const char of run) {
      tokens.push(char);
      const own = CHINESE_EMPTY.has(char) ? '' : char;
      if (before !== '' && own !== '') words.add(before + own);
      before = own;
    }
  }
}
