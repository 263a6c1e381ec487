import type { Place } from '../../teams/protocol.ts';
import { drawAvatar } from '../avatar.ts';
import { el, part } from '../dom.ts';
import { makeStop, roving } from '../roving.ts';
import { authorOf } from '../state.ts';
import type { TeamsComposer } from './composer.ts';
import type { TeamsPage } from './page.ts';

/** Chats, and the team's channels, with what is unread. */
export function startPlaceList(page: TeamsPage, composer: TeamsComposer): void {
  const { state } = page;
  const list = part('places');
  roving(list, () => [...list.querySelectorAll<HTMLElement>('.channel')]);
  const draw = () => {
    const { places } = state.desk;
    const focused =
      document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
        ? document.activeElement.dataset.place
        : undefined;
    part('workspace-name').textContent = state.desk.organisation;
    list.replaceChildren(
      drawGroup(
        page,
        composer,
        'Chat',
        places.filter(({ kind }) => kind === 'personal'),
      ),
      drawGroup(
        page,
        composer,
        state.desk.team,
        places.filter(({ kind }) => kind === 'channel'),
      ),
    );
    const rows = [...list.querySelectorAll<HTMLElement>('.channel')];
    makeStop(rows, rows.find((row) => row.getAttribute('aria-current') === 'page') ?? rows[0]);
    rows.find((row) => row.dataset.place === focused)?.focus();
    const unread = places.reduce((sum, place) => sum + place.unread, 0);
    const name = places.find(({ id }) => id === state.place)?.name ?? '';
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} · ${state.desk.me.name} · Teams playground`;
  };
  state.on('desk', draw);
  draw();
}

function drawGroup(page: TeamsPage, composer: TeamsComposer, title: string, places: readonly Place[]): HTMLElement {
  return el(
    'section',
    { class: 'channel-group', 'aria-label': title },
    el('h2', { class: 'group-title' }, title),
    el('ul', {}, ...places.map((place) => el('li', {}, drawRow(page, composer, place)))),
  );
}

function drawRow(page: TeamsPage, composer: TeamsComposer, place: Place): HTMLElement {
  const { state } = page;
  const badge =
    place.unread > 0
      ? el('span', { class: 'badge' }, String(place.unread), el('span', { class: 'sr-only' }, ' unread'))
      : undefined;
  return el(
    'button',
    {
      type: 'button',
      class: `channel${place.unread > 0 ? ' unread' : ''}`,
      'aria-current': place.id === state.place ? 'page' : undefined,
      'data-place': place.id,
      onclick: () => {
        document.body.classList.remove('drawer-open');
        page.open(place.id);
        composer.focus();
      },
    },
    place.kind === 'channel' ? undefined : drawAvatar(authorOf(state, state.desk.bot.id), 'small'),
    el('span', { class: 'channel-name' }, place.name),
    badge,
  );
}
