import { type NormalText, normalise } from './normalise.ts';

/**
 * How much a sentence sounds like the ones that hurt: the sum of what its runs of one to three characters weigh. The weights
 * are learned from labelled sentences by scripts/learn-wording.ts. They know nothing of what a sentence means, and so are
 * weighed against what is known of it: see weigh.ts.
 *
 * Written as lines of a weight in hundredths, a colon, and the runs that weigh so much, parted by spaces.
 */
export type Wording = string;

const LONGEST_RUN = 3;
/** Korean stands in the normal text as jamo, and is weighed by syllables: first unit and number of each part of one. */
const [LEAD, LEADS] = [0x1100, 19];
const [VOWEL, VOWELS] = [0x1161, 21];
const [TAIL, TAILS] = [0x11a7, 28];
const SYLLABLE = 0xac00;
const START = 0x5e;
const END = 0x24;
const NUMBER = 0x30;
const SILENT = 1;
const NUMERAL = 2;
const DIGIT = 4;
const COUNTER = 8;
const ROLE = new Uint8Array(65_536);
/** Spaces, full stops, quotation marks and marks of mood say nothing; commas, colons and question marks do. */
for (const [chars, role] of [
  ['\0\u0001\u0002 \n!"\'.`~', SILENT],
  ['一二两三四五六七八九十百千几', NUMERAL],
  ['0123456789', DIGIT],
  ['点个天月号小分周块层次遍趟回年日位台单元', COUNTER],
] as const)
  for (const char of chars) ROLE[char.charCodeAt(0)] = role;
const LONGEST_LINE = 1300;
const line = new Uint16Array(LONGEST_LINE + 2);

/** Puts the units that are weighed into `line`: numbers are all the same, and the edges have a sign. Returns their count. */
function readLine(codes: Uint16Array, start: number, end: number): number {
  let length = 0;
  line[length++] = START;
  for (let at = start; at < end && length <= LONGEST_LINE; at++) {
    const code = codes[at] ?? 0;
    const role = ROLE[code] ?? 0;
    if (role === SILENT) continue;
    if (code >= LEAD && code < LEAD + LEADS) {
      const vowel = (codes[at + 1] ?? 0) - VOWEL;
      if (vowel < 0 || vowel >= VOWELS || at + 1 >= end) continue;
      const tail = at + 2 < end ? (codes[at + 2] ?? 0) - TAIL : 0;
      const closed = tail > 0 && tail < TAILS;
      line[length++] = SYLLABLE + ((code - LEAD) * VOWELS + vowel) * TAILS + (closed ? tail : 0);
      at += closed ? 2 : 1;
      continue;
    }
    let last = -1;
    if (role === DIGIT || role === NUMERAL) {
      last = at;
      while (ROLE[codes[last + 1] ?? 0] === role) last++;
      if (role === NUMERAL && ROLE[codes[last + 1] ?? 0] !== COUNTER) last = -1;
    }
    line[length++] = last < 0 ? code : NUMBER;
    if (last > at) at = last;
  }
  line[length++] = END;
  return length;
}

/** Every run of one to three characters of a text, as often as it stands there. */
export function runsOf(text: string): string[] {
  const { codes, length: end } = normalise(text);
  const length = readLine(codes, 0, end);
  const runs: string[] = [];
  for (let at = 0; at < length; at++)
    for (let size = 1; size <= LONGEST_RUN && at + size <= length; size++)
      runs.push(String.fromCharCode(...line.subarray(at, at + size)));
  return runs;
}

/** Where the weights of a run stand: its first two units in one number, its third in another; a column for each wording. */
interface Table {
  readonly mask: number;
  readonly columns: number;
  readonly heads: Int32Array;
  readonly thirds: Uint16Array;
  readonly weights: Int16Array;
}

const slotOf = (head: number, third: number): number => {
  const mixed = Math.imul(head ^ Math.imul(third, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

const NEWLINE = 0x0a;
const SPACE = 0x20;

function openTable(wordings: readonly Wording[]): Table {
  const columns = wordings.length;
  const written = wordings.reduce((sum, wording) => sum + wording.length, 0);
  let size = 1024;
  while (size < written) size *= 2; // more than two places for each run, since a run has its space beside it
  const table = { mask: size - 1, columns, heads: new Int32Array(size), thirds: new Uint16Array(size), weights: new Int16Array(size * columns) }; // biome-ignore format: one table
  wordings.forEach((wording, column) => {
    readInto(table, wording, column);
  });
  return table;
}

function readInto({ mask, columns, heads, thirds, weights }: Table, wording: Wording, column: number): void {
  for (let at = 0; at < wording.length; ) {
    const colon = wording.indexOf(':', at + 1);
    const weight = Number(wording.slice(at, colon));
    for (at = colon; at < wording.length && wording.charCodeAt(at) !== NEWLINE; ) {
      const start = ++at;
      while (at < wording.length && wording.charCodeAt(at) !== SPACE && wording.charCodeAt(at) !== NEWLINE) at++;
      const head = wording.charCodeAt(start) | (at > start + 1 ? wording.charCodeAt(start + 1) << 16 : 0);
      const third = at > start + 2 ? wording.charCodeAt(start + 2) : 0;
      let slot = slotOf(head, third) & mask;
      while (heads[slot] !== 0 && !(heads[slot] === head && thirds[slot] === third)) slot = (slot + 1) & mask;
      heads[slot] = head;
      thirds[slot] = third;
      weights[slot * columns + column] = weight;
    }
    at++;
  }
}

function addWeights({ mask, columns, heads, thirds, weights }: Table, head: number, third: number, sums: number[]): void {
  for (let slot = slotOf(head, third) & mask; heads[slot] !== 0; slot = (slot + 1) & mask) {
    if (heads[slot] !== head || thirds[slot] !== third) continue;
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (weights[slot * columns + column] ?? 0);
    return;
  }
}

const tables = new WeakMap<readonly Wording[], Table>();

/** Weighs a range of normal text by several wordings at once; what stands for each is the sum of its runs. */
export function wordingWeights(wordings: readonly Wording[], { codes }: NormalText, start: number, end: number): number[] {
  const table = tables.get(wordings) ?? openTable(wordings);
  tables.set(wordings, table);
  const length = readLine(codes, start, end);
  const sums = new Array<number>(wordings.length).fill(0);
  for (let at = 0; at < length; at++) {
    const first = line[at] ?? 0;
    addWeights(table, first, 0, sums);
    if (at + 1 >= length) break;
    const pair = first | ((line[at + 1] ?? 0) << 16);
    addWeights(table, pair, 0, sums);
    if (at + 2 < length) addWeights(table, pair, line[at + 2] ?? 0, sums);
  }
  return sums.map((sum) => sum / 100);
}
