/** A maximum of Slack's: characters of a text, or members of a list. */
export interface Limit {
  readonly length?: number;
  readonly items?: number;
}

/**
 * Slack's maxima, named after the interface and member in `@slack/types` whose comment states them; a test compares the two.
 * `Option.value` is 150 by Slack's reference (the comment still says 75).
 */
export const LIMITS = {
  'Block.block_id': { length: 255 },
  'Action.action_id': { length: 255 },
  'ActionsBlock.elements': { items: 25 },
  'Button.text': { length: 75 },
  'Button.value': { length: 2000 },
  'Button.url': { length: 3000 },
  'Button.accessibility_label': { length: 75 },
  'Checkboxes.options': { items: 10 },
  'RadioButtons.options': { items: 10 },
  'Confirm.title': { length: 100 },
  'Confirm.text': { length: 300 },
  'Confirm.confirm': { length: 30 },
  'Confirm.deny': { length: 30 },
  'ContextBlock.elements': { items: 10 },
  'FileInput.max_files': { items: 10 },
  'HeaderBlock.text': { length: 150 },
  'ImageBlock.alt_text': { length: 2000 },
  'ImageBlock.title': { length: 2000 },
  'InputBlock.label': { length: 2000 },
  'InputBlock.hint': { length: 2000 },
  'MarkdownBlock.text': { length: 12_000 },
  'MrkdwnElement.text': { length: 3000 },
  'PlainTextElement.text': { length: 3000 },
  'OptionDescriptor.value': { length: 150 },
  'OptionDescriptor.url': { length: 3000 },
  'OptionDescriptor.description': { length: 75 },
  'MrkdwnOption.text': { length: 75 },
  'PlainTextOption.text': { length: 75 },
  'OptionGroup.label': { length: 75 },
  'OptionGroup.options': { items: 100 },
  'Placeholdable.placeholder': { length: 150 },
  'PlainTextInput.min_length': { length: 3000 },
  'SectionBlock.text': { length: 3000 },
  'SectionBlock.fields': { items: 10, length: 2000 },
  'StaticSelect.options': { items: 100 },
  'StaticSelect.option_groups': { items: 100 },
  'MultiStaticSelect.options': { items: 100 },
  'MultiStaticSelect.option_groups': { items: 100 },
  'TableBlock.rows': { items: 100 },
  'TableBlock.column_settings': { items: 20 },
  'BaseView.blocks': { items: 100 },
  'BaseView.private_metadata': { length: 3000 },
  'BaseView.callback_id': { length: 255 },
  'ModalView.title': { length: 24 },
  'ModalView.close': { length: 24 },
  'ModalView.submit': { length: 24 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Stated in Slack's reference, not in the comments of `@slack/types`. */
export const MESSAGE_BLOCKS = 50;
export const OVERFLOW_OPTIONS = { least: 1, most: 5 } as const;
export const IMAGE_URL = 3000;
export const EXTERNAL_ID = 255;
export const PLAIN_TEXT_INPUT_LENGTH = 3000;
export const TABLE_CELLS = 20;
/** All `markdown` blocks of one message together. */
export const MARKDOWN_TOTAL = 12_000;
