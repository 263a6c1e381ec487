/** Slack's mrkdwn as a small tree. Pure: drawing is `draw-mrkdwn.ts`. Never throws; what is not markup is text. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label?: string }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label?: string }
  | { readonly kind: 'broadcast'; readonly name: 'here' | 'channel' | 'everyone'; readonly label?: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly url?: string; readonly fallback: string }
  | { readonly kind: 'emoji'; readonly name: string };

export type Chunk =
  | { readonly kind: 'lines'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string };

export function parseMrkdwn(source: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  // Odd places are what stood between the fences; an unclosed fence is text.
  const fenced = source.split(/```([\s\S]+?)```/);
  for (const [index, piece] of fenced.entries()) {
    if (index % 2 === 1) chunks.push({ kind: 'pre', text: decodeEntities(piece.replace(/^\n|\n$/g, '')) });
    else chunks.push(...parseLines(piece, index > 0, index < fenced.length - 1));
  }
  return chunks;
}

/** Line breaks that only part a fence from its neighbours are not drawn twice. */
function parseLines(piece: string, afterFence: boolean, beforeFence: boolean): Chunk[] {
  let source = piece;
  if (afterFence) source = source.replace(/^\n/, '');
  if (beforeFence) source = source.replace(/\n$/, '');
  if (source === '') return [];
  const chunks: Chunk[] = [];
  let run: { quoted: boolean; lines: string[] } | undefined;
  const close = () => {
    if (run) chunks.push({ kind: run.quoted ? 'quote' : 'lines', children: parseInline(run.lines.join('\n')) });
  };
  for (const line of source.split('\n')) {
    const quote = /^(?:&gt;|>) ?/.exec(line);
    if (run?.quoted !== (quote !== null)) {
      close();
      run = { quoted: quote !== null, lines: [] };
    }
    run?.lines.push(quote ? line.slice(quote[0].length) : line);
  }
  close();
  return chunks;
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Marks nest no deeper than anybody writes, so that a hostile text cannot exhaust the stack. */
const deepest = 8;

function parseInline(source: string, depth = 0): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ kind: 'text', text: decodeEntities(plain) });
    plain = '';
  };
  let at = 0;
  while (at < source.length) {
    const piece = codeAt(source, at) ?? angleAt(source, at) ?? markAt(source, at, depth) ?? emojiAt(source, at);
    if (piece) {
      flush();
      found.push(piece.node);
      at = piece.end;
    } else {
      plain += source[at];
      at += 1;
    }
  }
  flush();
  return found;
}

type Piece = { readonly node: Inline; readonly end: number } | undefined;

function codeAt(source: string, at: number): Piece {
  if (source[at] !== '`') return undefined;
  const end = source.indexOf('`', at + 1);
  const inside = source.slice(at + 1, end);
  if (end <= at + 1 || inside.includes('\n')) return undefined;
  return { node: { kind: 'code', text: decodeEntities(inside) }, end: end + 1 };
}

function markAt(source: string, at: number, depth: number): Piece {
  const mark = source[at];
  if ((mark !== '*' && mark !== '_' && mark !== '~') || depth >= deepest) return undefined;
  if (isWord(source[at - 1]) || isSpaceOrEnd(source[at + 1]) || source[at + 1] === mark) return undefined;
  for (let end = at + 2; end < source.length && source[end] !== '\n'; end += 1) {
    // A mark inside a link or code does not close the run.
    const skip = codeAt(source, end) ?? angleAt(source, end);
    if (skip) end = skip.end;
    if (source[end] === mark && !isSpaceOrEnd(source[end - 1]) && !isWord(source[end + 1])) {
      return { node: { kind: marks[mark], children: parseInline(source.slice(at + 1, end), depth + 1) }, end: end + 1 };
    }
    if (source[end] === '\n') return undefined;
  }
  return undefined;
}

function emojiAt(source: string, at: number): Piece {
  if (source[at] !== ':') return undefined;
  const match = /^:([a-z0-9_+-]{1,60}):/.exec(source.slice(at, at + 62));
  return match?.[1] ? { node: { kind: 'emoji', name: match[1] }, end: at + match[0].length } : undefined;
}

function angleAt(source: string, at: number): Piece {
  if (source[at] !== '<') return undefined;
  const end = source.indexOf('>', at);
  const inside = source.slice(at + 1, end);
  if (end < 0 || inside.includes('\n') || inside.includes('<')) return undefined;
  const node = parseAngle(inside);
  return node && { node, end: end + 1 };
}

function parseAngle(inside: string): Inline | undefined {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? {} : { label: decodeEntities(inside.slice(bar + 1)) };
  const id = /^[@#]([A-Z0-9]+)$/.exec(target)?.[1];
  if (id) return { kind: target.startsWith('@') ? 'user' : 'channel', id, ...label };
  const group = /^!subteam\^([A-Z0-9]+)$/.exec(target)?.[1];
  if (group) return { kind: 'group', id: group, ...label };
  if (target === '!here' || target === '!channel' || target === '!everyone') {
    return { kind: 'broadcast', name: target === '!here' ? 'here' : target === '!channel' ? 'channel' : 'everyone', ...label };
  }
  const date = /^!date\^(\d{1,11})\^([^^]*)(?:\^(.+))?$/.exec(target);
  if (date) {
    const [, seconds = '0', format = '', url] = date;
    return {
      kind: 'date',
      seconds: Number(seconds),
      format: decodeEntities(format),
      fallback: label.label ?? '',
      ...(url ? { url: decodeEntities(url) } : {}),
    };
  }
  return /^(https?:\/\/|mailto:|tel:)/i.test(target) ? { kind: 'link', url: decodeEntities(target), ...label } : undefined;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Slack escapes these three and no others. */
export function decodeEntities(source: string): string {
  return source.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpaceOrEnd = (char: string | undefined) => char === undefined || /\s/.test(char);
