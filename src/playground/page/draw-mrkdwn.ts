import { append, el, text } from './dom.ts';
import { emojiOf } from './emoji.ts';
import { type Chunk, type Inline, parseMrkdwn } from './mrkdwn.ts';
import { authorOf, channelOf, nowOf, type State } from './state.ts';
import { fullTime, slackDate } from './time.ts';

/** mrkdwn as nodes, ready to stand in any block. */
export function drawMrkdwn(source: string, state: State): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const chunk of parseMrkdwn(source)) fragment.appendChild(drawChunk(chunk, state));
  return fragment;
}

function drawChunk(chunk: Chunk, state: State): Node {
  if (chunk.kind === 'pre') return el('pre', { class: 'pre', tabindex: 0 }, chunk.text);
  const parent = chunk.kind === 'quote' ? el('blockquote', { class: 'quote' }) : el('div', { class: 'lines' });
  append(parent, ...chunk.children.map((inline) => drawInline(inline, state)));
  return parent;
}

export function drawInline(inline: Inline, state: State): Node {
  switch (inline.kind) {
    case 'text':
      return text(inline.text);
    case 'bold':
      return marked('strong', inline.children, state);
    case 'italic':
      return marked('em', inline.children, state);
    case 'strike':
      return marked('s', inline.children, state);
    case 'code':
      return el('code', { class: 'code' }, inline.text);
    case 'link':
      return drawLink(inline.url, inline.label ?? inline.url);
    case 'user':
      return drawMention(inline.id, state);
    case 'channel':
      return el('span', { class: 'mention' }, `#${inline.label ?? channelOf(state, inline.id)?.name ?? inline.id}`);
    case 'group':
      return el('span', { class: 'mention' }, inline.label ?? `@${inline.id}`);
    case 'broadcast':
      return el('span', { class: 'mention mention-all', title: 'Notifies everybody here' }, `@${inline.name}`);
    case 'date':
      return drawDate(inline.seconds, inline.format, inline.url, state);
    case 'emoji':
      return drawEmoji(inline.name);
  }
}

function marked(tag: 'strong' | 'em' | 's', children: readonly Inline[], state: State): HTMLElement {
  return el(tag, {}, ...children.map((child) => drawInline(child, state)));
}

/** Only web, mail and telephone addresses become links; anything else is text. */
export function drawLink(url: string, label: string): Node {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(url)) return text(label);
  return el('a', { class: 'link', href: url, target: '_blank', rel: 'noopener noreferrer', title: url }, label);
}

export function drawMention(id: string, state: State): HTMLElement {
  const me = id === state.desk.me.id;
  return el('span', { class: me ? 'mention mention-me' : 'mention' }, `@${authorOf(state, id).name}`);
}

export function drawDate(seconds: number, format: string, url: string | undefined, state: State): Node {
  const { me } = state.desk;
  const shown = slackDate(seconds, format, nowOf(state), me);
  const at = new Date(seconds * 1000);
  if (url) return drawLink(url, shown);
  return el('time', { datetime: Number.isNaN(at.getTime()) ? undefined : at.toISOString(), title: fullTime(at, me) }, shown);
}

export function drawEmoji(name: string): Node {
  const drawn = emojiOf(name);
  return drawn
    ? el('span', { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' '), title: `:${name}:` }, drawn)
    : text(`:${name}:`);
}

/** Text object of Slack: `plain_text` or `mrkdwn`. */
export function drawText(object: unknown, state: State): Node {
  const { type, value } = readText(object);
  if (type === 'mrkdwn') return drawMrkdwn(value, state);
  return plainWithEmoji(value);
}

function plainWithEmoji(value: string): Node {
  const fragment = document.createDocumentFragment();
  for (const piece of value.split(/(:[a-z0-9_+-]+:)/)) {
    const name = /^:(.+):$/.exec(piece)?.[1];
    append(fragment, name && emojiOf(name) ? drawEmoji(name) : piece);
  }
  return fragment;
}

export function readText(object: unknown): { readonly type: string; readonly value: string } {
  if (typeof object !== 'object' || object === null || !('text' in object)) return { type: 'plain_text', value: '' };
  const type = 'type' in object && typeof object.type === 'string' ? object.type : 'plain_text';
  return { type, value: typeof object.text === 'string' ? object.text : '' };
}
