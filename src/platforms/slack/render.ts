import type { ActionsBlock, HomeView, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Action, Card, Element, ElementOf, Line } from '../../chat/card.ts';
import { cleanText, isBlank } from '../../chat/clean-text.ts';
import type { ChatWords } from '../../chat/platform.ts';
import { limits } from './limits.ts';
import { type Drawn, drawActions } from './render-action.ts';
import { fallbackText, isBlankLine, isWebAddress, plainObject, richLine, textObject } from './render-line.ts';

function rich(elements: RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function textBlocks(line: Line, words: ChatWords): KnownBlock[] {
  return isBlankLine(line) ? [] : [rich(richLine(line, limits.text, words))];
}

function noteBlocks(line: Line, words: ChatWords): KnownBlock[] {
  return isBlankLine(line) ? [] : [{ type: 'context', elements: [textObject(line, limits.text, words)] }];
}

function actionBlocks(drawn: readonly Drawn[]): ActionsBlock[] {
  const blocks: ActionsBlock[] = [];
  for (let from = 0; from < drawn.length; from += limits.elementsInActions) {
    blocks.push({ type: 'actions', elements: drawn.slice(from, from + limits.elementsInActions) });
  }
  return blocks;
}

/** Lists go on in a further block rather than lose an entry. */
function packed<T>(parts: readonly T[], size: (part: T) => number, max: number): T[][] {
  const packs: T[][] = [];
  let room = 0;
  for (const part of parts) {
    const needed = size(part);
    const last = packs.at(-1);
    if (last === undefined || needed > room) {
      packs.push([part]);
      room = max - needed;
    } else {
      last.push(part);
      room -= needed;
    }
  }
  return packs;
}

function lengthOf(elements: readonly RichTextElement[]): number {
  return elements.reduce((sum, element) => sum + ('text' in element ? (element.text ?? '').length : 20), 0);
}

function listBlocks(items: readonly Line[], words: ChatWords): KnownBlock[] {
  const drawn = items.filter((item) => !isBlankLine(item)).map((item) => richLine(item, limits.text, words));
  return packed(drawn, lengthOf, limits.text).map((pack) => ({
    type: 'rich_text',
    elements: [
      { type: 'rich_text_list', style: 'bullet', elements: pack.map((elements) => ({ type: 'rich_text_section', elements })) },
    ],
  }));
}

/** One line a fact: on a phone Slack's two columns take more room and break long values. */
function factBlocks(facts: ElementOf<'facts'>['facts'], words: ChatWords): KnownBlock[] {
  const drawn = facts.map((fact): RichTextElement[] => [
    ...richLine(`${isBlank(cleanText(fact.label)) ? '–' : fact.label}: `, limits.header, words, 'bold'),
    ...richLine(isBlankLine(fact.value) ? '–' : fact.value, limits.text - limits.header, words),
  ]);
  return packed(drawn, (fact) => lengthOf(fact) + 1, limits.text).map((pack) =>
    rich(pack.flatMap((fact, at): RichTextElement[] => (at === 0 ? fact : [{ type: 'text', text: '\n' }, ...fact]))),
  );
}

/** The line in bold, unless its writer already chose what stands out. */
function leadStyle(line: Line): 'bold' | undefined {
  return typeof line !== 'string' && line.some((span) => typeof span === 'object' && 'bold' in span) ? undefined : 'bold';
}

function bolder(line: Line): Line {
  if (leadStyle(line) === undefined) return line;
  return typeof line === 'string' ? [{ bold: line }] : line.map((span) => (typeof span === 'string' ? { bold: span } : span));
}

/** One action stands beside the text; several stand below it. */
function itemBlocks({ line, detail, actions }: ElementOf<'item'>, words: ChatWords): KnownBlock[] {
  const lead = isBlankLine(line) ? '–' : line;
  const below = detail === undefined || isBlankLine(detail) ? undefined : detail;
  const drawn = drawActions(actions, words);
  const [first] = drawn;
  if (first !== undefined && drawn.length === 1) {
    const whole = below === undefined ? bolder(lead) : [bolder(lead), '\n', below].flat();
    return [{ type: 'section', text: textObject(whole, limits.text, words), accessory: first }];
  }
  const half = limits.text / 2;
  const under: RichTextElement[] = below === undefined ? [] : [{ type: 'text', text: '\n' }, ...richLine(below, half - 1, words)];
  return [rich([...richLine(lead, half, words, leadStyle(lead)), ...under]), ...actionBlocks(drawn)];
}

function actionsElement(actions: readonly Action[], words: ChatWords): KnownBlock[] {
  return actionBlocks(drawActions(actions, words));
}

const draw: { readonly [K in Element['kind']]: (element: ElementOf<K>, words: ChatWords) => KnownBlock[] } = {
  heading: ({ text }, words) =>
    isBlank(cleanText(text)) ? [] : [{ type: 'header', text: plainObject(text, limits.header, words) }],
  text: ({ line }, words) => textBlocks(line, words),
  note: ({ line }, words) => noteBlocks(line, words),
  list: ({ items }, words) => listBlocks(items, words),
  facts: ({ facts }, words) => (facts.length === 0 ? [] : factBlocks(facts, words)),
  quote: ({ text }, words) =>
    isBlankLine(text)
      ? []
      : [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: richLine(text, limits.text, words) }] }],
  item: itemBlocks,
  actions: ({ actions }, words) => actionsElement(actions, words),
  picture: ({ url, alt }, words) =>
    isWebAddress(url)
      ? [{ type: 'image', image_url: url, alt_text: plainObject(alt, limits.altText, words).text }]
      : textBlocks(alt, words),
  divider: () => [{ type: 'divider' }],
};

