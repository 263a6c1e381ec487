import { isJson, type Json, listOf, textOf } from '../json.ts';
import { LIMITS, MARKDOWN_TOTAL, MESSAGE_BLOCKS } from './block-limits.ts';
import { blockSchema } from './block-schemas.ts';
import { slackWording } from './slack-wording.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Types that Slack refuses on a surface. */
const NOT_ON: Readonly<Record<Surface, readonly string[]>> = {
  message: ['file_input'],
  modal: ['markdown', 'table'],
  home: ['markdown', 'table', 'file_input'],
};

/** Why Slack would refuse these blocks, in its words; empty where it would not. `base` is their JSON pointer. */
export function blockProblems(blocks: readonly unknown[], surface: Surface, base = '/blocks'): string[] {
  const most = surface === 'message' ? MESSAGE_BLOCKS : LIMITS['BaseView.blocks'].items;
  const problems: string[] = [];
  if (blocks.length > most) problems.push(`[ERROR] no more than ${most} items allowed [json-pointer:${base}]`);
  const seen = new Set<string>();
  let markdown = 0;
  for (const [index, block] of blocks.entries()) {
    const at = `${base}/${index}`;
    const parsed = blockSchema.safeParse(block);
    if (!parsed.success) {
      problems.push(...slackWording(parsed.error.issues, block, at));
      continue;
    }
    if (!isJson(block)) continue;
    problems.push(...placeProblems(block, surface, at), ...repeatedActions(block, at));
    const id = textOf(block.block_id);
    if (id !== '' && seen.has(id)) problems.push(`[ERROR] \`block_id\` ${id} already exists [json-pointer:${at}/block_id]`);
    seen.add(id);
    if (block.type === 'markdown') markdown += textOf(block.text).length;
  }
  if (markdown > MARKDOWN_TOTAL)
    problems.push(`[ERROR] must be less than ${MARKDOWN_TOTAL + 1} characters [json-pointer:${base}]`);
  return problems;
}

function placeProblems(block: Json, surface: Surface, at: string): string[] {
  const refused = NOT_ON[surface];
  const problems: string[] = [];
  if (refused.includes(textOf(block.type))) problems.push(`[ERROR] unsupported type: ${block.type} [json-pointer:${at}/type]`);
  const { element } = block;
  if (!isJson(element)) return problems;
  if (refused.includes(textOf(element.type)))
    problems.push(`[ERROR] unsupported type: ${element.type} [json-pointer:${at}/element/type]`);
  return problems;
}

/** An `action_id` may stand once in a block. */
function repeatedActions(block: Json, at: string): string[] {
  if (block.type !== 'actions') return [];
  const seen = new Set<string>();
  return listOf(block.elements).flatMap((element, index) => {
    const id = isJson(element) ? textOf(element.action_id) : '';
    const repeated = id !== '' && seen.has(id);
    seen.add(id);
    return repeated ? [`[ERROR] \`action_id\` ${id} already exists [json-pointer:${at}/elements/${index}/action_id]`] : [];
  });
}
