import { drawAvatar } from '../avatar.ts';
import { el, part } from '../dom.ts';
import { authorOf } from '../state.ts';
import type { TeamsPage } from './page.ts';
import { placeOf, type TeamsState, type TeamsTab } from './state.ts';

const tabNames: Readonly<Record<TeamsTab, string>> = { chat: 'Chat', about: 'About' };

/** The head of the open conversation, the app's tabs, and the panel that belongs to the chosen tab. */
export function startPlaceView(page: TeamsPage): void {
  const { state } = page;
  const draw = () => {
    const place = placeOf(state);
    const personal = place?.kind === 'personal';
    part('channel-head').replaceChildren(
      personal
        ? drawAvatar(authorOf(state, state.desk.bot.id), 'small')
        : el('span', { class: 'team-icon', 'aria-hidden': 'true' }, state.desk.team.charAt(0)),
      el('h1', { class: 'channel-title' }, place?.name ?? ''),
      place?.topic ? el('span', { class: 'channel-topic' }, place.topic) : '',
    );
    part('tabs').hidden = !personal;
    if (personal) drawTabs(page);
    part('messages').setAttribute('aria-label', `Messages in ${place?.name ?? ''}`);
    for (const tab of ['chat', 'about'] as const) part(`panel-${tab}`).hidden = state.tab !== tab;
    if (state.tab === 'about') part('panel-about').replaceChildren(drawAbout(state));
  };
  const drawTyping = () => {
    part('typing').hidden = state.typing !== state.place;
    part('typing').textContent = `${state.desk.bot.name} is typing…`;
  };
  state.on('place', draw);
  state.on('typing', drawTyping);
  draw();
  drawTyping();
}

function drawTabs(page: TeamsPage): void {
  const { state } = page;
  const names: readonly TeamsTab[] = ['chat', 'about'];
  const open = (tab: TeamsTab) =>
    page.open(state.place, tab).then(() => part('tabs').querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
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
        onkeydown: (event: KeyboardEvent) => /^Arrow(?:Left|Right)$/.test(event.key) && open(tab === 'chat' ? 'about' : 'chat'),
      },
      tabNames[tab],
    ),
  );
  part('tabs').replaceChildren(...tabs);
}

function drawAbout({ desk }: TeamsState): HTMLElement {
  const rows = desk.commands.map(({ title, usage, description }) =>
    el('tr', {}, el('td', {}, el('code', { class: 'code' }, `${title} ${usage}`.trim())), el('td', {}, description)),
  );
  return el(
    'div',
    { class: 'home about' },
    el('h2', {}, `About ${desk.bot.name}`),
    el('p', {}, `The words it answers in its chat, and in channels after @${desk.bot.name}:`),
    el('table', {}, el('tbody', {}, ...rows)),
  );
}
