import { z } from 'zod';

const flag = z.boolean().optional();
const style = {
  style: z.strictObject({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag }).optional(),
};

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...style }),
  z.strictObject({ type: z.literal('link'), url: z.string(), text: z.string().optional(), unsafe: flag, ...style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('team'), team_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('color'), value: z.string(), ...style }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string(),
    unicode: z.string().optional(),
    url: z.string().optional(),
    ...style,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
    ...style,
  }),
]);

const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

export const richTextElements = z.array(
  z.discriminatedUnion('type', [
    section,
    z.strictObject({
      type: z.literal('rich_text_list'),
      elements: z.array(section),
      style: z.enum(['bullet', 'ordered']),
      indent: z.int().min(0).max(8).optional(),
      offset: z.int().min(0).optional(),
      ...border,
    }),
    z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), ...border }),
    z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(inline), ...border }),
  ]),
);
