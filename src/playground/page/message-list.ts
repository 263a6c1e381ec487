import type { Message } from '../protocol.ts';
import { el, part, reconcile } from './dom.ts';
import { drawMessage, type Look } from './message.ts';
import type { Page } from './page.ts';
import { makeStop, roving } from './roving.ts';
import { channelOf, instantOf, nowOf, type State } from './state.ts';
import { dayKey, dayName } from './time.ts';

/** Messages of one author within this time stand together. */
const together = 5 * 60;

interface Drawn {
  readonly message: Message;
  readonly look: string;
  readonly node: HTMLElement;
}

/** The conversation. Nodes are kept as long as their message is the same, so that nothing flickers or loses focus. */
export function startMessageList(page: Page): void {
  const { state } = page;
  const scroller = part('scroller');
  const list = part('messages');
  const jump = part('jump');
  const drawn = new Map<string, Drawn>();
  let shownChannel = '';
  const articles = () => [...list.querySelectorAll<HTMLElement>('.message')];
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  roving(list, articles);
  jump.addEventListener('click', toEnd);
  scroller.addEventListener('scroll', () => {
    if (nearEnd(scroller)) jump.hidden = true;
  });

  function draw(): void {
    if (state.tab !== 'messages') return;
    const messages = state.messages.get(state.channel);
    const moved = shownChannel !== state.channel;
    if (moved) drawn.clear();
    const stick = moved || nearEnd(scroller);
    const focused = list.contains(document.activeElement)
      ? document.activeElement?.closest<HTMLElement>('.message')?.dataset.ts
      : undefined;
    const before = list.childElementCount;
    reconcile(list, messages === undefined ? [loading()] : rows(page, messages, drawn));
    shownChannel = state.channel;
    const now = articles();
    if (focused && !list.contains(document.activeElement)) now.find((node) => node.dataset.ts === focused)?.focus();
    if (!now.some((node) => node.tabIndex === 0)) makeStop(now, now.at(-1));
    if (stick) toEnd();
    else if (list.childElementCount > before) jump.hidden = false;
  }

  state.on('messages', draw);
  draw();
  // Pictures and fonts that arrive late make messages taller.
  new ResizeObserver(() => jump.hidden && state.tab === 'messages' && !list.contains(document.activeElement) && toEnd()).observe(
    list,
  );
}

const loading = () => el('div', { class: 'empty' }, 'Loading…');

const nearEnd = (scroller: HTMLElement) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;

function rows(page: Page, messages: readonly Message[], drawn: Map<string, Drawn>): HTMLElement[] {
  const { state } = page;
  const { me } = state.desk;
  const unreadFrom = state.unreadFrom.get(state.channel);
  const wanted: HTMLElement[] = [beginning(state)];
  let before: Message | undefined;
  for (const message of messages) {
    const at = instantOf(message.ts);
    const newDay = !before || dayKey(instantOf(before.ts), me.zone) !== dayKey(at, me.zone);
    if (newDay) wanted.push(el('div', { class: 'day', role: 'separator' }, el('span', {}, dayName(at, nowOf(state), me))));
    const isFirstUnread = message.ts === unreadFrom;
    if (isFirstUnread) wanted.push(el('div', { class: 'new-line', role: 'separator' }, el('span', {}, 'New')));
    const compact = !newDay && !isFirstUnread && follows(before, message);
    wanted.push(kept(page, message, { compact, inThread: false, replies: message.replies ?? 0 }, drawn));
    before = message;
  }
  return wanted;
}

function follows(before: Message | undefined, message: Message): boolean {
  return (
    before?.user === message.user && !before.ephemeral && !before.replies && Number(message.ts) - Number(before.ts) < together
  );
}

function kept(page: Page, message: Message, look: Look, drawn: Map<string, Drawn>): HTMLElement {
  const key = `${message.ts} ${message.ephemeral ?? false}`;
  // Dates are drawn as today or tomorrow, so a new day is a new look.
  const looks = JSON.stringify([look, dayKey(nowOf(page.state), page.state.desk.me.zone)]);
  const known = drawn.get(key);
  if (known && known.look === looks && JSON.stringify(known.message) === JSON.stringify(message)) return known.node;
  const node = drawMessage(page, message, look);
  drawn.set(key, { message, look: looks, node });
  return node;
}

function beginning(state: State): HTMLElement {
  const channel = channelOf(state);
  if (channel?.bot)
    return el(
      'div',
      { class: 'beginning' },
      `This is your conversation with ${state.desk.bot.name}. Send it a file, type `,
      el('kbd', {}, '/'),
      ' for its commands, or just write.',
    );
  if (channel?.kind === 'direct')
    return el('div', { class: 'beginning' }, `This is the beginning of your conversation with ${channel.name}.`);
  return el(
    'div',
    { class: 'beginning' },
    el('strong', {}, `#${channel?.name ?? ''}`),
    channel?.topic ? ` · ${channel.topic}` : ' · This is the very beginning of the channel.',
  );
}
