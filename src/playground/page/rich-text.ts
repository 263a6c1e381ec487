import type { Block } from '../protocol.ts';
import { el, text } from './dom.ts';
import { drawDate, drawEmoji, drawInline, drawLink, drawMention } from './draw-mrkdwn.ts';
import type { State } from './state.ts';
import { unsupported } from './unsupported.ts';

export function drawRichText(block: Block, state: State): HTMLElement {
  return el('div', { class: 'rich-text' }, ...drawParts(block.elements, state));
}

function drawParts(elements: readonly Block[], state: State): Node[] {
  const nodes: Node[] = [];
  let lists: { indent: number; node: HTMLElement }[] = [];
  for (const part of elements) {
    if (part.type !== 'rich_text_list') {
      lists = [];
      nodes.push(drawPart(part, state));
      continue;
    }
    // A list of a deeper indent belongs into the last item of the one before it.
    const indent = Number(part.indent ?? 0);
    const node = drawList(part, state);
    lists = lists.filter((list) => list.indent < indent);
    const parent = lists.at(-1)?.node.lastElementChild;
    if (parent) parent.append(node);
    else nodes.push(node);
    lists.push({ indent, node });
  }
  return nodes;
}

function drawPart(part: Block, state: State): Node {
  if (part.type === 'rich_text_section') return el('p', { class: 'lines' }, ...drawRun(part.elements, state));
  if (part.type === 'rich_text_quote') return el('blockquote', { class: 'quote' }, ...drawRun(part.elements, state));
  if (part.type === 'rich_text_preformatted') return el('pre', { class: 'pre', tabindex: 0 }, ...drawRun(part.elements, state));
  return unsupported('block', String(part.type));
}

function drawList(part: Block, state: State): HTMLElement {
  const items = part.elements.map((item: Block) => el('li', {}, ...drawRun(item.elements, state)));
  return part.style === 'ordered' ? el('ol', { start: Number(part.offset ?? 0) + 1 }, ...items) : el('ul', {}, ...items);
}

function drawRun(elements: readonly Block[], state: State): Node[] {
  return elements.map((element) => styled(drawPiece(element, state), element.style));
}

function drawPiece(element: Block, state: State): Node {
  switch (element.type) {
    case 'text':
      return text(String(element.text));
    case 'link':
      return drawLink(String(element.url), String(element.text ?? element.url));
    case 'user':
      return drawMention(String(element.user_id), state);
    case 'channel':
      return drawInline({ kind: 'channel', id: String(element.channel_id) }, state);
    case 'usergroup':
      return drawInline({ kind: 'group', id: String(element.usergroup_id) }, state);
    case 'broadcast':
      return drawInline({ kind: 'broadcast', name: element.range }, state);
    case 'emoji':
      return drawEmoji(String(element.name));
    case 'date':
      return drawDate(Number(element.timestamp), String(element.format), element.url, state);
    default:
      return unsupported('element', String(element.type));
  }
}

const tags = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 's'],
  ['underline', 'u'],
] as const;

function styled(node: Node, style: Block): Node {
  if (!style) return node;
  let wrapped = style.code ? el('code', { class: 'code' }, node) : node;
  for (const [name, tag] of tags) if (style[name]) wrapped = el(tag, {}, wrapped);
  return wrapped;
}