function drawElement<K extends Element['kind']>(element: ElementOf<K>, words: ChatWords): KnownBlock[] {
  return draw[element.kind](element, words);
}

/** Characters that Slack counts towards the size of a message. */
function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + charactersIn(part), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  // Every answer goes through here, and lists of its entries would take longer than drawing it.
  for (const key in value) {
    const part: unknown = Reflect.get(value, key);
    sum += key === 'text' && typeof part === 'string' ? part.length : charactersIn(part);
  }
  return sum;
}

export interface Room {
  readonly blocks: number;
  readonly characters: number;
}

const inMessage: Room = { blocks: limits.blocksInMessage, characters: limits.charactersInMessage };
export const inView: Room = { blocks: limits.blocksInView, characters: limits.charactersInView };

/** Whole elements only; where they do not all fit, the last block says so. */
export function renderElements(elements: readonly Element[], room: Room, words: ChatWords): KnownBlock[] {
  const drawn = elements.map((element) => drawElement(element, words));
  const fits = (blocks: readonly KnownBlock[], note: number) =>
    blocks.length + note <= room.blocks && charactersIn(blocks) + note * words.shortened.length <= room.characters;
  const all = drawn.flat();
  if (fits(all, 0)) return all;
  const kept: KnownBlock[] = [];
  for (const blocks of drawn) {
    if (!fits([...kept, ...blocks], 1)) break;
    kept.push(...blocks);
  }
  return [...kept, ...noteBlocks(words.shortened, words)];
}

/** A card without elements is its text. */
export function cardBlocks(card: Card, room: Room, words: ChatWords): KnownBlock[] {
  const blocks = renderElements(card.elements, room, words);
  return blocks.length > 0 ? blocks : textBlocks(isBlankLine(card.text) ? '–' : card.text, words);
}

export function renderMessage(card: Card, words: ChatWords): { text: string; blocks: KnownBlock[] } {
  return { text: fallbackText(isBlankLine(card.text) ? '–' : card.text, words), blocks: cardBlocks(card, inMessage, words) };
}

export function renderHome(card: Card, words: ChatWords): HomeView {
  return { type: 'home', blocks: cardBlocks(card, inView, words) };
}
