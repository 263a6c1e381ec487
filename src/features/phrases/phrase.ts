import { z } from 'zod';
import { normalise } from '../../coach/normalise.ts';
import { CATEGORIES } from '../../coach/review.ts';
import { languageCodes } from '../../languages/index.ts';

/** More than any team has; a coach with as many is opened in under a second. */
export const mostPhrases = 20_000;
/** Each frame is compiled and tried by itself. */
export const mostFrames = 1_000;
export const longestText = 300;
export const longestReason = 500;

const said = { text: z.string().min(1).max(longestText), why: z.string().min(1).max(longestReason) };

/** What a team does not say, with what to say instead; or what it allows, with the reason. */
export const newPhrase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('literal'), category: z.enum(CATEGORIES), instead: z.string(), ...said }),
  z.object({
    kind: z.literal('frame'),
    category: z.enum(CATEGORIES),
    instead: z.string(),
    language: z.enum(languageCodes),
    ...said,
  }),
  z.object({ kind: z.literal('allowed'), ...said }),
]);
export type NewPhrase = z.infer<typeof newPhrase>;
export type Phrase = NewPhrase & { readonly id: string };

/** Signs at the end that nobody means: the coach does not compare them either. */
const closing = /[\s.,!?;:~。，！？；：]+$/u;

/** Two phrases with the same key are one: the coach reads over case, width, script and spaces in Korean. */
export function phraseKey({ kind, text }: Pick<NewPhrase, 'kind' | 'text'>): string {
  if (kind === 'frame') return `frame:${text.replace(/\s+/g, ' ')}`;
  // The coach marks the spaces it reads over with a sign of its own.
  const folded = normalise(text.replace(closing, '')).text.replaceAll('\u0001', '').replaceAll('\u0002', ' ');
  return folded.replace(/(?<=[\u1100-\u11ff]) +| +(?=[\u1100-\u11ff])/g, '').replace(/ +/g, ' ');
}
