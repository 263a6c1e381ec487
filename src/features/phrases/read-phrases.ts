import { CATEGORIES, type Category } from '../../coach/review.ts';
import { rowSplitter } from '../../files/row-splitter.ts';
import { type LanguageCode, languageCodes, languages } from '../../languages/index.ts';
import { longestReason, longestText, type NewPhrase } from './phrase.ts';

/** Why a line cannot be taken; a key of the languages' `phrases.reasons` with its parameters. */
export type Fault =
  | { readonly why: 'short' | 'category'; readonly text: string }
  | { readonly why: 'long' | 'full' | 'frames'; readonly most: number }
  | { readonly why: 'twice'; readonly line: number }
  | { readonly why: 'frame'; readonly problem: string }
  | { readonly why: 'why' | 'instead' | 'language' | 'known' | 'silent' };

export interface Refused {
  readonly line: number;
  readonly fault: Fault;
}

export interface ReadLines {
  readonly phrases: readonly { readonly line: number; readonly phrase: NewPhrase }[];
  readonly refused: readonly Refused[];
}

const folded = (text: string) => text.trim().toLowerCase();

const categoryNames = new Map<string, Category | 'allow'>();
const kindNames = new Map<string, 'literal' | 'frame'>();
const languageNames = new Map<string, LanguageCode>();
const headNames = new Set<string>();
for (const category of CATEGORIES) categoryNames.set(category, category);
for (const code of languageCodes) {
  const { phrases, review, name } = languages[code];
  for (const category of CATEGORIES) categoryNames.set(folded(review.categories[category]), category);
  for (const word of phrases.allowWords) categoryNames.set(folded(word), 'allow');
  for (const kind of ['literal', 'frame'] as const) for (const word of phrases.kindWords[kind]) kindNames.set(folded(word), kind);
  for (const word of phrases.headWords) headNames.add(folded(word));
  languageNames.set(code, code).set(folded(name), code);
}
for (const [name, code] of [['中文', 'zh'], ['英文', 'en'], ['韩文', 'ko'], ['영어', 'en'], ['중국어', 'zh']] as const) languageNames.set(name, code); // biome-ignore format: a table

/** What may part the cells of a line, the surest first; commas stand inside sentences too. */
const marks = ['\t', ';', '；', ',', '，'];

function cellsOf(line: string, mark: string): readonly string[] {
  const splitter = rowSplitter(mark);
  const [row] = [...splitter.push(line), ...splitter.end()];
  return (row?.cells ?? []).map((cell) => cell.trim());
}

/** The line's cells, parted by the mark that leaves a category in the second. */
function partedLine(line: string): readonly string[] | 'head' | undefined {
  for (const mark of marks) {
    const cells = cellsOf(line, mark);
    const second = folded(cells[1] ?? '');
    if (headNames.has(second)) return 'head';
    if (categoryNames.has(second)) return cells;
  }
  return undefined;
}

function phraseOf(cells: readonly string[]): NewPhrase | Fault {
  const [text = '', named = '', why = '', instead = '', ...more] = cells;
  const category = categoryNames.get(folded(named));
  if (category === undefined) return { why: 'category', text: named };
  if (text.length > longestText) return { why: 'long', most: longestText };
  if (text.replace(/[\s\p{P}]/gu, '').length < 2) return { why: 'short', text };
  if (why === '') return { why: 'why' };
  if (why.length > longestReason || instead.length > longestReason) return { why: 'long', most: longestReason };
  if (category === 'allow') return { kind: 'allowed', text, why };
  if (instead === '') return { why: 'instead' };
  const kind = more.map((cell) => kindNames.get(folded(cell))).find(Boolean) ?? 'literal';
  const language = more.map((cell) => languageNames.get(folded(cell))).find(Boolean);
  if (kind === 'literal') return { kind, text, category, why, instead };
  return language ? { kind, text, category, why, instead, language } : { why: 'language' };
}

/** Reads `phrase; category; why; better wording; language; literal or frame`, one in each line; a heading is left out. */
export function readPhrases(text: string): ReadLines {
  const phrases: { line: number; phrase: NewPhrase }[] = [];
  const refused: Refused[] = [];
  text.split(/\r\n?|\n/).forEach((raw, at) => {
    const line = at + 1;
    const written = raw.replace(/^\ufeff/, '').trim();
    if (written === '') return;
    const cells = partedLine(written);
    if (cells === 'head' && phrases.length === 0) return;
    const read = cells && cells !== 'head' ? phraseOf(cells) : { why: 'category' as const, text: written.slice(0, 60) };
    if ('kind' in read) phrases.push({ line, phrase: read });
    else refused.push({ line, fault: read });
  });
  return { phrases, refused };
}
