import type { Channel } from '../protocol.ts';
import { drawAvatar } from './avatar.ts';
import type { Composer } from './composer.ts';
import { el, icon, part } from './dom.ts';
import type { Page } from './page.ts';
import { makeStop, roving } from './roving.ts';
import { type Author, authorOf, type State } from './state.ts';

/** Channels, direct messages and the app, with what is unread. */
export function startSidebar(page: Page, composer: Composer): void {
  const { state } = page;
  const list = part('channels');
  roving(list, () => [...list.querySelectorAll<HTMLElement>('.channel')]);
  const draw = () => {
    const { channels } = state.desk;
    const focused =
      document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
        ? document.activeElement.dataset.channel
        : undefined;
    part('workspace-name').textContent = state.desk.workspace;
    const groups: readonly (readonly [string, readonly Channel[]])[] = [
      ['Channels', channels.filter((channel) => channel.kind === 'channel')],
      ['Direct messages', channels.filter((channel) => channel.kind === 'direct' && !channel.bot)],
      ['Apps', channels.filter((channel) => channel.bot)],
    ];
    list.replaceChildren(
      ...groups.filter(([, some]) => some.length > 0).map(([title, some]) => drawGroup(page, composer, title, some)),
    );
    const rows = [...list.querySelectorAll<HTMLElement>('.channel')];
    makeStop(rows, rows.find((row) => row.getAttribute('aria-current') === 'page') ?? rows[0]);
    rows.find((row) => row.dataset.channel === focused)?.focus();
    setTitle(state);
  };
  state.on('desk', draw);
  draw();
}

function drawGroup(page: Page, composer: Composer, title: string, channels: readonly Channel[]): HTMLElement {
  const rows = channels.map((channel) => el('li', {}, drawRow(page, composer, channel)));
  return el(
    'section',
    { class: 'channel-group', 'aria-label': title },
    el('h2', { class: 'group-title' }, title),
    el('ul', {}, ...rows),
  );
}

function drawRow(page: Page, composer: Composer, channel: Channel): HTMLElement {
  const { state } = page;
  const current = channel.id === state.channel;
  const sign = channel.kind === 'channel' ? icon('hash') : drawAvatar(otherOf(state, channel), 'small');
  const badge =
    channel.unread > 0
      ? el('span', { class: 'badge' }, String(channel.unread), el('span', { class: 'sr-only' }, ' unread'))
      : undefined;
  return el(
    'button',
    {
      type: 'button',
      class: `channel${channel.unread > 0 ? ' unread' : ''}`,
      'aria-current': current ? 'page' : undefined,
      'data-channel': channel.id,
      onclick: () => {
        document.body.classList.remove('drawer-open');
        page.openChannel(channel.id);
        composer.focus();
      },
    },
    sign,
    el('span', { class: 'channel-name' }, channel.name),
    badge,
  );
}

/** Whom a direct message is with: the contract names the person, so the cast is asked by name. */
export function otherOf(state: State, channel: Channel): Author {
  if (channel.bot) return authorOf(state, state.desk.bot.id);
  const member = state.desk.cast.find((person) => person.name === channel.name);
  return member ? authorOf(state, member.id) : { id: channel.id, name: channel.name, color: '#616061', app: false };
}

function setTitle(state: State): void {
  const { channels, workspace, me } = state.desk;
  const unread = channels.reduce((sum, channel) => sum + channel.unread, 0);
  const name = channels.find((channel) => channel.id === state.channel)?.name ?? '';
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} · ${me.name} · ${workspace} playground`;
}
