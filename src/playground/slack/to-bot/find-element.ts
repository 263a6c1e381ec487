import { isJson, type Json, listOf, textOf } from '../json.ts';

/** An interactive element among blocks, with the block it stands in. Without a block id the first with the action id. */
export function findElement(blocks: unknown, actionId: string, blockId = ''): { block: Json; element: Json } | undefined {
  for (const block of listOf(blocks)) {
    if (!isJson(block) || (blockId !== '' && block.block_id !== blockId)) continue;
    for (const element of elementsOf(block)) if (element.action_id === actionId) return { block, element };
  }
  return undefined;
}

export function elementsOf(block: Json): readonly Json[] {
  const nested = block.type === 'actions' ? listOf(block.elements) : [];
  return [...nested, block.accessory, block.element].filter(
    (element): element is Json => isJson(element) && textOf(element.action_id) !== '',
  );
}
