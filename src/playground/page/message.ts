import type { Message } from '../protocol.ts';
import { drawAvatar } from './avatar.ts';
import { drawBlocks } from './blocks.ts';
import { el, icon, iconButton } from './dom.ts';
import { drawMrkdwn } from './draw-mrkdwn.ts';
import { openMenu } from './menu.ts';
import type { Page } from './page.ts';
import { surfaceFor } from './page-surface.ts';
import { type Author, authorOf, instantOf } from './state.ts';
import { clockTime, fullTime } from './time.ts';

export interface Look {
  /** Follows a message of the same author closely, so that name and picture are not repeated. */
  readonly compact: boolean;
  readonly inThread: boolean;
  /** As far as the page knows; a parent message may be older than its newest reply. */
  readonly replies: number;
}

export function drawMessage(page: Page, message: Message, look: Look): HTMLElement {
  const { state } = page;
  const author = authorOf(state, message.user);
  const at = instantOf(message.ts);
  const compact = look.compact && !message.ephemeral;
  const classes = ['message', compact ? 'compact' : '', message.ephemeral ? 'ephemeral' : ''];
  const time = el(
    'time',
    { class: 'message-time', datetime: at.toISOString(), title: fullTime(at, state.desk.me) },
    clockTime(at, state.desk.me),
  );
  const article = el(
    'article',
    {
      class: classes.filter(Boolean).join(' '),
      'data-ts': message.ts,
      tabindex: -1,
      'aria-label': `${author.name}, ${clockTime(at, state.desk.me)}`,
    },
    el('div', { class: 'gutter' }, compact ? time : drawAvatar(author)),
    el(
      'div',
      { class: 'message-body' },
      message.ephemeral ? el('div', { class: 'only-you' }, icon('eye'), 'Only visible to you') : undefined,
      compact ? undefined : drawHead(author, time),
      drawContent(page, message),
      look.replies > 0 && !look.inThread ? drawThreadLink(page, message, look.replies) : undefined,
    ),
    message.ephemeral ? undefined : drawToolbar(page, message, look),
  );
  return article;
}

function drawHead(author: Author, time: HTMLElement): HTMLElement {
  return el(
    'div',
    { class: 'message-head' },
    el('span', { class: 'author' }, author.name),
    author.app ? el('span', { class: 'app-badge' }, 'App') : undefined,
    time,
  );
}

function drawContent(page: Page, message: Message): HTMLElement {
  const content = el('div', { class: 'content' });
  if (message.blocks?.length) {
    const source = {
      kind: 'message',
      channel: message.channel,
      ts: message.ts,
      ...(message.ephemeral ? { ephemeral: true } : {}),
    } as const;
    content.append(drawBlocks(message.blocks, surfaceFor(page, source, {})));
  } else if (message.text) content.append(drawMrkdwn(message.text, page.state));
  if (message.edited) content.append(el('span', { class: 'edited' }, '(edited)'));
  if (message.file) content.append(drawFile(message.file));
  return content;
}

function drawFile(file: NonNullable<Message['file']>): HTMLElement {
  const kind = file.name.includes('.') ? file.name.split('.').at(-1)?.toUpperCase() : 'File';
  return el(
    'div',
    { class: 'file' },
    el('span', { class: 'file-icon' }, icon('file')),
    el(
      'span',
      {},
      el('span', { class: 'file-name' }, file.name),
      el('span', { class: 'menu-detail' }, `${kind} · ${sizeText(file.size)}`),
    ),
  );
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function drawThreadLink(page: Page, message: Message, replies: number): HTMLElement {
  return el(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => page.openThread(message.ts) },
    icon('thread'),
    `${replies} ${replies === 1 ? 'reply' : 'replies'}`,
  );
}

function drawToolbar(page: Page, message: Message, look: Look): HTMLElement {
  const { shortcuts, bot } = page.state.desk;
  const open = () =>
    openMenu(
      more,
      'Message actions',
      shortcuts.map((shortcut) => ({
        label: shortcut.name,
        detail: bot.name,
        icon: 'bolt',
        run: () => page.shortcut(message, shortcut.callback),
      })),
    );
  const more = iconButton('more', 'More actions', open);
  more.setAttribute('aria-haspopup', 'menu');
  more.setAttribute('aria-expanded', 'false');
  const thread = look.inThread ? undefined : iconButton('thread', 'Reply in thread', () => page.openThread(message.ts));
  return el(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Message' },
    thread,
    shortcuts.length > 0 ? more : undefined,
  );
}
