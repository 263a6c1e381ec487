import type { Post } from '../../teams/protocol.ts';
import { drawAvatar } from '../avatar.ts';
import { el, icon, iconButton } from '../dom.ts';
import { openMenu } from '../menu.ts';
import { sizeText } from '../message.ts';
import { authorOf } from '../state.ts';
import { clockTime, fullTime } from '../time.ts';
import { drawCard } from './card.ts';
import { cardHost } from './card-host.ts';
import type { TeamsPage } from './page.ts';
import { instantOf, placeOf } from './state.ts';

/** One message: one's own at the right, others with their picture at the left, as Teams draws a chat. */
export function drawPost(page: TeamsPage, post: Post, compact: boolean): HTMLElement {
  const { state } = page;
  const { me } = state.desk;
  const author = authorOf(state, post.from);
  // In a channel one's own posts stand among the others, with name and picture.
  const mine = post.from === me.id && placeOf(state, post.place)?.kind === 'personal';
  const at = instantOf(post);
  const classes = ['post', mine ? 'mine' : '', compact ? 'compact' : '', post.cards ? 'has-card' : ''];
  const time = el('time', { class: 'message-time', datetime: at.toISOString(), title: fullTime(at, me) }, clockTime(at, me));
  return el(
    'article',
    {
      class: classes.filter(Boolean).join(' '),
      'data-id': post.id,
      tabindex: -1,
      'aria-label': `${author.name}, ${clockTime(at, me)}`,
    },
    mine ? undefined : el('div', { class: 'gutter' }, compact ? undefined : drawAvatar(author)),
    el(
      'div',
      { class: 'post-body' },
      compact
        ? undefined
        : el(
            'div',
            { class: 'post-head' },
            mine ? undefined : el('span', { class: 'author' }, author.name),
            author.app ? el('span', { class: 'app-badge' }, 'App') : undefined,
            time,
            post.edited ? el('span', { class: 'edited' }, 'Edited') : undefined,
          ),
      ...drawContent(page, post),
    ),
    drawToolbar(page, post),
  );
}

function drawContent(page: TeamsPage, post: Post): HTMLElement[] {
  if (post.cards) return post.cards.map((card) => drawCard(card, cardHost(page, post)));
  return [
    ...(post.text === '' ? [] : [el('div', { class: 'bubble' }, ...mentioned(page, post.text))]),
    ...(post.file ? [drawFile(post.file)] : []),
  ];
}

/** What somebody typed, with whom it mentions set apart. */
function mentioned({ state }: TeamsPage, text: string): (string | HTMLElement)[] {
  const names = [...state.desk.cast.map(({ name }) => name), state.desk.bot.name];
  const pattern = new RegExp(`(@(?:${names.map((name) => name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')).join('|')}))`);
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? el('span', { class: 'at' }, part.slice(1)) : part));
}

function drawFile({ name, size }: NonNullable<Post['file']>): HTMLElement {
  return el(
    'div',
    { class: 'file' },
    el('span', { class: 'file-icon' }, icon('file')),
    el('span', {}, el('span', { class: 'file-name' }, name), el('span', { class: 'menu-detail' }, sizeText(size))),
  );
}

function drawToolbar(page: TeamsPage, post: Post): HTMLElement {
  const { extensions, bot } = page.state.desk;
  const open = () =>
    openMenu(
      more,
      'More options',
      extensions.map(({ command, title }) => ({
        label: title,
        detail: bot.name,
        icon: 'bolt',
        run: () => page.openExtension({ place: post.place, post: post.id }, command),
      })),
    );
  const more = iconButton('more', 'More options', open);
  more.setAttribute('aria-haspopup', 'menu');
  more.setAttribute('aria-expanded', 'false');
  const inChannel = placeOf(page.state, post.place)?.kind === 'channel';
  const reply = () => {
    page.state.answered = post.root ?? post.id;
    page.state.tell('reply');
  };
  return el(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Message' },
    inChannel ? iconButton('thread', 'Reply', reply) : undefined,
    extensions.length > 0 ? more : undefined,
  );
}
