import { z } from 'zod';
import { festivals } from '../../calendar/index.ts';
import { saidSchema } from '../followups/index.ts';

export const tiers = ['A', 'B', 'C'] as const;
export type Tier = (typeof tiers)[number];

const days = z.number().int().min(1).max(3_650);

/** What starts a cadence. `hand`: a rep does, at a customer's card. `silence`: nobody spoke to the customer for so many days. */
export const startSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('purchase') }),
  z.object({ by: z.literal('complaint') }),
  z.object({ by: z.literal('hand') }),
  z.object({ by: z.literal('birthday') }),
  z.object({ by: z.literal('holiday') }),
  /** `rule` as RFC 5545 writes it, from a day on. */
  z.object({ by: z.literal('rule'), rule: z.string().max(300), from: z.iso.date() }),
  /** `none`: customers whose tier nobody has set. */
  z.object({ by: z.literal('silence'), days: z.object({ A: days, B: days, C: days, none: days }) }),
]);
export type Start = z.infer<typeof startSchema>;
export type StartedBy = Start['by'];

export const touchKinds = ['call', 'note', 'followup', 'complaint'] as const;

export const touchSchema = z.object({
  /** Names the touch in the data, and its talking points. */
  step: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(touchKinds),
  /** After the day that leads to it: 0 is that day, -7 a week before. Months first, then days. */
  days: z.number().int().min(-60).max(3_650).default(0),
  months: z.number().int().min(0).max(120).default(0),
  onClosedDay: z.enum(['next', 'before', 'keep']).default('next'),
  /** Days after its date that it is still worth doing. */
  usefulFor: z.number().int().min(0).max(365).default(7),
  /** Only in that month, where a card has a theme for each. */
  month: z.number().int().min(1).max(12).optional(),
  /** Only for that festival. */
  festival: z.enum(festivals).optional(),
});
export type CadenceTouch = z.infer<typeof touchSchema>;

export const audienceSchema = z.object({
  /** What a product's name contains. */
  product: z.string().trim().min(1).max(100).optional(),
  tiers: z.array(z.enum(tiers)).default([]),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
});
export type Audience = z.infer<typeof audienceSchema>;

export const mostTouches = 24;

export const planSchema = z.object({
  /** The team's own name for it. */
  name: z.string().trim().min(1).max(60).optional(),
  start: startSchema,
  touches: z.array(touchSchema).min(1).max(mostTouches),
  audience: audienceSchema.default({ tiers: [], countries: [] }),
  /** Held back while the customer has a complaint open. */
  pauses: z.boolean().default(true),
});
export type Plan = z.infer<typeof planSchema>;

export const wordsSchema = z.record(z.string(), saidSchema);

export interface Cadence extends Plan {
  readonly key: string;
  readonly on: boolean;
  readonly builtIn: boolean;
  /** The team's own titles and talking points, by touch. */
  readonly words: z.infer<typeof wordsSchema>;
}

/** A cadence as it is to be, before anybody has said what happens to what is planned. */
export const proposalSchema = planSchema.extend({
  key: z.string().min(1).max(60),
  on: z.boolean(),
  words: wordsSchema,
  removed: z.boolean().default(false),
});
export type Proposal = z.infer<typeof proposalSchema>;
