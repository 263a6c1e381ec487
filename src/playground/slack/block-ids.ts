import { randomBytes } from 'node:crypto';
import { isJson, type Json, listOf } from './json.ts';

const INTERACTIVE =
  /^(button|overflow|datepicker|datetimepicker|timepicker|checkboxes|radio_buttons|workflow_button|.*_select|.*_input)$/;

/** Blocks as Slack stores them: those without a `block_id`, and interactive elements without an `action_id`, get one. */
export function withIds(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => {
    const filled: Json = { ...block };
    if (typeof block.block_id !== 'string' || block.block_id === '') filled.block_id = shortId();
    for (const member of ['accessory', 'element']) if (isJson(block[member])) filled[member] = withActionId(block[member]);
    if (block.type === 'actions')
      filled.elements = listOf(block.elements).map((element) => (isJson(element) ? withActionId(element) : element));
    return filled;
  });
}

function withActionId(element: Json): Json {
  if (typeof element.action_id === 'string' && element.action_id !== '') return element;
  return INTERACTIVE.test(String(element.type)) ? { ...element, action_id: shortId() } : element;
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
