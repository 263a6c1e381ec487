import { z } from 'zod';

/** Every rule that can choose a moment, or how something is heard. The receipt has a sentence for each. */
export const rules = [
  /** An hour was named. */
  'named',
  /** Only a day was named. */
  'day',
  /** A promise is heard of before it breaks. */
  'promise',
  /** Still open the next business day. */
  'again',
  /** Overdue for too many business days. */
  'overdue',
  /** The moment had passed when it was planned. */
  'late',
  /** The bot or the chat platform was down at its moment. */
  'missed',
  'working_hours',
  'closed',
  'day_off',
  'away',
  'quiet',
  'customer_hours',
  'best_hours',
  /** The two windows have no hour in common, so that the rep's counts alone. */
  'never_meet',
  /** A day that does not move, and the rep does not work on it: heard the working day before. */
  'before_closed',
  /** On the morning list, as the rep chose. */
  'list_chosen',
  /** On the morning list, for no hour was named. */
  'list_no_hour',
  'digest',
  /** Too many in an hour. */
  'cap',
  /** Whose it is cannot be reached any more. */
  'gone',
] as const;
export type Rule = (typeof rules)[number];

const becauseSchema = z.object({
  rule: z.enum(rules),
  /** Wall-clock times. */
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
  zone: z.string().exactOptional(),
  /** A calendar date. */
  on: z.string().exactOptional(),
  trade: z.string().exactOptional(),
  count: z.number().exactOptional(),
});

/** One reason, as a code and its values; never words of a person. */
export type Because = z.infer<typeof becauseSchema>;

/** Reasons as they are kept; none where an older version wrote what we cannot read. */
export function parseBecause(kept: unknown): readonly Because[] {
  const parsed = z.array(becauseSchema).safeParse(kept);
  return parsed.success ? parsed.data : [];
}
