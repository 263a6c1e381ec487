import type { Block, View, ViewValues } from '../protocol.ts';

/** Which member of `view.state.values` holds an element's value, and what an untouched element reports. */
const members: Readonly<Record<string, { readonly member: string; readonly initial: string; readonly empty: unknown }>> = {
  plain_text_input: { member: 'value', initial: 'initial_value', empty: null },
  email_text_input: { member: 'value', initial: 'initial_value', empty: null },
  url_text_input: { member: 'value', initial: 'initial_value', empty: null },
  number_input: { member: 'value', initial: 'initial_value', empty: null },
  static_select: { member: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { member: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { member: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { member: 'selected_user', initial: 'initial_user', empty: null },
  datepicker: { member: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { member: 'selected_time', initial: 'initial_time', empty: null },
  checkboxes: { member: 'selected_options', initial: 'initial_options', empty: [] },
};

function elementsOf(block: Block): readonly Block[] {
  if (block.type === 'input') return [block.element];
  if (block.type === 'section') return block.accessory ? [block.accessory] : [];
  return block.type === 'actions' ? block.elements : [];
}

const idOf = (block: Block, index: number) => String(block.block_id ?? `block-${index}`);

/** All values of a view as Slack sends them: what was entered, else what the bot had set, else empty. Pure. */
export function collectValues(view: View, kept: ViewValues): ViewValues {
  const values: ViewValues = {};
  for (const [index, block] of view.blocks.entries()) {
    for (const element of elementsOf(block)) {
      const known = Object.hasOwn(members, element.type) ? members[element.type] : undefined;
      if (!known) continue;
      const id = idOf(block, index);
      const untouched = { type: element.type, [known.member]: element[known.initial] ?? known.empty };
      const chosen = kept[id]?.[element.action_id];
      const same = typeof chosen === 'object' && chosen !== null && 'type' in chosen && chosen.type === element.type;
      values[id] = { ...values[id], [element.action_id]: same ? chosen : untouched };
    }
  }
  return values;
}

/** What Slack's own client refuses before the app is asked: a sentence per block. Pure. */
export function fieldErrors(view: View, values: ViewValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [index, block] of view.blocks.entries()) {
    if (block.type !== 'input') continue;
    const known = members[block.element.type];
    if (!known) continue;
    const id = idOf(block, index);
    const entry = values[id]?.[block.element.action_id];
    const sentence = fieldError(
      block,
      entry && typeof entry === 'object' ? Object.entries(entry).find(([name]) => name === known.member)?.[1] : undefined,
    );
    if (sentence) errors[id] = sentence;
  }
  return errors;
}

function fieldError(block: Block, value: unknown): string | undefined {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return block.optional ? undefined : 'Please complete this required field.';
  const { min_length: min, max_length: max } = block.element;
  if (typeof value !== 'string') return undefined;
  if (typeof max === 'number' && value.length > max) return `Please shorten this to ${max} characters or fewer.`;
  if (typeof min === 'number' && value.length < min) return `Please write at least ${min} characters.`;
  return undefined;
}
