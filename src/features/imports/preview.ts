import { z } from 'zod';
import { FIELDS } from '../../files/field.ts';

const problem = z.union([
  z.object({ code: z.literal('missing'), field: z.enum(FIELDS) }),
  z.object({ code: z.literal('too-many-cells'), cells: z.number(), expected: z.number() }),
  z.object({ code: z.enum(['unclosed-quote', 'endless-line', 'orphan-line']), value: z.string() }),
  z.object({
    code: z.enum(['bad-date', 'future-date', 'absurd-date', 'bad-email', 'bad-phone', 'mangled-phone', 'unreadable', 'too-long']),
    column: z.string(),
    value: z.string(),
  }),
]);

/** What a file will do, in a form that can be kept with the import and worded for whoever looks. */
export const previewSchema = z.object({
  format: z.enum(['hubspot-contacts', 'shopify-orders', 'sheet']),
  encoding: z.string(),
  /** Which columns feed which field. */
  columns: z.array(z.object({ field: z.enum(FIELDS), headers: z.array(z.string()) })),
  ignored: z.array(z.string()),
  /** Given where dates of the file can be read in two ways and nothing in it decides. */
  assumedOrder: z.enum(['day-first', 'month-first']).optional(),
  /** Lines that can be taken. */
  lines: z.number(),
  customers: z.object({ fresh: z.number(), known: z.number(), filled: z.number() }),
  purchases: z.number(),
  touches: z.number(),
  wrongLines: z.number(),
  /** The first wrong lines, each with all that is wrong with it. */
  wrong: z.array(z.object({ line: z.number(), problems: z.array(problem) })),
  /** Lines without a rep, whose follow-ups go to the pool. */
  pooled: z.number().default(0),
  /** Names of reps that nobody has said anything about yet, the most frequent first. */
  unknownReps: z.array(z.object({ name: z.string(), lines: z.number() })),
});
export type Preview = z.infer<typeof previewSchema>;

/** A file whose columns say too little. Of each group of fields at least one is needed. */
export interface Unreadable {
  readonly unreadable: { readonly missing: readonly (readonly (typeof FIELDS)[number][])[]; readonly header: readonly string[] };
}

export const outcomeSchema = z.object({
  lines: z.number(),
  customers: z.object({ fresh: z.number(), filled: z.number() }),
  purchases: z.number(),
  touches: z.number(),
});
/** What an import did. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** Whether importing would change anything. */
export function bringsSomething({ customers, purchases }: Preview): boolean {
  return customers.fresh + customers.filled + purchases > 0;
}
