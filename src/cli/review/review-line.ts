import { z } from 'zod';
import type { Coach } from '../../coach/create-coach.ts';
import { CATEGORIES, type Category } from '../../coach/review.ts';

/** A draft, or a restatement to be judged against the complaint. */
const line = z
  .object({
    id: z.union([z.string(), z.number()]),
    lang: z.enum(['en', 'zh', 'ko']).optional(),
    text: z.string().optional(),
    restatement: z.string().optional(),
    complaint: z.string().optional(),
  })
  .refine(({ text, restatement }) => (text === undefined) !== (restatement === undefined), 'needs text or restatement')
  .refine(
    ({ restatement, complaint }) => restatement === undefined || complaint !== undefined,
    'a restatement needs its complaint',
  );

const isCategory = (text: string): text is Category => (CATEGORIES as readonly string[]).includes(text);

function readLine(written: string): z.infer<typeof line> | { readonly error: string } {
  try {
    const read = line.safeParse(JSON.parse(written));
    return read.success
      ? read.data
      : { error: read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ') };
  } catch {
    return { error: 'not JSON' };
  }
}

/** What the coach says of one line of JSON, as an object to be written as one; undefined for an empty line. */
export function reviewLine(coach: Coach, written: string): object | { readonly error: string } | undefined {
  if (written.trim() === '') return undefined;
  const asked = readLine(written);
  if ('error' in asked) return asked;
  const { id, lang: language, text, restatement, complaint } = asked;
  if (restatement !== undefined) return { id, restate: coach.judgeRestatement(restatement, complaint ?? '', language) };
  const review = coach.review(text ?? '', { ...(language && { language }), ...(complaint !== undefined && { complaint }) });
  const banned = review.findings.flatMap(({ start, end, category, level }) =>
    level === 'problem' && isCategory(category) ? [{ start, end, category }] : [],
  );
  return { id, banned, elements: review.elements.present };
}
