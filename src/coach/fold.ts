import { TRADITIONAL } from './traditional.ts';

/** What a code unit is to the coach. */
export const Kind = {
  other: 0,
  letter: 1,
  digit: 2,
  han: 3,
  hangul: 4,
  space: 5,
  newline: 6,
  mark: 7,
  dropped: 8,
  wide: 9,
} as const;

/** Kind of every UTF-16 code unit. */
export const KIND = new Uint8Array(65_536);
/** The code unit each one is read as: lower case, half width, simplified, plain quotes. */
export const FOLD = new Uint16Array(65_536);
/** Code units that NFKC turns into several. */
export const EXPANDED = new Map<number, string>();

/** Letters of other alphabets that pass for Latin ones. */
const LOOK_ALIKES = 'аaеeоoрpсcхxуyіiѕsԁdһhјjοoαaνvιi';
const DROPPED = [0x00ad, 0x034f, 0x061c, 0x180e, 0xfeff, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064];
const PUNCTUATION: Record<string, string> = {
  '。': '.', '｡': '.', '，': ',', '、': ',', '､': ',', '！': '!', '？': '?', '：': ':', '；': ';', '…': '.', '‥': '.',
  '’': "'", '‘': "'", '‛': "'", '＇': "'", '`': "'", '´': "'", '“': '"', '”': '"', '„': '"', '＂': '"', '「': '"', '」': '"', '『': '"', '』': '"',
  '—': ';', '–': ';', '―': ';', '─': ';', '‐': '-', '‑': '-', '−': '-', '（': '(', '）': ')', '～': '~', '〜': '~',
}; // biome-ignore format: a table

function setKind(from: number, to: number, kind: number): void {
  KIND.fill(kind, from, to + 1);
}

function foldCompatibility(from: number, to: number): void {
  for (let code = from; code <= to; code++) {
    const folded = String.fromCharCode(code).normalize('NFKC').toLowerCase();
    if (folded.length === 1) FOLD[code] = folded.charCodeAt(0);
    else if (folded.length > 1) EXPANDED.set(code, folded);
  }
}

function build(): void {
  for (let code = 0; code < 65_536; code++) FOLD[code] = code;
  for (const [from, to] of [
    [0x41, 0x5a],
    [0xa0, 0x52f],
    [0x1e00, 0x1fff],
    [0x2000, 0x2bff],
    [0x3000, 0x3130],
    [0x3190, 0x33ff],
    [0xf900, 0xfaff],
    [0xfb00, 0xfb06],
    [0xff00, 0xffef],
  ] as const)
    foldCompatibility(from, to);
  for (let at = 0; at < TRADITIONAL.length; at += 2) FOLD[TRADITIONAL.charCodeAt(at)] = TRADITIONAL.charCodeAt(at + 1);
  for (const [from, to] of ['著着', '妳你', '祢你', '俺我', '囉啰', '咯啰', '喽啰', '麽么', '迴回', '甚什'])
    FOLD[(from ?? '').charCodeAt(0)] = (to ?? '').charCodeAt(0);
  for (let at = 0; at < LOOK_ALIKES.length; at += 2) FOLD[LOOK_ALIKES.charCodeAt(at)] = LOOK_ALIKES.charCodeAt(at + 1);
  for (const [from, to] of Object.entries(PUNCTUATION)) {
    FOLD[from.charCodeAt(0)] = to.charCodeAt(0);
    EXPANDED.delete(from.charCodeAt(0));
  }
  setKind(0x3041, 0x30ff, Kind.other);
  setKind(0x3400, 0x9fff, Kind.han);
  setKind(0xac00, 0xd7a3, Kind.hangul);
  setKind(0x1100, 0x11ff, Kind.hangul);
  setKind(0xd800, 0xdfff, Kind.wide);
  for (let code = 0; code < 65_536; code++) {
    const folded = FOLD[code] ?? 0;
    if ((folded >= 0x61 && folded <= 0x7a) || (folded >= 0xdf && folded < 0x250 && folded !== 0xf7)) KIND[code] = Kind.letter;
    else if (folded >= 0x30 && folded <= 0x39) KIND[code] = Kind.digit;
    else if (folded >= 0x3400 && folded <= 0x9fff) KIND[code] = Kind.han;
  }
  for (const mark of '.,!?:;"\'-~*_^|+=·•') KIND[mark.charCodeAt(0)] = Kind.mark;
  for (const mark of Object.keys(PUNCTUATION)) KIND[mark.charCodeAt(0)] = Kind.mark;
  setKind(0x0300, 0x036f, Kind.dropped);
  setKind(0x200b, 0x200f, Kind.dropped);
  setKind(0x202a, 0x202e, Kind.dropped);
  setKind(0x2066, 0x206f, Kind.dropped);
  setKind(0xfe00, 0xfe0f, Kind.dropped);
  for (const code of DROPPED) KIND[code] = Kind.dropped;
  for (const code of [0x20, 0x09, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) KIND[code] = Kind.space;
  setKind(0x2000, 0x200a, Kind.space);
  for (const code of [0x0a, 0x0d, 0x2028, 0x2029, 0x0b, 0x0c, 0x85]) KIND[code] = Kind.newline;
  for (const code of EXPANDED.keys()) if (KIND[code] !== Kind.space && KIND[code] !== Kind.dropped) KIND[code] = Kind.wide;
}

build();
