import { KIND, Kind } from './fold.ts';
import type { Language } from './grammar.ts';
import type { NormalText } from './normalise.ts';

/** A sentence of the normal text, in units of the normal text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly language: Language | 'other';
  readonly isQuestion: boolean;
  /** Bits of SCRIPT: which of them have letters in the sentence. */
  readonly scripts: number;
}

export const SCRIPT: Readonly<Record<Language, number>> = { en: 1, zh: 2, ko: 4 };

/** Words of somebody else: inside quotation marks, or on a line that begins with '>'. */
export interface Quote {
  readonly start: number;
  readonly end: number;
}

/** A text without full stops is cut, so that the cost stays linear. */
export const LONGEST_SENTENCE = 1200;
const DOT = 46;
const QUESTION = 63;
const BANG = 33;
const NEWLINE = 10;
const WAVE = 126;
const CARET = 94;
const TITLES = /(?:^|[\s"(])(?:mr|mrs|ms|dr|prof|st|vs|etc|approx|dept|ext|e\.g|i\.e|[a-z]|[ap]\.m)$/u;

const isLowSurrogate = (code = 0): boolean => code >= 0xdc00 && code <= 0xdfff;
const isHan = (code = 0): boolean => code >= 0x3400 && code <= 0x9fff;
const isDigit = (code = 0): boolean => code >= 48 && code <= 57;
const isHangul = (code: number): boolean => code >= 0x1100 && code <= 0x11ff;

/** Emoji, kaomoji letters (ㅠㅋㅎ) and '^^' part sentences. */
function isPictogram(code: number): boolean {
  return (code >= 0xd83c && code <= 0xd83e) || (code >= 0x2600 && code <= 0x27bf) || (code >= 0x3131 && code <= 0x318e);
}

/** '…잖아요~ 그룹으로 …', '유감이네요 ^^ 그날…': a mark of mood after a final '요', '죠' or '다'. */
function endsKoreanChat(codes: Uint16Array, at: number): boolean {
  const next = codes[at + 1] ?? 0;
  if (next !== 0x20 && next !== 1) return false;
  let last = at - 1;
  while (last > 0 && (codes[last] === WAVE || codes[last] === CARET || codes[last] === 0x20 || codes[last] === 1)) last--;
  return codes[last] === 0x116d || (codes[last] === 0x1161 && codes[last - 1] === 0x1103);
}

export function sentencesOf(normal: NormalText): Sentence[] {
  const { codes, length, text } = normal;
  const sentences: Sentence[] = [];
  let start = 0;
  let latin = 0;
  let han = 0;
  let hangul = 0;
  let kana = 0;
  const close = (end: number, isQuestion: boolean): void => {
    if (latin + han + hangul + kana > 0) {
      const language =
        hangul > 1 && hangul >= han && hangul * 3 >= latin
          ? 'ko'
          : kana > han
            ? 'other'
            : han > 0 && han * 6 >= latin
              ? 'zh'
              : latin > 0
                ? 'en'
                : 'other';
      const scripts = (latin > 0 ? SCRIPT.en : 0) | (han > 0 ? SCRIPT.zh : 0) | (hangul > 0 ? SCRIPT.ko : 0);
      sentences.push({ start, end, language, isQuestion, scripts });
    }
    start = end;
    latin = han = hangul = kana = 0;
  };
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    if (code >= 97 && code <= 122) {
      latin++;
      continue;
    }
    if (isHangul(code)) hangul++;
    else if (code >= 0x3400 && code <= 0x9fff) han++;
    else if (code >= 0x3041 && code <= 0x30ff) kana++;
    else if (code === NEWLINE || isPictogram(code)) {
      close(at, false);
      start = isLowSurrogate(codes[at + 1]) ? at + 2 : at + 1; // half an emoji may stand alone
    } else if (code === QUESTION || code === BANG || (code === DOT && endsHere(text, at))) {
      let end = at + 1;
      let isQuestion = code === QUESTION;
      for (
        ;
        end < length &&
        (codes[end] === DOT ||
          codes[end] === BANG ||
          codes[end] === QUESTION ||
          codes[end] === 34 ||
          codes[end] === 39 ||
          codes[end] === 41);
        end++
      )
        if (codes[end] === QUESTION) isQuestion = true;
      // '…?' inside quotation marks that go on with a comma or a particle does not end the sentence around them
      if (end > at + 1 && codes[end - 1] === 34 && end < length && (codes[end] === 44 || isHangul(codes[end] ?? 0))) continue;
      close(end, isQuestion);
      at = end - 1;
    }
    // '给您发出哦～ 换上新的…': in Chinese chat the wave is a full stop (one without a space is gone from the normal text)
    else if ((code === WAVE || code === CARET) && endsKoreanChat(codes, at)) close(at + 1, false);
    else if (code === WAVE && isHan(codes[at - 1]) && !isDigit(codes[at + 1])) close(at + 1, false);
    if (at - start > LONGEST_SENTENCE) close(at + 1, false);
  }
  close(length, false);
  return sentences;
}

function endsHere(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if ((next >= 97 && next <= 122) || (next >= 48 && next <= 57)) return false;
  if (Number.isNaN(next) || (next !== 32 && next !== 2)) return true;
  const before = text.slice(Math.max(0, at - 8), at);
  if (/(?:^|[\s"(])no$/u.test(before)) return !/^ \d/u.test(text.slice(at + 1, at + 3));
  return !TITLES.test(before);
}

const OPENING = new Set(['“', '「', '『', '‘', '«', '《']);
const CLOSING = new Set(['”', '」', '』', '’', '»', '》']);

const isPlain = (kind: number): boolean => kind >= Kind.letter && kind <= Kind.space;

/** Quoted ranges of the original text, in its own units. */
export function quotesOf(text: string): Quote[] {
  const quotes: Quote[] = [];
  if (!/["“「『‘'«>＂]|&gt;/u.test(text)) return quotes;
  for (const line of text.matchAll(/^[ \t]*(?:>|&gt;).*$/gmu))
    quotes.push({ start: line.index, end: line.index + line[0].length });
  let open = -1;
  let openMark = '';
  for (let at = 0; at < text.length; at++) {
    if (isPlain(KIND[text.charCodeAt(at)] ?? 0)) continue;
    const mark = text[at] ?? '';
    if (mark === '\n' && openMark !== '「' && openMark !== '“') open = -1;
    if (mark === '"' || mark === '＂') {
      if (open >= 0 && openMark === mark) {
        quotes.push({ start: open, end: at + 1 });
        open = -1;
      } else if (open < 0) {
        open = at;
        openMark = mark;
      }
    } else if (mark === "'" || mark === '’' || mark === '‘') {
      const before = KIND[text.charCodeAt(at - 1)] ?? Kind.space;
      const after = KIND[text.charCodeAt(at + 1)] ?? Kind.space;
      const opens =
        at === 0 || before === Kind.space || before === Kind.newline || (before === Kind.mark && text[at - 1] !== '.');
      if (open < 0 && mark !== '’' && opens && (after === Kind.letter || after === Kind.han || after === Kind.hangul)) {
        open = at;
        openMark = "'";
      } else if (open >= 0 && openMark === "'" && after !== Kind.letter) {
        quotes.push({ start: open, end: at + 1 });
        open = -1;
      }
    } else if (OPENING.has(mark) && open < 0) {
      open = at;
      openMark = mark;
    } else if (CLOSING.has(mark) && open >= 0 && openMark !== "'") {
      quotes.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return quotes;
}
