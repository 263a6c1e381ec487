import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coach } from '../../src/coach/create-coach.ts';
import { ELEMENTS, type Element } from '../../src/coach/review.ts';
import { type LabelledDraft, parseDraft, parsePair, parsePhrase, parseRecommended } from './labelled.ts';

/** Counts of one yes-or-no question. */
export interface Tally {
  hit: number;
  falseAlarm: number;
  miss: number;
}

export interface ScoreOptions {
  readonly misses?: boolean;
  /** Only every other complaint: to write rules with one half and look at the other. */
  readonly half?: string | undefined;
  readonly lang?: string | undefined;
}

const tally = (): Tally => ({ hit: 0, falseAlarm: 0, miss: 0 });
const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);

/** Wilson's 95 % interval of a proportion. */
export function interval(hits: number, count: number): [number, number] {
  if (count === 0) return [0, 1];
  const z = 1.96;
  const p = hits / count;
  const middle = (p + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z / (1 + (z * z) / count)) * Math.sqrt((p * (1 - p)) / count + (z * z) / (4 * count * count));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

export const f1 = ({ hit, falseAlarm, miss }: Tally): number => (hit === 0 ? 0 : (2 * hit) / (2 * hit + falseAlarm + miss));

/** 95 % interval of F1 by the bootstrap over drafts, with a fixed seed. */
function bootstrapF1(parts: readonly Tally[]): [number, number] {
  let seed = 12345;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const values: number[] = [];
  for (let round = 0; round < 1000; round++) {
    const sum = tally();
    for (let n = 0; n < parts.length; n++) add(sum, parts[Math.floor(random() * parts.length)] ?? tally());
    values.push(f1(sum));
  }
  values.sort((a, b) => a - b);
  return [values[25] ?? 0, values[974] ?? 1];
}

function add(sum: Tally, part: Tally): void {
  sum.hit += part.hit;
  sum.falseAlarm += part.falseAlarm;
  sum.miss += part.miss;
}

function report(name: string, parts: readonly Tally[]): string {
  const sum = tally();
  for (const part of parts) add(sum, part);
  const { hit, falseAlarm, miss } = sum;
  const [low, high] = bootstrapF1(parts);
  const [pLow, pHigh] = interval(hit, hit + falseAlarm);
  const [rLow, rHigh] = interval(hit, hit + miss);
  const p = hit / Math.max(1, hit + falseAlarm);
  const r = hit / Math.max(1, hit + miss);
  return `  ${name.padEnd(16)} P ${percent(p)} [${percent(pLow)},${percent(pHigh)}]  R ${percent(r)} [${percent(rLow)},${percent(rHigh)}]  F1 ${percent(f1(sum))} [${percent(low)},${percent(high)}]  n=${hit + miss}`;
}

function share(name: string, hits: number, count: number): string {
  const [low, high] = interval(hits, count);
  return `  ${name.padEnd(16)} ${percent(count === 0 ? 0 : hits / count)} [${percent(low)},${percent(high)}]  ${hits}/${count}`;
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** A span is found when prediction and label share at least half of the shorter one; each is used once. */
export function matchSpans(
  labels: LabelledDraft['banned'],
  found: readonly { start: number; end: number }[],
): Map<number, number> {
  const pairs: { label: number; prediction: number; shared: number }[] = [];
  labels.forEach((label, l) => {
    found.forEach((prediction, p) => {
      const shared = overlap(label, prediction);
      if (shared > 0 && shared * 2 >= Math.min(label.end - label.start, prediction.end - prediction.start))
        pairs.push({ label: l, prediction: p, shared });
    });
  });
  pairs.sort((a, b) => b.shared - a.shared);
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const { label, prediction } of pairs) {
    if (taken.has(label) || used.has(prediction)) continue;
    taken.set(label, prediction);
    used.add(prediction);
  }
  return taken;
}

const read = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []);

export function scoreFolder(coach: Coach, folder: string, options: ScoreOptions): string[] {
  const languages = readdirSync(folder)
    .map((name) => /^drafts\.(\w\w)\.jsonl$/u.exec(name)?.[1])
    .filter((lang) => lang !== undefined && (!options.lang || options.lang === lang));
  return languages.flatMap((lang) => (lang ? [`${folder} ${lang}`, ...scoreLanguage(coach, folder, lang, options)] : []));
}

