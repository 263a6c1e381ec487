import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards';
import type { Card, Element, ElementOf, Line } from '../../chat/card.ts';
import { cleanText, isBlank } from '../../chat/clean-text.ts';
import { clipText, spansOf, spanText } from '../../chat/clip-text.ts';
import type { ChatWords } from '../../chat/platform.ts';
import { limits } from './limits.ts';
import { type Drawing, drawActions, quoteInputs } from './render-action.ts';
import { container, isBlankLine, isWebAddress, type Look, mentionEntity, mentionsIn, plain, richLines } from './rich-text.ts';

type Body = IAdaptiveCard['body'];
export type AdaptiveCard = IAdaptiveCard;

/** Microsoft: what Teams draws on all its clients. */
const version = '1.5';
const small: Look = { size: 'Small', isSubtle: true };

/** The line in bold, unless its writer already chose what stands out. */
const leadLook = (line: Line): Look =>
  typeof line !== 'string' && line.some((span) => typeof span === 'object' && 'bold' in span) ? {} : { weight: 'Bolder' };

const grouped = (items: Body): Body => (items.length > 1 ? [container(items)] : items);

const draw: { readonly [K in Element['kind']]: (element: ElementOf<K>, drawing: Drawing) => Body } = {
  heading: ({ text }, { words }) =>
    isBlank(cleanText(text)) ? [] : richLines(cleanText(text), limits.heading, words, { size: 'Large', weight: 'Bolder' }),
  text: ({ line }, { words }) => (isBlankLine(line) ? [] : grouped(richLines(line, limits.text, words))),
  note: ({ line }, { words }) => (isBlankLine(line) ? [] : grouped(richLines(line, limits.text, words, small))),
  list: ({ items }, { words }) =>
    grouped(
      items
        .filter((item) => !isBlankLine(item))
        .flatMap((item) => richLines(['• ', ...spansOf(item)], limits.text, words))
        .map((row) => ({ ...row, spacing: 'Small' as const })),
    ),
  // Not a fact set: that one reads Markdown, and its two columns break long values on a phone.
  facts: ({ facts }, { words }) =>
    grouped(
      facts.flatMap(({ label, value }) => {
        const name = { bold: `${isBlank(cleanText(label)) ? '–' : cleanText(label)}: ` };
        return richLines([name, ...spansOf(isBlankLine(value) ? '–' : value)], limits.text, words).map((row) => ({
          ...row,
          spacing: 'Small' as const,
        }));
      }),
    ),
  quote: ({ text }, { words }) =>
    isBlankLine(text) ? [] : [container(richLines(text, limits.text, words), { style: 'emphasis' })],
  item: ({ line, detail, actions }, drawing) => {
    const lead = isBlankLine(line) ? '–' : line;
    return [
      container([
        ...richLines(lead, limits.text, drawing.words, leadLook(lead)),
        ...(detail === undefined || isBlankLine(detail)
          ? []
          : richLines(detail, limits.text, drawing.words, { size: 'Small' }).map((row) => ({
              ...row,
              spacing: 'None' as const,
            }))),
        ...drawActions(actions, drawing),
      ]),
    ];
  },
  actions: ({ actions }, drawing) => grouped(drawActions(actions, drawing)),
  picture: ({ url, alt }, { words }) =>
    isWebAddress(url)
      ? [{ type: 'Image', url, altText: plain(alt, limits.altText, words), size: 'Stretch', msteams: { allowExpand: true } }]
      : richLines(plain(alt, limits.altText, words), limits.altText, words),
  divider: () => [container([], { separator: true })],
};

function drawElement<K extends Element['kind']>(element: ElementOf<K>, drawing: Drawing): Body {
  return draw[element.kind](element, drawing);
}

/** Whom a line of the card mentions. */
function peopleIn(elements: readonly Element[]): ReadonlyMap<string, string> {
  const lines = elements.flatMap((element): readonly Line[] => {
    if (element.kind === 'text' || element.kind === 'note') return [element.line];
    if (element.kind === 'list') return element.items;
    if (element.kind === 'facts') return element.facts.map(({ value }) => value);
    if (element.kind === 'item') return [element.line, ...(element.detail === undefined ? [] : [element.detail])];
    return element.kind === 'quote' ? [element.text] : [];
  });
  return new Map(lines.flatMap(mentionsIn));
}

/** What the card quotes, in order, as it is read back when a button brings it. */
const quotesIn = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => (element.kind === 'quote' ? [spansOf(element.text).map(spanText).join('')] : []));

/** UTF-16 units, as Teams counts. */
const sizeOf = (value: unknown): number => JSON.stringify(value).length;

const actionsIn = (elements: readonly Element[]) =>
  elements.flatMap((element) => (element.kind === 'actions' || element.kind === 'item' ? element.actions : []));

const bringsQuotes = (elements: readonly Element[]): boolean =>
  actionsIn(elements).some((action) => action.kind === 'button' && action.brings !== undefined);

/** A card around a body; who is mentioned in it is named beside it. */
export function framed(body: Body, people: ReadonlyMap<string, string> = new Map()): IAdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version,
    body,
    msteams: { width: 'full', ...(people.size > 0 ? { entities: [...people].map(mentionEntity) } : {}) },
  };
}

export function startDrawing(elements: readonly Element[], words: ChatWords, inDialog: boolean): Drawing {
  let ids = 0;
  return {
    words,
    inDialog,
    quotes: quotesIn(elements),
    nextId() {
      ids += 1;
      return `more${ids}`;
    },
  };
}

/** Whole elements only; where they do not all fit, the last one says so. `room`: UTF-16 units. */
export function renderElements(elements: readonly Element[], room: number, drawing: Drawing): Body {
  const drawn = elements.map((element) => drawElement(element, drawing));
  if (sizeOf(drawn) <= room) return drawn.flat();
  const note = richLines(drawing.words.shortened, limits.text, drawing.words, small);
  const kept: IContainer['items'] = [];
  let left = room - sizeOf(note);
  for (const items of drawn) {
    const needed = sizeOf(items);
    if (needed > left) break;
    kept.push(...items);
    left -= needed;
  }
  return [...kept, ...note];
}

/** A card without elements is its text. */
export function cardBody(card: Card, room: number, drawing: Drawing): Body {
  const body = renderElements(card.elements, room, drawing);
  if (body.length > 0) return body;
  return richLines(isBlankLine(card.text) ? '–' : card.text, limits.text, drawing.words);
}

export function renderCard(card: Card, words: ChatWords, { inDialog = false } = {}): IAdaptiveCard {
  const drawing = startDrawing(card.elements, words, inDialog);
  const carried = bringsQuotes(card.elements) ? quoteInputs(drawing.quotes) : [];
  return framed([...cardBody(card, limits.card - sizeOf(carried), drawing), ...carried], peopleIn(card.elements));
}

export interface TeamsMessage {
  /** The notification. */
  readonly summary: string;
  readonly card: IAdaptiveCard;
}

export function renderMessage(card: Card, words: ChatWords): TeamsMessage {
  const text = isBlankLine(card.text) ? '–' : cleanText(card.text);
  return { summary: clipText(text, limits.fallback, words.shortened), card: renderCard(card, words) };
}
