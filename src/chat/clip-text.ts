import type { Line, Span } from './card.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest start of a text of at most `max` UTF-16 code units that ends between two characters as a reader sees them. */
export function headOf(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max <= 0) return '';
  const boundary = graphemes.segment(text).containing(max)?.index ?? 0;
  if (boundary > 0) return text.slice(0, boundary);
  // One character with more marks than there is room for: at least no surrogate pair is split.
  return text.slice(0, max).toWellFormed() === text.slice(0, max) ? text.slice(0, max) : text.slice(0, max - 1);
}

/** Cut at a space where one is near, so that no word is left half. */
function atWord(head: string): string {
  const space = head.search(/\s\S*$/u);
  return space > head.length * 0.8 ? head.slice(0, space) : head.trimEnd();
}

function ending(max: number, shortened: string): string {
  return shortened.length + 1 <= max / 3 ? ` ${shortened}` : '…';
}

/** `max` counts UTF-16 code units. A text that was cut ends in `shortened`, or in '…' where that would take too much room. */
export function clipText(text: string, max: number, shortened: string): string {
  if (text.length <= max) return text;
  const end = ending(max, shortened);
  return atWord(headOf(text, max - end.length)) + end;
}

export function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('italic' in span) return span.italic;
  if ('strike' in span) return span.strike;
  if ('code' in span) return span.code;
  if ('mention' in span) return `@${span.mention}`;
  return span.link.text;
}

/** The same span with another text; undefined for a mention, which is whole or not there. */
export function withText(span: Span, text: string): Span | undefined {
  if (typeof span === 'string') return text;
  if ('bold' in span) return { bold: text };
  if ('italic' in span) return { italic: text };
  if ('strike' in span) return { strike: text };
  if ('code' in span) return { code: text };
  if ('link' in span) return { link: { text, url: span.link.url } };
  return undefined;
}

export function spansOf(line: Line): readonly Span[] {
  return typeof line === 'string' ? [line] : line;
}

/** `size` tells how much room a span takes as it is drawn, markup and escapes included. */
export function clipLine(line: Line, max: number, shortened: string, size: (span: Span) => number): readonly Span[] {
  const spans = spansOf(line);
  if (spans.reduce((sum, span) => sum + size(span), 0) <= max) return spans;
  const end = ending(max, shortened);
  const kept: Span[] = [];
  let room = max - size(end);
  for (const span of spans) {
    const needed = size(span);
    if (needed > room) {
      const cut = fitted(span, room, size);
      if (cut !== undefined) kept.push(cut);
      break;
    }
    kept.push(span);
    room -= needed;
  }
  return [...kept, end];
}

function fitted(span: Span, room: number, size: (span: Span) => number): Span | undefined {
  const text = spanText(span);
  let length = Math.min(text.length, Math.max(room, 0));
  while (length > 0) {
    const head = atWord(headOf(text, length));
    const cut = withText(span, head);
    if (cut === undefined || head === '') return undefined;
    const needed = size(cut);
    if (needed <= room) return cut;
    length = Math.min(length - 1, Math.floor((length * room) / needed));
  }
  return undefined;
}
