import type { Post } from '../../teams/protocol.ts';
import { el, part, reconcile } from '../dom.ts';
import { makeStop, roving } from '../roving.ts';
import { nowOf } from '../state.ts';
import { dayKey, dayName } from '../time.ts';
import type { TeamsPage } from './page.ts';
import { drawPost } from './post.ts';
import { instantOf, placeOf, type TeamsState } from './state.ts';

/** Milliseconds within which messages of one person stand together. */
const together = 5 * 60_000;

interface Drawn {
  readonly post: string;
  readonly node: HTMLElement;
}

/** The conversation. Nodes are kept as long as their post is the same, so that nothing flickers, and what was typed in a card stays. */
export function startPostList(page: TeamsPage): void {
  const { state } = page;
  const scroller = part('scroller');
  const list = part('messages');
  const drawn = new Map<string, Drawn>();
  let shown = '';
  let lastSeen: string | undefined;
  const articles = () => [...list.querySelectorAll<HTMLElement>('.post')];
  // Whoever has scrolled up reads there, until they write something.
  let pinned = true;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    pinned = nearEnd(scroller);
  });
  roving(list, articles);

  function draw(): void {
    if (state.tab !== 'chat') return;
    const posts = state.posts.get(state.place);
    const moved = shown !== state.place;
    if (moved) drawn.clear();
    const mine = posts?.at(-1)?.from === state.desk.me.id;
    if (moved || (mine && posts?.at(-1)?.id !== lastSeen)) pinned = true;
    lastSeen = posts?.at(-1)?.id;
    const focused = list.contains(document.activeElement)
      ? document.activeElement?.closest<HTMLElement>('.post')?.dataset.id
      : undefined;
    reconcile(list, posts === undefined ? [el('div', { class: 'empty' }, 'Loading…')] : rows(page, posts, drawn));
    shown = state.place;
    const now = articles();
    if (focused && !list.contains(document.activeElement)) now.find((node) => node.dataset.id === focused)?.focus();
    if (!now.some((node) => node.tabIndex === 0)) makeStop(now, now.at(-1));
    if (pinned) toEnd();
  }

  state.on('messages', draw);
  draw();
  // Letters and pictures that arrive late make messages taller, and so does what a button of a card opens.
  new ResizeObserver(() => pinned && toEnd()).observe(list);
}

const nearEnd = (scroller: HTMLElement) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;

function rows(page: TeamsPage, posts: readonly Post[], drawn: Map<string, Drawn>): HTMLElement[] {
  const { state } = page;
  return placeOf(state)?.kind === 'channel' ? threads(page, posts, drawn) : chat(page, posts, drawn);
}

function chat(page: TeamsPage, posts: readonly Post[], drawn: Map<string, Drawn>): HTMLElement[] {
  const { state } = page;
  const { me } = state.desk;
  const unreadFrom = state.unreadFrom.get(state.place);
  const wanted: HTMLElement[] = [beginning(state)];
  let before: Post | undefined;
  for (const post of posts) {
    const at = instantOf(post);
    const newDay = !before || dayKey(instantOf(before), me.zone) !== dayKey(at, me.zone);
    if (newDay) wanted.push(el('div', { class: 'day', role: 'separator' }, el('span', {}, dayName(at, nowOf(state), me))));
    if (post.id === unreadFrom) wanted.push(el('div', { class: 'new-line', role: 'separator' }, el('span', {}, 'New')));
    const close = before !== undefined && at.getTime() - instantOf(before).getTime() < together;
    const compact = close && !newDay && before?.from === post.from && !post.cards && !before.cards;
    wanted.push(kept(page, post, compact, drawn));
    before = post;
  }
  return wanted;
}

/** A channel: each post a box of its own with the answers below it. */
function threads(page: TeamsPage, posts: readonly Post[], drawn: Map<string, Drawn>): HTMLElement[] {
  const { state } = page;
  const roots = posts.filter(({ root }) => root === undefined);
  return [
    beginning(state),
    ...roots.map((post) => {
      const answers = posts.filter(({ root }) => root === post.id);
      const answer = () => {
        state.answered = post.id;
        state.tell('reply');
      };
      return el(
        'section',
        { class: 'conversation', 'aria-label': `Post with ${answers.length} replies` },
        kept(page, post, false, drawn),
        ...answers.map((one) => el('div', { class: 'answer' }, kept(page, one, false, drawn))),
        el('button', { type: 'button', class: 'reply-button', onclick: answer }, 'Reply'),
      );
    }),
  ];
}

function kept(page: TeamsPage, post: Post, compact: boolean, drawn: Map<string, Drawn>): HTMLElement {
  const text = JSON.stringify([post, compact]);
  const known = drawn.get(post.id);
  if (known?.post === text) return known.node;
  const node = drawPost(page, post, compact);
  drawn.set(post.id, { post: text, node });
  return node;
}

function beginning(state: TeamsState): HTMLElement {
  const place = placeOf(state);
  const text =
    place?.kind === 'channel'
      ? `This is the beginning of ${place.name}. Mention @${state.desk.bot.name} to ask the app something here.`
      : `This is your chat with ${state.desk.bot.name}. Send it a file, write “help”, or just a command: “followups”.`;
  return el('div', { class: 'beginning' }, text);
}
