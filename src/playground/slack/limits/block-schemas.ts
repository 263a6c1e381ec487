import { z } from 'zod';
import { LIMITS, TABLE_CELLS } from './block-limits.ts';
import { accessory, actionsElement, imageElement, imageSource, inputElement } from './element-schemas.ts';
import { richTextElements } from './rich-text-schemas.ts';
import { anyText, mrkdwn, plainText } from './text-schemas.ts';

const id = { block_id: z.string().max(LIMITS['Block.block_id'].length).optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...id,
    text: anyText(LIMITS['SectionBlock.text'].length).optional(),
    fields: z.array(anyText(LIMITS['SectionBlock.fields'].length)).min(1).max(LIMITS['SectionBlock.fields'].items).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    message: 'must define either `text` or `fields`',
  });

const header = z.strictObject({ type: z.literal('header'), ...id, text: plainText(LIMITS['HeaderBlock.text'].length) });
const divider = z.strictObject({ type: z.literal('divider'), ...id });

const context = z.strictObject({
  type: z.literal('context'),
  ...id,
  elements: z
    .array(z.discriminatedUnion('type', [imageElement, plainText(), mrkdwn()]))
    .min(1)
    .max(LIMITS['ContextBlock.elements'].items),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...id,
  elements: z.array(actionsElement).min(1).max(LIMITS['ActionsBlock.elements'].items),
});

const image = z
  .strictObject({
    type: z.literal('image'),
    ...id,
    ...imageSource,
    alt_text: z.string().min(1).max(LIMITS['ImageBlock.alt_text'].length),
    title: plainText(LIMITS['ImageBlock.title'].length).optional(),
  })
  .refine((block) => Boolean(block.image_url) !== Boolean(block.slack_file), {
    message: 'must define either `image_url` or `slack_file`',
  });

const input = z.strictObject({
  type: z.literal('input'),
  ...id,
  label: plainText(LIMITS['InputBlock.label'].length),
  hint: plainText(LIMITS['InputBlock.hint'].length).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const richText = z.strictObject({ type: z.literal('rich_text'), ...id, elements: richTextElements });
const markdown = z.strictObject({
  type: z.literal('markdown'),
  ...id,
  text: z.string().min(1).max(LIMITS['MarkdownBlock.text'].length),
});

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
]);
const table = z.strictObject({
  type: z.literal('table'),
  ...id,
  rows: z.array(z.array(cell).min(1).max(TABLE_CELLS)).min(1).max(LIMITS['TableBlock.rows'].items),
  column_settings: z
    .array(
      z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }).nullable(),
    )
    .max(LIMITS['TableBlock.column_settings'].items)
    .optional(),
});

/** Blocks that a message, a modal and a home tab know. Which are allowed where is checked beside it. */
export const blockSchema = z.discriminatedUnion('type', [
  section,
  header,
  divider,
  context,
  actions,
  image,
  input,
  richText,
  markdown,
  table,
]);