function scoreLanguage(coach: Coach, folder: string, lang: string, options: ScoreOptions): string[] {
  const lines: string[] = [];
  const misses: string[] = [];
  const all = read(join(folder, `drafts.${lang}.jsonl`)).map(parseDraft);
  const complaints = [...new Set(all.map((draft) => draft.complaint))];
  const half = options.half === undefined ? undefined : options.half === 'a' ? 0 : 1;
  const drafts = all.filter((draft) => half === undefined || complaints.indexOf(draft.complaint) % 2 === half);
  const flagged: Tally[] = [];
  const spans: Tally[] = [];
  const elements = new Map<Element, Tally[]>(ELEMENTS.map((element) => [element, []]));
  let rightCategory = 0;
  let exactEnds = 0;
  let matchedSpans = 0;
  for (const draft of drafts) {
    const review = coach.review(draft.text, draft.complaint === undefined ? {} : { complaint: draft.complaint });
    const found = review.findings.filter((finding) => finding.level === 'problem' && finding.category !== 'style');
    const bad = draft.banned.length > 0;
    flagged.push({
      hit: Number(bad && found.length > 0),
      falseAlarm: Number(!bad && found.length > 0),
      miss: Number(bad && found.length === 0),
    });
    const matched = matchSpans(draft.banned, found);
    spans.push({ hit: matched.size, falseAlarm: found.length - matched.size, miss: draft.banned.length - matched.size });
    for (const [label, prediction] of matched) {
      const span = draft.banned[label];
      const finding = found[prediction];
      if (!span || !finding) continue;
      matchedSpans++;
      if ([span.category, ...span.alt].some((one) => one === finding.category)) rightCategory++;
      if (finding.start === span.start && finding.end === span.end) exactEnds++;
    }
    draft.banned.forEach((span, at) => {
      if (!matched.has(at)) misses.push(`    MISS ${draft.id} ${span.category}: ${draft.text.slice(span.start, span.end)}`);
    });
    found.forEach((finding, at) => {
      if (![...matched.values()].includes(at))
        misses.push(`    FALSE ${draft.id} ${finding.rule}: ${draft.text.slice(finding.start, finding.end)}`);
    });
    for (const element of ELEMENTS) {
      const is = review.elements.present.includes(element);
      const should = draft.elements.includes(element);
      elements.get(element)?.push({ hit: Number(is && should), falseAlarm: Number(is && !should), miss: Number(!is && should) });
      if (is !== should) misses.push(`    ${is ? 'EXTRA' : 'LACKS'} ${element} ${draft.id}: ${draft.text.slice(0, 260)}`);
    }
  }
  lines.push(report('drafts flagged', flagged), report('spans', spans));
  lines.push(share('  category', rightCategory, matchedSpans), share('  exact ends', exactEnds, matchedSpans));
  let macro = 0;
  for (const [element, parts] of elements) {
    lines.push(report(element, parts));
    const sum = tally();
    for (const part of parts) add(sum, part);
    macro += f1(sum) / ELEMENTS.length;
  }
  lines.push(`  elements macro F1 ${percent(macro)}`);
  if (half === undefined) lines.push(...scorePhrases(coach, folder, lang, misses));
  return options.misses ? [...lines, ...misses] : lines;
}

function scorePhrases(coach: Coach, folder: string, lang: string, misses: string[]): string[] {
  const lines: string[] = [];
  const flags = (text: string): string[] => coach.review(text).findings.filter((finding) => finding.level === 'problem').map((finding) => finding.rule); // biome-ignore format: one chain
  const phrases = read(join(folder, `phrases.${lang}.jsonl`)).map(parsePhrase);
  const hard = phrases.filter((phrase) => phrase.strength === 'hard');
  const caught = hard.filter((phrase) => flags(phrase.phrase).length > 0);
  for (const phrase of hard) if (!caught.includes(phrase)) misses.push(`    PHRASE ${phrase.category}: ${phrase.phrase}`);
  if (hard.length > 0) lines.push(share('hard phrases', caught.length, hard.length));
  const recommended = read(join(folder, 'recommended.jsonl')).map(parseRecommended).filter((row) => row.lang === lang); // biome-ignore format: one chain
  const alarms = recommended.filter((row) => flags(row.text).length > 0);
  for (const row of alarms) misses.push(`    ALARM ${flags(row.text).join()}: ${row.text}`);
  if (recommended.length > 0) lines.push(share('false alarms', alarms.length, recommended.length));
  const pairs = read(join(folder, 'reflective-pairs.jsonl')).map(parsePair).filter((row) => row.lang === lang); // biome-ignore format: one chain
  const judged = pairs.map((pair) => coach.judgeRestatement(pair.restatement, pair.complaint));
  pairs.forEach((pair, at) => {
    if (judged[at] !== pair.label)
      misses.push(`    PAIR ${pair.label} taken for ${judged[at]}: ${pair.complaint} => ${pair.restatement}`);
  });
  if (pairs.length > 0)
    lines.push(share('restatements', pairs.filter((pair, at) => judged[at] === pair.label).length, pairs.length));
  return lines;
}
