import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../app/errors.ts';
import type { Args } from '../../chat/card.ts';
import { cleanText, isBlank } from '../../chat/clean-text.ts';
import { languageCodes } from '../../languages/index.ts';

/** What a field of a form holds, in UTF-16 code units: Slack's limit. */
export const formMost = 3_000;
/** Nobody reads a longer reply; it also bounds the work. */
export const draftMost = 40_000;

const typed = z.string().transform((text) => cleanText(text).trim());

export const about = z.object({
  language: z.enum(languageCodes).optional(),
  customerId: z.uuid().optional(),
  /** One that is recorded: its words are the customer's, where none are given. */
  complaintId: z.uuid().optional(),
});
export const reviewRequest = about.extend({ draft: typed, complaint: typed.optional() });
/** A reply to be checked. It is in memory and on the writer's own screen, and nowhere else. */
export type ReviewRequest = z.infer<typeof reviewRequest>;

/** Throws where there is nothing to read, or too much; the person is told what to do. */
export function assertReadable({ draft, complaint = '' }: ReviewRequest): void {
  if (isBlank(draft)) throw new UserError('nothingToReview', [], 'draft');
  for (const [field, text] of [['draft', draft], ['complaint', complaint]] as const) // biome-ignore format: a table
    if (text.length > draftMost) throw new UserError('draftTooLong', [text.length, draftMost], field);
}

/** Stands for a reply where it must be known again: whitespace does not count, which a platform may change. */
export function draftHash(workspaceId: string, personId: string, draft: string): string {
  const text = draft.replace(/\s+/g, ' ').trim();
  return createHash('sha256')
    .update(JSON.stringify([workspaceId, personId, text]))
    .digest('base64url')
    .slice(0, 22);
}

/** What goes along with a button, besides what the card itself quotes. */
export const carriedArgs = ({ language, customerId, complaintId }: z.infer<typeof about>): Args => ({
  ...(language === undefined ? {} : { language }),
  ...(customerId === undefined ? {} : { customerId }),
  ...(complaintId === undefined ? {} : { complaintId }),
});

/** The reply and the customer's words as the card quotes them: it shows both whole, or neither can be had again. */
export function quotedRequest(quotes: readonly string[] | undefined, rest: z.infer<typeof about>): ReviewRequest {
  const [draft, complaint] = quotes ?? [];
  if (draft === undefined || isBlank(draft)) throw new UserError('reviewGone', []);
  return reviewRequest.parse({ ...rest, draft, ...(complaint === undefined ? {} : { complaint }) });
}
