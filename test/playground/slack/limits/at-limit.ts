import type { LIMITS } from '../../../../src/playground/slack/limits/block-limits.ts';

type Member = keyof typeof LIMITS;
/** A block, or the members of a view, in which the named member has exactly so many characters, or so many entries. */
export type Sized = { readonly block: object } | { readonly view: object };

const text = (size: number) => 'x'.repeat(size);
const plain = (size: number) => ({ type: 'plain_text', text: text(size) });
const mrkdwn = (size: number) => ({ type: 'mrkdwn', text: text(size) });
const list = <T>(size: number, make: (index: number) => T) => Array.from({ length: size }, (_, index) => make(index));
const option = (value = 'v', more: object = {}) => ({ text: plain(1), value, ...more });
const button = (more: object) => ({ type: 'button', text: plain(1), ...more });
const acting = (element: object) => ({ block: { type: 'actions', elements: [element] } });
const input = (element: object, more: object = {}) => ({ block: { type: 'input', label: plain(1), element, ...more } });
const section = (more: object) => ({ block: { type: 'section', text: mrkdwn(1), ...more } });
const select = (type: string, options: object) => acting({ type, ...options });
const confirm = (more: object) =>
  acting(button({ confirm: { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...more } }));
const image = (more: object) => ({ block: { type: 'image', image_url: 'https://x.example/i.png', alt_text: 'a', ...more } });
const group = (more: object = {}) => ({ label: plain(1), options: [option()], ...more });

/** With `COUNTS`, one for every limit; a test sees to it. */
export const LENGTHS: Partial<Record<Member, (size: number) => Sized>> = {
  'Block.block_id': (size) => ({ block: { type: 'divider', block_id: text(size) } }),
  'Action.action_id': (size) => acting(button({ action_id: text(size) })),
  'Button.text': (size) => acting(button({ text: plain(size) })),
  'Button.value': (size) => acting(button({ value: text(size) })),
  'Button.url': (size) => acting(button({ url: `https://${text(size - 8)}` })),
  'Button.accessibility_label': (size) => acting(button({ accessibility_label: text(size) })),
  'Confirm.title': (size) => confirm({ title: plain(size) }),
  'Confirm.text': (size) => confirm({ text: plain(size) }),
  'Confirm.confirm': (size) => confirm({ confirm: plain(size) }),
  'Confirm.deny': (size) => confirm({ deny: plain(size) }),
  'HeaderBlock.text': (size) => ({ block: { type: 'header', text: plain(size) } }),
  'ImageBlock.alt_text': (size) => image({ alt_text: text(size) }),
  'ImageBlock.title': (size) => image({ title: plain(size) }),
  'InputBlock.label': (size) => input({ type: 'plain_text_input' }, { label: plain(size) }),
  'InputBlock.hint': (size) => input({ type: 'plain_text_input' }, { hint: plain(size) }),
  'MarkdownBlock.text': (size) => ({ block: { type: 'markdown', text: text(size) } }),
  'MrkdwnElement.text': (size) => ({ block: { type: 'context', elements: [mrkdwn(size)] } }),
  'PlainTextElement.text': (size) => ({ block: { type: 'context', elements: [plain(size)] } }),
  'OptionDescriptor.value': (size) => select('static_select', { options: [option(text(size))] }),
  'OptionDescriptor.url': (size) => acting({ type: 'overflow', options: [option('v', { url: text(size) })] }),
  'OptionDescriptor.description': (size) => select('static_select', { options: [option('v', { description: plain(size) })] }),
  'MrkdwnOption.text': (size) => acting({ type: 'checkboxes', options: [option('v', { text: mrkdwn(size) })] }),
  'PlainTextOption.text': (size) => select('static_select', { options: [option('v', { text: plain(size) })] }),
  'OptionGroup.label': (size) => select('static_select', { option_groups: [group({ label: plain(size) })] }),
  'Placeholdable.placeholder': (size) => select('users_select', { placeholder: plain(size) }),
  'PlainTextInput.min_length': (size) => input({ type: 'plain_text_input', min_length: size }),
  'SectionBlock.text': (size) => section({ text: mrkdwn(size) }),
  'SectionBlock.fields': (size) => section({ fields: [plain(size)] }),
  'BaseView.private_metadata': (size) => ({ view: { private_metadata: text(size) } }),
  'BaseView.callback_id': (size) => ({ view: { callback_id: text(size) } }),
  'ModalView.title': (size) => ({ view: { title: plain(size) } }),
  'ModalView.close': (size) => ({ view: { close: plain(size) } }),
  'ModalView.submit': (size) => ({ view: { submit: plain(size) } }),
};

export const COUNTS: Partial<Record<Member, (size: number) => Sized>> = {
  'ActionsBlock.elements': (size) => ({ block: { type: 'actions', elements: list(size, () => button({})) } }),
  'Checkboxes.options': (size) => acting({ type: 'checkboxes', options: list(size, () => option()) }),
  'RadioButtons.options': (size) => acting({ type: 'radio_buttons', options: list(size, () => option()) }),
  'ContextBlock.elements': (size) => ({ block: { type: 'context', elements: list(size, () => plain(1)) } }),
  'FileInput.max_files': (size) => input({ type: 'file_input', max_files: size }),
  'OptionGroup.options': (size) => select('static_select', { option_groups: [group({ options: list(size, () => option()) })] }),
  'SectionBlock.fields': (size) => section({ fields: list(size, () => plain(1)) }),
  'StaticSelect.options': (size) => select('static_select', { options: list(size, () => option()) }),
  'StaticSelect.option_groups': (size) => select('static_select', { option_groups: list(size, () => group()) }),
  'MultiStaticSelect.options': (size) => select('multi_static_select', { options: list(size, () => option()) }),
  'MultiStaticSelect.option_groups': (size) => select('multi_static_select', { option_groups: list(size, () => group()) }),
  'TableBlock.rows': (size) => ({ block: { type: 'table', rows: list(size, () => [{ type: 'raw_text', text: 'x' }]) } }),
  'TableBlock.column_settings': (size) => ({
    block: { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]], column_settings: list(size, () => ({})) },
  }),
  'BaseView.blocks': (size) => ({ view: { blocks: list(size, () => ({ type: 'divider' })) } }),
};
