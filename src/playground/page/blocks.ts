import type { Block } from '../protocol.ts';
import { el } from './dom.ts';
import { drawText } from './draw-mrkdwn.ts';
import { drawElement } from './elements.ts';
import { drawInputBlock } from './input-block.ts';
import { drawPicture } from './picture.ts';
import { drawRichText } from './rich-text.ts';
import type { Surface } from './surface.ts';
import { unsupported } from './unsupported.ts';

type BlockDrawer = (block: Block, surface: Surface, blockId: string) => HTMLElement;

const drawers: Readonly<Record<string, BlockDrawer>> = {
  header: (block, surface) => el('h3', { class: 'block-header' }, drawText(block.text, surface.state)),

  section: (block, surface, blockId) => {
    const body = el('div', { class: 'section-body' });
    if (block.text) body.append(el('div', { class: 'section-text' }, drawText(block.text, surface.state)));
    if (block.fields) {
      const fields = block.fields.map((field: Block) => el('div', { class: 'field' }, drawText(field, surface.state)));
      body.append(el('div', { class: 'fields' }, ...fields));
    }
    const accessory = block.accessory
      ? el('div', { class: 'accessory' }, drawElement(block.accessory, { surface, blockId, live: true }))
      : undefined;
    return el('div', { class: 'section' }, body, accessory);
  },

  context: (block, surface) => {
    const parts = block.elements.map((part: Block) =>
      part.type === 'image' ? drawPicture(part, 'tiny') : el('span', { class: 'context-text' }, drawText(part, surface.state)),
    );
    return el('div', { class: 'context' }, ...parts);
  },

  actions: (block, surface, blockId) => {
    const elements = block.elements.map((element: Block) => drawElement(element, { surface, blockId, live: true }));
    return el('div', { class: 'actions' }, ...elements);
  },

  divider: () => el('hr', { class: 'divider' }),

  image: (block, surface) =>
    el(
      'figure',
      { class: 'figure' },
      block.title ? el('figcaption', {}, drawText(block.title, surface.state)) : undefined,
      drawPicture(block, 'full'),
    ),

  input: drawInputBlock,
  rich_text: (block, surface) => drawRichText(block, surface.state),

  // Written for Slack's other dialect; shown as it was written rather than half understood.
  markdown: (block) => el('div', { class: 'lines' }, String(block.text)),
};

/** Blocks in order. A block that cannot be drawn, or is broken, becomes a box that says so. */
export function drawBlocks(blocks: readonly Block[], surface: Surface): HTMLElement {
  return el('div', { class: 'blocks' }, ...blocks.map((block, index) => drawBlock(block, surface, index)));
}

function drawBlock(block: Block, surface: Surface, index: number): HTMLElement {
  const type = String(block?.type);
  const drawer = Object.hasOwn(drawers, type) ? drawers[type] : undefined;
  try {
    // Slack names blocks that the app left nameless; a server that did not leaves it to us.
    return drawer ? drawer(block, surface, String(block.block_id ?? `block-${index}`)) : unsupported('block', type);
  } catch (error) {
    console.error('a block could not be drawn', block, error);
    return unsupported('block', type);
  }
}
