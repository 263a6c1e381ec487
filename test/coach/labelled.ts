import { z } from 'zod';
import { CATEGORIES, type Category, ELEMENTS } from '../../src/coach/review.ts';

/** Rows of the labelled sets in test/fixtures/coach. */

const category = z.enum(CATEGORIES);
const draftRow = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  banned: z.array(z.object({ start: z.number(), end: z.number(), category, alt: z.array(category).default([]) })),
  elements: z.array(z.enum(ELEMENTS)),
  complaint: z.string().optional(),
});
const phraseRow = z.object({ phrase: z.string(), category, strength: z.enum(['hard', 'soft']), scope: z.string() });
const recommendedRow = z.object({ lang: z.string(), text: z.string() });
const pairRow = z.object({
  lang: z.string(),
  complaint: z.string(),
  restatement: z.string(),
  label: z.enum(['faithful', 'partial', 'parrot', 'wrong']),
});

export type LabelledDraft = z.infer<typeof draftRow>;
export const parseDraft = (line: string): LabelledDraft => draftRow.parse(JSON.parse(line));
export const parsePhrase = (line: string): { phrase: string; category: Category; strength: string } =>
  phraseRow.parse(JSON.parse(line));
export const parseRecommended = (line: string): { lang: string; text: string } => recommendedRow.parse(JSON.parse(line));
export const parsePair = (line: string): z.infer<typeof pairRow> => pairRow.parse(JSON.parse(line));
