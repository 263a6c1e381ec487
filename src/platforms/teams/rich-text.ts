import type { IContainer, IRichTextBlock, ITextBlock, ITextRun } from '@microsoft/teams.cards';
import type { Line, Span } from '../../chat/card.ts';
import { cleanText, isBlank } from '../../chat/clean-text.ts';
import { clipLine, clipText, spansOf, spanText, withText } from '../../chat/clip-text.ts';
import type { ChatWords } from '../../chat/platform.ts';
import { limits } from './limits.ts';

export type TextElement = IRichTextBlock | ITextBlock;
/** How a whole line is drawn. */
export type Look = Pick<ITextRun, 'size' | 'weight' | 'isSubtle'>;

/** Only these may be opened from a card; anything else is drawn as text. */
export function isWebAddress(url: string): boolean {
  return url.length <= limits.url && /^https?:\/\/[^\s<>|]+$/i.test(url);
}

/** An id of Microsoft's directory, or the bot's own id of a person. */
export function isPersonId(id: string): boolean {
  return /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|29:[\w-]{1,200})$/i.test(id);
}

type Mention = Extract<Span, { readonly mention: string }>;
const isMention = (span: Span): span is Mention => typeof span === 'object' && 'mention' in span && isPersonId(span.mention);

const isLink = (span: Span): span is { readonly link: { readonly text: string; readonly url: string } } =>
  typeof span === 'object' && 'link' in span && isWebAddress(span.link.url);

function cleanSpan(span: Span): Span {
  if (isMention(span)) return span;
  const text = cleanText(spanText(span));
  if (isLink(span)) return { link: { text: isBlank(text) ? span.link.url : text, url: span.link.url } };
  return withText(span, text) ?? text;
}

const cleaned = (line: Line): readonly Span[] =>
  spansOf(line)
    .map(cleanSpan)
    .filter((span) => spanText(span) !== '');

export function isBlankLine(line: Line): boolean {
  return cleaned(line).every((span) => isBlank(spanText(span)));
}

/** A text that is nobody's mark-up. Cards refuse an empty one, so a blank one becomes a dash. */
export function plain(text: string, max: number, words: ChatWords): string {
  const clean = cleanText(text);
  return isBlank(clean) ? '–' : clipText(clean, max, words.shortened);
}

function styleOf(span: Span): Partial<ITextRun> {
  if (typeof span === 'string') return {};
  if ('bold' in span) return { weight: 'Bolder' };
  if ('italic' in span) return { italic: true };
  if ('strike' in span) return { strikethrough: true };
  if ('code' in span) return { fontType: 'Monospace' };
  if (isLink(span)) return { selectAction: { type: 'Action.OpenUrl', url: span.link.url } };
  return {};
}

/** A mention is text between tags; the tag's name is filled in from the entity, so it can hold no typed text. */
const mentionTag = (id: string) => `<at>${id}</at>`;

const lookAlikes: Readonly<Record<string, string>> = {
  '*': '\u2217',
  _: '\u02cd',
  '~': '\u223c',
  '`': '\u02cb',
  '[': '\uff3b',
  ']': '\uff3d',
  '<': '\u2039',
  '>': '\u203a',
  '\\': '\uff3c',
};

/**
 * Typed text where Teams reads Markdown and tags. Clients differ in which escapes they know, so a sign that could mean
 * something becomes one that looks the same, and addresses are broken up.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[*_~`[\]<>\\]/g, (sign) => lookAlikes[sign] ?? sign)
    .replace(/&(?=#?\w+;)/g, '\uff06')
    .replace(/^(\s*)(?=[#+-]|\d+[.)])/gm, '$1\u200b')
    .replace(/:\/\//g, ':\u2060//');
}

/** Only a text block can mention somebody, and it reads Markdown: all that was typed is escaped in it. */
function mentioning(row: readonly Span[], look: Look): ITextBlock {
  const text = row.map((span) => (isMention(span) ? mentionTag(span.mention) : escapeMarkdown(spanText(span)))).join('');
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** Each row of a text is a block of its own: a run with a line break in it is drawn differently by each client. */
function rows(spans: readonly Span[]): Span[][] {
  const all: Span[][] = [[]];
  for (const span of spans) {
    const [first = '', ...more] = spanText(span).split('\n');
    const put = (text: string) => {
      const part = isMention(span) ? span : withText(span, text);
      if (part !== undefined && text !== '') all.at(-1)?.push(part);
    };
    put(first);
    for (const text of more) {
      all.push([]);
      put(text);
    }
  }
  return all;
}

/** A rich text knows no mark-up: each text in it is shown as it is. */
export function richLines(line: Line, max: number, words: ChatWords, look: Look = {}): TextElement[] {
  const clipped = clipLine(cleaned(line), max, words.shortened, (span) => spanText(span).length);
  return rows(clipped).map((row, at): TextElement => {
    const spacing = at === 0 ? {} : ({ spacing: 'None' } as const);
    if (row.some(isMention)) return { ...mentioning(row, look), ...spacing };
    const inlines = row.map((span): ITextRun => ({ type: 'TextRun', text: spanText(span), ...look, ...styleOf(span) }));
    // An empty row is a gap somebody typed.
    return { type: 'RichTextBlock', inlines: inlines.length > 0 ? inlines : [{ type: 'TextRun', text: ' ' }], ...spacing };
  });
}

/** The people mentioned in what was drawn, and their names, as a card names them beside its body. */
export function mentionsIn(line: Line): readonly (readonly [id: string, name: string])[] {
  return cleaned(line).flatMap((span) =>
    isMention(span) ? [[span.mention, plainName(span.name) ?? span.mention] as const] : [],
  );
}

/** A name is typed text: it is shown as it is, and notifies nobody else. */
const plainName = (name: string | undefined) => (isBlank(name ?? '') ? undefined : cleanText(name ?? '').replace(/[<>]/g, ' '));

export const mentionEntity = ([id, name]: readonly [id: string, name: string]) => ({
  type: 'mention' as const,
  text: mentionTag(id),
  mentioned: { id, name },
});

export const container = (items: IContainer['items'], rest: Omit<IContainer, 'type' | 'items'> = {}): IContainer => ({
  type: 'Container',
  items,
  ...rest,
});
