import { drawAvatar } from './avatar.ts';
import { drawBlocks } from './blocks.ts';
import type { Composer } from './composer.ts';
import { el, icon, part } from './dom.ts';
import type { Page } from './page.ts';
import { surfaceFor } from './page-surface.ts';
import { otherOf } from './sidebar.ts';
import { channelOf, type State, type Tab } from './state.ts';

const tabNames: Readonly<Record<Tab, string>> = { home: 'Home', messages: 'Messages', about: 'About' };

/** Milliseconds. */
const patience = 5000;

/** The head of the open conversation, the app's tabs, and the panel that belongs to the chosen tab. */
export function startChannelView(page: Page, composer: Composer): void {
  const { state } = page;
  let homeId: string | undefined;
  let homeValues = {};

  const drawPlace = () => {
    const channel = channelOf(state);
    part('channel-head').replaceChildren(
      channel ? (channel.kind === 'channel' ? icon('hash') : drawAvatar(otherOf(state, channel), 'small')) : '',
      el('h1', { class: 'channel-title' }, channel?.name ?? ''),
      channel?.topic ? el('span', { class: 'channel-topic' }, channel.topic) : '',
    );
    part('tabs').hidden = !channel?.bot;
    if (channel?.bot) drawTabs(page);
    part('messages').setAttribute('aria-label', `Messages with ${channel?.name ?? ''}`);
    for (const tab of ['messages', 'home', 'about'] as const) part(`panel-${tab}`).hidden = state.tab !== tab;
    if (state.tab === 'home' && !state.home) drawHome();
    if (state.tab === 'about') part('panel-about').replaceChildren(drawAbout(state));
    composer.moved();
  };

  const drawHome = () => {
    const view = state.home;
    if (homeId !== view?.id) {
      homeId = view?.id;
      homeValues = {};
    }
    const body = view ? drawBlocks(view.blocks, surfaceFor(page, { kind: 'home' }, homeValues)) : drawWaiting(state);
    part('panel-home').replaceChildren(el('div', { class: 'home' }, body));
  };

  state.on('place', drawPlace);
  state.on('home', drawHome);
  drawPlace();
  drawHome();
}

/** The app publishes this page when it wants to; one that never does must not look as if it still would. */
function drawWaiting(state: State): HTMLElement {
  const { name } = state.desk.bot;
  const node = el('div', { class: 'empty', role: 'status' }, `${name} is preparing this page…`);
  if (state.tab === 'home')
    setTimeout(() => node.replaceChildren(`${name} has not published this page for you yet. Look into Messages.`), patience);
  return node;
}

function drawTabs(page: Page): void {
  const { state } = page;
  const names = Object.keys(tabNames) as Tab[];
  const open = (tab: Tab) =>
    page.openChannel(state.channel, tab).then(() => part('tabs').querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  const key = (event: KeyboardEvent, tab: Tab) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = names[(names.indexOf(tab) + step + names.length) % names.length];
    if (step !== 0 && next) open(next);
  };
  const tabs = names.map((tab) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'aria-selected': String(tab === state.tab),
        'aria-controls': `panel-${tab}`,
        tabindex: tab === state.tab ? 0 : -1,
        onclick: () => open(tab),
        onkeydown: (event: KeyboardEvent) => key(event, tab),
      },
      tabNames[tab],
    ),
  );
  part('tabs').replaceChildren(...tabs);
}

function drawAbout(state: State): HTMLElement {
  const rows = state.desk.commands.map(({ command, usage, description }) =>
    el('tr', {}, el('td', {}, el('code', { class: 'code' }, `${command} ${usage}`.trim())), el('td', {}, description)),
  );
  return el(
    'div',
    { class: 'home about' },
    el('h2', {}, `About ${state.desk.bot.name}`),
    el('p', {}, 'The commands it answers, here and in every channel:'),
    el('table', {}, el('tbody', {}, ...rows)),
  );
}
