import { z } from 'zod';
import { cleanText } from '../chat/clean-text.ts';

/** What the model has to answer; it goes out as a strict JSON schema, so that no limits stand in it that some servers refuse. */
export const answerSchema = z.strictObject({
  opinion: z.string().describe('Two or three sentences to the writer of the draft, in the language of the draft.'),
  rewrite: z.string().describe('The whole reply, ready to be sent, in the language of the draft.'),
});

const limits = answerSchema.extend({
  opinion: z.string().trim().min(1).max(1_200),
  rewrite: z.string().trim().min(1).max(6_000),
});
export type ModelAnswer = z.infer<typeof answerSchema>;

/** The part of a chat completion that is read, as lenient as servers differ. */
const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.number().int().nonnegative() }).nullish(),
});

export type Parsed =
  | { readonly kind: 'answer'; readonly answer: ModelAnswer; readonly tokens: number | undefined }
  | { readonly kind: 'refused' | 'nonsense'; readonly tokens: number | undefined };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads what a server sent; never throws. An answer that was cut off is nonsense even where it parses. */
export function parseCompletion(body: unknown): Parsed {
  const read = completion.safeParse(body);
  if (!read.success) return { kind: 'nonsense', tokens: undefined };
  const tokens = read.data.usage?.total_tokens;
  const [choice] = read.data.choices;
  if (choice?.message.refusal || choice?.finish_reason === 'content_filter') return { kind: 'refused', tokens };
  if (choice?.finish_reason === 'length') return { kind: 'nonsense', tokens };
  const answer = limits.safeParse(parseJson(choice?.message.content ?? ''));
  if (!answer.success) return { kind: 'nonsense', tokens };
  const { opinion, rewrite } = answer.data;
  return { kind: 'answer', answer: { opinion: cleanText(opinion), rewrite: cleanText(rewrite) }, tokens };
}
