import { z } from 'zod';

const as = z.string();
const id = z.string();
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: id, ts: z.string(), ephemeral: z.boolean().optional() }),
  z.object({ kind: z.literal('view'), view: id }),
  z.object({ kind: z.literal('home') }),
]);
const values = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Bodies that the page posts, by path. */
export const deskInput = {
  say: z.object({ as, channel: id, text: z.string(), thread: z.string().optional() }),
  command: z.object({ as, channel: id, text: z.string() }),
  action: z.object({
    as,
    source,
    action: z.looseObject({ block_id: z.string(), action_id: z.string(), type: z.string() }),
    values: values.optional(),
  }),
  submit: z.object({ as, view: id, values }),
  cancel: z.object({ as, view: id }),
  shortcut: z.object({ as, channel: id, message: z.string(), callback: z.string() }),
  suggest: z.object({ as, source, actionId: z.string(), blockId: z.string(), query: z.string() }),
  home: z.object({ as }),
  read: z.object({ as, channel: id }),
  clock: z.union([
    z.object({ to: z.iso.datetime({ offset: true }) }),
    z.object({ move: z.enum(['next-morning', 'next-day']), as: z.string().optional() }),
  ]),
} as const;

export const uploadQuery = z.object({ as, channel: id, name: z.string().min(1) });
