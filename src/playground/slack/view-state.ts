import { isJson, type Json, listOf, textOf } from './json.ts';

/** Per kind of input: the member that holds its value, the member with the value it starts with, and its empty value. */
const VALUE_OF: Readonly<Record<string, readonly [value: string, initial: string, empty: unknown]>> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  users_select: ['selected_user', 'initial_user', null],
  multi_users_select: ['selected_users', 'initial_users', []],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  file_input: ['files', 'initial_files', []],
};

export type StateValues = Record<string, Json>;

/** `state.values` of a view or message: every input's entered value, else the one it starts with. */
export function viewState(view: { readonly blocks?: unknown }, entered: Readonly<Record<string, unknown>>): StateValues {
  const values: StateValues = {};
  for (const block of listOf(view.blocks)) {
    if (!isJson(block)) continue;
    const blockId = textOf(block.block_id);
    for (const element of statefulElements(block)) {
      const actionId = textOf(element.action_id);
      const given = entered[blockId];
      const inBlock = values[blockId] ?? {};
      inBlock[actionId] = elementState(element, isJson(given) ? given[actionId] : undefined);
      values[blockId] = inBlock;
    }
  }
  return values;
}

function elementState(element: Json, given: unknown): Json {
  const [value, initial, empty] = VALUE_OF[textOf(element.type)] ?? ['value', 'initial_value', null];
  const known = isJson(given) && value in given ? given[value] : element[initial];
  return { type: element.type, [value]: known === undefined || known === '' ? empty : known };
}

export function statefulElements(block: Json): readonly Json[] {
  const candidates = block.type === 'actions' ? listOf(block.elements) : [block.accessory, block.element];
  return candidates.filter((element): element is Json => isJson(element) && textOf(element.type) in VALUE_OF);
}

/** Slack's client refuses these before the app hears of the form. Block id to message. */
export function missingInputs(view: Json, values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of listOf(view.blocks)) {
    if (!isJson(block) || block.type !== 'input' || !isJson(block.element)) continue;
    const blockId = textOf(block.block_id);
    const state = values[blockId]?.[textOf(block.element.action_id)];
    const problem = inputProblem(block.element, isJson(state) ? state : {}, block.optional === true);
    if (problem !== undefined) errors[blockId] = problem;
  }
  return errors;
}

function inputProblem(element: Json, state: Json, optional: boolean): string | undefined {
  const type = textOf(element.type);
  const value = state[VALUE_OF[type]?.[0] ?? 'value'];
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (empty || (typeof value === 'string' && value.trim() === ''))
    return optional ? undefined : 'Please complete this required field.';
  if (typeof value !== 'string') return undefined;
  return type === 'plain_text_input' || type === 'number_input' || type === 'email_text_input'
    ? textProblem(element, value)
    : undefined;
}

function textProblem(element: Json, value: string): string | undefined {
  const { min_length: least, max_length: most } = element;
  if (element.type === 'email_text_input')
    return /^\S+@\S+\.\S+$/.test(value) ? undefined : 'Please enter a valid email address.';
  if (element.type === 'number_input') return numberProblem(element, value);
  if (typeof least === 'number' && value.length < least) return `Please enter at least ${least} characters.`;
  if (typeof most === 'number' && value.length > most) return `Please enter at most ${most} characters.`;
  return undefined;
}

function numberProblem(element: Json, value: string): string | undefined {
  const number = Number(value);
  if (!Number.isFinite(number)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  const { min_value: least, max_value: most } = element;
  if (least !== undefined && number < Number(least)) return `Please enter at least ${least}.`;
  if (most !== undefined && number > Number(most)) return `Please enter at most ${most}.`;
  return undefined;
}

/** One used element, merged into the state it belongs to. */
export function mergeAction(values: Readonly<Record<string, unknown>>, action: Json): Record<string, unknown> {
  const blockId = textOf(action.block_id);
  const inBlock = values[blockId];
  return { ...values, [blockId]: { ...(isJson(inBlock) ? inBlock : {}), [textOf(action.action_id)]: action } };
}
