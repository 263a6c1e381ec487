import type { MrkdwnElement, PlainTextElement, RichTextElement, RichTextSection } from '@slack/types';
import type { Line, Span } from '../../chat/card.ts';
import { cleanText, isBlank } from '../../chat/clean-text.ts';
import { clipLine, clipText, spansOf, spanText, withText } from '../../chat/clip-text.ts';
import type { ChatWords } from '../../chat/platform.ts';
import { escapeText } from './escape.ts';
import { limits } from './limits.ts';

/** Slack refuses an empty text, so a blank one becomes a dash. */
export function plainObject(text: string, max: number, words: ChatWords): PlainTextElement {
  const clean = cleanText(text);
  return { type: 'plain_text', text: isBlank(clean) ? '–' : clipText(clean, max, words.shortened), emoji: false };
}

/** Only these may be opened from a card; anything else is drawn as text. */
export function isWebAddress(url: string): boolean {
  return url.length <= limits.url && /^https?:\/\/[^\s<>|]+$/i.test(url);
}

export function isPersonId(id: string): boolean {
  return /^[UW]\w{1,40}$/.test(id);
}

function styleOf(span: Span): 'bold' | 'italic' | 'strike' | 'code' | undefined {
  if (typeof span === 'string') return undefined;
  if ('bold' in span) return 'bold';
  if ('italic' in span) return 'italic';
  if ('strike' in span) return 'strike';
  return 'code' in span ? 'code' : undefined;
}

function isLink(span: Span): span is { readonly link: { readonly text: string; readonly url: string } } {
  return typeof span === 'object' && 'link' in span && isWebAddress(span.link.url);
}

function isMention(span: Span): span is { readonly mention: string } {
  return typeof span === 'object' && 'mention' in span && isPersonId(span.mention);
}

/** What is no person and no page of Slack's kind is text like any other. */
function cleanSpan(span: Span): Span {
  if (isMention(span)) return span;
  const text = cleanText(spanText(span));
  if (isLink(span)) return { link: { text: isBlank(text) ? span.link.url : text, url: span.link.url } };
  return withText(span, text) ?? text;
}

function cleaned(line: Line): readonly Span[] {
  return spansOf(line)
    .map(cleanSpan)
    .filter((span) => spanText(span) !== '');
}

export function isBlankLine(line: Line): boolean {
  return cleaned(line).every((span) => isBlank(spanText(span)));
}

/** `rich_text` knows no markup: each text in it is shown as it is. */
export function richLine(line: Line, max: number, words: ChatWords, style?: 'bold'): RichTextSection['elements'] {
  const spans = clipLine(cleaned(line), max, words.shortened, (span) => spanText(span).length);
  return spans.map((span): RichTextElement => {
    const own = styleOf(span) ?? style;
    const styled = own === undefined ? {} : { style: { [own]: true } };
    if (isMention(span)) return { type: 'user', user_id: span.mention, ...styled };
    if (isLink(span)) return { type: 'link', url: span.link.url, text: span.link.text, ...styled };
    return { type: 'text', text: spanText(span), ...styled };
  });
}

const signs = { bold: '*', italic: '_', strike: '~', code: '`' };

/** A sign formats one line only, and nothing that begins or ends with a space. */
function decorated(text: string, sign: string): string {
  return text.replace(/[^\n]+/g, (row) =>
    row.replace(/^(\s*)(.*?)(\s*)$/, (_row, before, middle, after) =>
      middle === '' ? row : `${before}${sign}${middle}${sign}${after}`,
    ),
  );
}

function drawn(span: Span): string {
  if (isMention(span)) return `<@${span.mention}>`;
  if (isLink(span)) return `<${span.link.url.replace(/&/g, '&amp;')}|${escapeText(span.link.text).replace(/\n/g, ' ')}>`;
  const style = styleOf(span);
  const text = escapeText(spanText(span));
  return style === undefined ? text : decorated(text, signs[style]);
}

/** Beside a letter Slack takes a sign for a letter too; a zero-width space between them lets it format. */
function joined(spans: readonly Span[]): string {
  let text = '';
  let open = false;
  for (const span of spans) {
    const next = drawn(span);
    const styled = styleOf(span) !== undefined;
    if ((styled || open) && /\S$/.test(text) && /^\S/.test(next)) text += '\u200b';
    text += next;
    open = styled;
  }
  return text;
}

/** A text object: without markup wherever the line needs none. */
export function textObject(line: Line, max: number, words: ChatWords): PlainTextElement | MrkdwnElement {
  const spans = cleaned(line);
  if (spans.every((span) => typeof span === 'string')) return plainObject(spans.join(''), max, words);
  const clipped = clipLine(spans, max, words.shortened, (span) => drawn(span).length + 1);
  // `verbatim`: Slack makes no links, channels or mentions out of words.
  return { type: 'mrkdwn', text: joined(clipped), verbatim: true };
}

/**
 * The message's own `text`: what the notification shows. There is no `verbatim` here, so addresses are broken up to
 * keep Slack from making links of them.
 */
export function fallbackText(text: string, words: ChatWords): string {
  const shown = (span: Span) => drawn(span).replace(/:\/\//g, ':\u2060//');
  return clipLine([cleanText(text)], limits.fallback, words.shortened, (span) => shown(span).length)
    .map(shown)
    .join('');
}
