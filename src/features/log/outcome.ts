import { z } from 'zod';

/** What came of a contact. */
export const outcomes = [
  'reached',
  'sent',
  'no_answer',
  'left_message',
  'problem',
  'wants_more',
  'do_not_contact',
  'wrong_number',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;
