import type { Output } from './output.ts';

/** Ways people hide a word from a checker, undone in place: leetspeak, letters and syllables typed one by one. */

const LEET: Record<number, number> = { 48: 111, 49: 105, 51: 101, 52: 97, 53: 115, 55: 116, 64: 97, 36: 115 };

const isLetter = (code: number | undefined): boolean => code !== undefined && code >= 97 && code <= 122;
const isLeet = (code: number | undefined): boolean => code !== undefined && LEET[code] !== undefined;

/** Digits between letters become letters ("gu4rantee", "n0"); a digit at the edge ("4g", "a4") stays. */
export function readLeet(out: Output, wordStart: number): void {
  for (let at = wordStart + 1; at < out.length; at++) {
    const code = out.codes[at] ?? 0;
    if (!isLeet(code) || !isLetter(out.codes[at - 1])) continue;
    let after = at + 1;
    while (after < out.length && isLeet(out.codes[after])) after++;
    const zeroAtEnd = after === out.length && after === at + 1 && code === 48 && at - wordStart <= 2;
    if ((after < out.length && isLetter(out.codes[after])) || zeroAtEnd) {
      for (let i = at; i < after; i++) out.codes[i] = LEET[out.codes[i] ?? 0] ?? 0;
    }
  }
}

/** "N o  c a n  d o": wider gaps are word breaks; with none, the words of the rules are looked for in the run. */
export function joinSpacedLetters(out: Output, vocabulary: ReadonlySet<string> | undefined): void {
  const { codes, starts, ends } = out;
  let write = 0;
  let at = 0;
  while (at < out.length) {
    const run = singleLetterRun(out, at);
    if (run.length < 3) {
      do move(out, at++, write++);
      while (at < out.length && isLetter(codes[at]) && isLetter(codes[at - 1]));
      continue;
    }
    const letters = run.map((i) => String.fromCharCode(codes[i] ?? 0)).join('');
    const wide = run.map((i, n) => n > 0 && (starts[i] ?? 0) - (ends[run[n - 1] ?? 0] ?? 0) > 1);
    const breaks = wide.some(Boolean) ? wide : wordBreaks(letters, vocabulary);
    const sources = run.map((i) => ({ code: codes[i] ?? 0, start: starts[i] ?? 0, end: ends[i] ?? 0 }));
    at = (run[run.length - 1] ?? at) + 1;
    for (const [n, source] of sources.entries()) {
      if (breaks[n]) put(out, write++, 32, source.start, source.start);
      put(out, write++, source.code, source.start, source.end);
    }
  }
  out.length = write;
}

/** Indices of single letters that stand apart from `from` on, by one space, dot or hyphen each. */
function singleLetterRun(out: Output, from: number): number[] {
  const { codes } = out;
  const run: number[] = [];
  if (from > 0 && isLetter(codes[from - 1])) return run;
  for (let at = from; at < out.length && isLetter(codes[at]) && !(at + 1 < out.length && isLetter(codes[at + 1])); at += 2) {
    run.push(at);
    const gap = codes[at + 1];
    if (gap !== 32 && gap !== 2 && gap !== 46 && gap !== 45) break;
  }
  return run;
}

function wordBreaks(letters: string, vocabulary: ReadonlySet<string> | undefined): boolean[] {
  const breaks = Array.from(letters, () => false);
  if (!vocabulary) return breaks;
  // best[i]: the fewest words that cover letters[0, i)
  const best: { words: number; from: number }[] = [{ words: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = { words: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = Math.max(0, end - 14); from < end; from++) {
      const words = (best[from]?.words ?? 0) + 1;
      if (vocabulary.has(letters.slice(from, end)) && words < (best[end]?.words ?? 0)) best[end] = { words, from };
    }
  }
  for (let end = letters.length; end > 0 && Number.isFinite(best[end]?.words); end = best[end]?.from ?? 0)
    breaks[best[end]?.from ?? 0] = true;
  breaks[0] = false;
  return breaks;
}

const SOFT = 1;
/** One-syllable words that stay words of their own when the syllables around them are joined. */
const STANDALONE = new Set(
  ['안', '못', '더', '또', '왜', '좀', '다', '이', '그', '저', '잘', '수', '뭐', '네'].map((word) => word.normalize('NFD')),
);

/** "못 고 쳐 요": a run of three or more lone syllables is one word, save for little adverbs. */
export function joinSpacedHangul(out: Output): void {
  const { codes } = out;
  const drop = new Set<number>();
  let run: { start: number; text: string }[] = [];
  const close = (): void => {
    if (run.length >= 3)
      for (const [n, syllable] of run.entries()) {
        const before = run[n - 1];
        if (before && !STANDALONE.has(before.text) && !STANDALONE.has(syllable.text)) drop.add(syllable.start - 1);
      }
    run = [];
  };
  let at = 0;
  while (at < out.length) {
    let end = at;
    while (end < out.length && (codes[end] ?? 0) >= 0x1100 && (codes[end] ?? 0) <= 0x11ff) end++;
    const text = end - at <= 3 ? String.fromCharCode(...codes.subarray(at, end)) : '';
    if (text !== '' && [...text.normalize('NFC')].length === 1) run.push({ start: at, text });
    else close();
    if (end > at && codes[end] !== SOFT && codes[end] !== 2) close();
    at = end + 1;
  }
  close();
  let write = 0;
  for (let i = 0; i < out.length; i++) if (!drop.has(i)) move(out, i, write++);
  out.length = write;
}

function move(out: Output, from: number, to: number): void {
  put(out, to, out.codes[from] ?? 0, out.starts[from] ?? 0, out.ends[from] ?? 0);
}

function put(out: Output, at: number, code: number, start: number, end: number): void {
  out.codes[at] = code;
  out.starts[at] = start;
  out.ends[at] = end;
}
