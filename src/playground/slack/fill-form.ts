import type { ViewValues } from '../protocol.ts';
import { isJson, type Json, listOf, textOf } from './json.ts';
import { Refusal } from './refusal.ts';
import { type StateValues, statefulElements } from './view-state.ts';
import type { StoredView } from './workspace.ts';

/** `state.values` after somebody filled in fields, named by block id or action id. Choices are named by their value. */
export function fillForm({ view, values }: StoredView, fill: Readonly<Record<string, unknown>>): ViewValues {
  const filled: StateValues = structuredClone(values);
  const open = new Set(Object.keys(fill));
  for (const block of listOf(view.blocks).filter(isJson)) {
    const blockId = textOf(block.block_id);
    for (const element of statefulElements(block)) {
      const actionId = textOf(element.action_id);
      const name = [blockId, actionId].find((candidate) => open.delete(candidate));
      if (name !== undefined) filled[blockId] = { ...filled[blockId], [actionId]: entry(element, fill[name]) };
    }
  }
  if (open.size > 0) throw new Refusal(`no such field: ${[...open].join(', ')}`);
  return filled as ViewValues;
}

function entry(element: Json, value: unknown): Json {
  const { type } = element;
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: value === null ? null : optionOf(element, value) };
    case 'external_select':
      return { type, selected_option: value };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: listOf(value).map((one) => optionOf(element, one)) };
    case 'users_select':
      return { type, selected_user: value };
    case 'channels_select':
      return { type, selected_channel: value };
    case 'conversations_select':
      return { type, selected_conversation: value };
    case 'datepicker':
      return { type, selected_date: value };
    case 'timepicker':
      return { type, selected_time: value };
    case 'datetimepicker':
      return { type, selected_date_time: value };
    default:
      return { type, value };
  }
}

function optionOf(element: Json, value: unknown): Json {
  const groups = listOf(element.option_groups)
    .filter(isJson)
    .flatMap((group) => listOf(group.options));
  const option = [...listOf(element.options), ...groups].filter(isJson).find((candidate) => candidate.value === value);
  if (!option) throw new Refusal(`no such option: ${String(value)}`);
  return option;
}
