import { z } from 'zod';
import { LIMITS } from './block-limits.ts';

export function plainText(most: number = LIMITS['PlainTextElement.text'].length) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
}

export function mrkdwn(most: number = LIMITS['MrkdwnElement.text'].length) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  });
}

export function anyText(most: number = LIMITS['MrkdwnElement.text'].length) {
  return z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);
}

export const confirmSchema = z.strictObject({
  title: plainText(LIMITS['Confirm.title'].length),
  text: anyText(LIMITS['Confirm.text'].length),
  confirm: plainText(LIMITS['Confirm.confirm'].length),
  deny: plainText(LIMITS['Confirm.deny'].length),
  style: z.enum(['primary', 'danger']).optional(),
});

const optionMembers = {
  value: z.string().max(LIMITS['OptionDescriptor.value'].length),
  description: plainText(LIMITS['OptionDescriptor.description'].length).optional(),
};

/** Of menus. */
export const optionSchema = z.strictObject({ ...optionMembers, text: plainText(LIMITS['PlainTextOption.text'].length) });

/** Of check boxes and radio buttons, which may carry mrkdwn. */
export const richOptionSchema = z.strictObject({
  ...optionMembers,
  text: anyText(LIMITS['MrkdwnOption.text'].length),
  description: anyText(LIMITS['OptionDescriptor.description'].length).optional(),
});

export const overflowOptionSchema = z.strictObject({
  ...optionMembers,
  text: plainText(LIMITS['PlainTextOption.text'].length),
  url: z.string().max(LIMITS['OptionDescriptor.url'].length).optional(),
});

export const optionGroupSchema = z.strictObject({
  label: plainText(LIMITS['OptionGroup.label'].length),
  options: z.array(optionSchema).min(1).max(LIMITS['OptionGroup.options'].items),
});

/** Options of a menu, flat or in groups, but not both. */
export const optionsAnswerSchema = z.union([
  z.object({ options: z.array(optionSchema).max(LIMITS['StaticSelect.options'].items) }),
  z.object({ option_groups: z.array(optionGroupSchema).max(LIMITS['StaticSelect.option_groups'].items) }),
]);
