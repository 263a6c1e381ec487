import { z } from 'zod';
import { IMAGE_URL, LIMITS, OVERFLOW_OPTIONS, PLAIN_TEXT_INPUT_LENGTH } from './block-limits.ts';
import {
  confirmSchema,
  optionGroupSchema,
  optionSchema,
  overflowOptionSchema,
  plainText,
  richOptionSchema,
} from './text-schemas.ts';

const actionId = { action_id: z.string().max(LIMITS['Action.action_id'].length).optional() };
const confirm = { confirm: confirmSchema.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(LIMITS['Placeholdable.placeholder'].length).optional() };
const picked = { ...actionId, ...confirm, ...focus };
const menu = { ...picked, ...placeholder };
const several = { ...menu, max_selected_items: z.int().min(1).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional() })
    .optional(),
};
const typed = { ...actionId, ...focus, ...placeholder, ...dispatch };
const filter = {
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};
const respondable = { response_url_enabled: z.boolean().optional() };

const button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  ...confirm,
  text: plainText(LIMITS['Button.text'].length),
  value: z.string().max(LIMITS['Button.value'].length).optional(),
  url: z.string().max(LIMITS['Button.url'].length).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(LIMITS['Button.accessibility_label'].length).optional(),
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...picked,
  options: z.array(richOptionSchema).min(1).max(LIMITS['Checkboxes.options'].items),
  initial_options: z.array(richOptionSchema).min(1).optional(),
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...picked,
  options: z.array(richOptionSchema).min(1).max(LIMITS['RadioButtons.options'].items),
  initial_option: richOptionSchema.optional(),
});

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const datepicker = z.strictObject({ type: z.literal('datepicker'), ...menu, initial_date: date.optional() });
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: time.optional(),
  timezone: z.string().optional(),
});
const datetimepicker = z.strictObject({ type: z.literal('datetimepicker'), ...picked, initial_date_time: z.int().optional() });

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  ...confirm,
  options: z.array(overflowOptionSchema).min(OVERFLOW_OPTIONS.least).max(OVERFLOW_OPTIONS.most),
});

const flatOrGrouped = (element: { readonly options?: unknown; readonly option_groups?: unknown }) =>
  Boolean(element.options) !== Boolean(element.option_groups);
const oneOfBoth = { message: 'must define either `options` or `option_groups`' };

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    options: z.array(optionSchema).min(1).max(LIMITS['StaticSelect.options'].items).optional(),
    option_groups: z.array(optionGroupSchema).min(1).max(LIMITS['StaticSelect.option_groups'].items).optional(),
    initial_option: optionSchema.optional(),
  })
  .refine(flatOrGrouped, oneOfBoth);
const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...several,
    options: z.array(optionSchema).min(1).max(LIMITS['MultiStaticSelect.options'].items).optional(),
    option_groups: z.array(optionGroupSchema).min(1).max(LIMITS['MultiStaticSelect.option_groups'].items).optional(),
    initial_options: z.array(optionSchema).min(1).optional(),
  })
  .refine(flatOrGrouped, oneOfBoth);
const minQuery = { min_query_length: z.int().min(0).optional() };
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...menu,
  ...minQuery,
  initial_option: optionSchema.optional(),
});
const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...several,
  ...minQuery,
  initial_options: z.array(optionSchema).min(1).optional(),
});
const usersSelect = z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: z.string().optional() });
const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...several,
  initial_users: z.array(z.string()).optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  ...filter,
  ...respondable,
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
});
const multiConversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  ...several,
  ...filter,
  initial_conversations: z.array(z.string()).optional(),
  default_to_current_conversation: z.boolean().optional(),
});
const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  ...respondable,
  initial_channel: z.string().optional(),
});
const multiChannelsSelect = z.strictObject({
  type: z.literal('multi_channels_select'),
  ...several,
  initial_channels: z.array(z.string()).optional(),
});

const length = z.int().min(0).max(PLAIN_TEXT_INPUT_LENGTH);
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: length.optional(),
  max_length: length.min(1).optional(),
});
const emailInput = z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() });
const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() });
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionId,
  filetypes: z.array(z.string()).optional(),
  max_files: z.int().min(1).max(LIMITS['FileInput.max_files'].items).optional(),
});

export const imageSource = {
  image_url: z.string().min(1).max(IMAGE_URL).optional(),
  slack_file: z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })]).optional(),
};
export const imageElement = z.strictObject({
  type: z.literal('image'),
  ...imageSource,
  alt_text: z.string().min(1).max(LIMITS['ImageBlock.alt_text'].length),
});

const selects = [staticSelect, externalSelect, usersSelect, conversationsSelect, channelsSelect] as const;
const multiSelects = [
  multiStaticSelect,
  multiExternalSelect,
  multiUsersSelect,
  multiConversationsSelect,
  multiChannelsSelect,
] as const;
const pickers = [checkboxes, radioButtons, datepicker, timepicker] as const;

export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  datetimepicker,
  ...pickers,
  ...selects,
  ...multiSelects,
]);
export const accessory = z.discriminatedUnion('type', [button, overflow, imageElement, ...pickers, ...selects, ...multiSelects]);
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  emailInput,
  urlInput,
  numberInput,
  fileInput,
  datetimepicker,
  ...pickers,
  ...selects,
  ...multiSelects,
]);
