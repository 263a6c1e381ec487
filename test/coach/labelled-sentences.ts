import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '../../src/coach/normalise.ts';
import { sentencesOf } from '../../src/coach/segment.ts';
import { parseDraft, parsePhrase, parseRecommended } from './labelled.ts';

export interface LabelledSentence {
  readonly text: string;
  readonly hurts: boolean;
}

/** What is left of a sentence beside the words that hurt is too short to say anything. */
const LEAST = 8;

const rows = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []);

/** Every sentence of a labelled folder: those that hurt, cut to the words that do, and all others. */
export function labelledSentences(folder: string, lang: string): LabelledSentence[] {
  const found: LabelledSentence[] = [];
  for (const { text, banned } of rows(join(folder, `drafts.${lang}.jsonl`)).map(parseDraft)) {
    const normal = normalise(text);
    const ranges = sentencesOf(normal).map(({ start, end }) => ({ start: normal.starts[start] ?? 0, end: normal.ends[end - 1] ?? 0 })); // biome-ignore format: one chain
    for (const { start, end } of ranges) {
      let rest = '';
      let from = start;
      for (const span of banned) {
        if (span.end <= start || span.start >= end) continue;
        found.push({ text: text.slice(Math.max(span.start, start), Math.min(span.end, end)), hurts: true });
        rest += text.slice(from, Math.max(from, span.start));
        from = Math.min(end, span.end);
      }
      rest += text.slice(from, end);
      if (from === start || rest.length >= LEAST) found.push({ text: rest, hurts: false });
    }
  }
  for (const row of rows(join(folder, 'recommended.jsonl')).map(parseRecommended))
    if (row.lang === lang) found.push({ text: row.text, hurts: false });
  for (const { phrase } of rows(join(folder, `phrases.${lang}.jsonl`)).map(parsePhrase))
    found.push({ text: phrase, hurts: true });
  return found;
}
