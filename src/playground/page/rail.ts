import type { CastMember } from '../protocol.ts';
import { drawAvatar } from './avatar.ts';
import { el, part } from './dom.ts';
import { makeStop, roving } from './roving.ts';
import { authorOf, type Known, nowOf, type Ticking } from './state.ts';
import { clockTime } from './time.ts';

interface RailPage {
  readonly state: Known & Ticking & { readonly desk: { readonly me: CastMember } };
}

/** Who sits at the desk. Links, so that a middle click opens another person in a tab of its own. */
export function startRail(page: RailPage): void {
  const { state } = page;
  const list = part('cast');
  const links = state.desk.cast.map((person) => drawPerson(page, person));
  list.replaceChildren(...links.map((link) => el('li', {}, link)));
  roving(list, () => links);
  makeStop(
    links,
    links.find((link) => link.getAttribute('aria-current') === 'true'),
  );
  part('me').replaceChildren(
    drawAvatar(authorOf(state, state.desk.me.id), 'small'),
    el('span', {}, `${state.desk.me.name}, ${state.desk.me.title}`),
  );
}

function drawPerson(page: RailPage, person: CastMember): HTMLElement {
  const { state } = page;
  const current = person.id === state.desk.me.id;
  const given = person.name.split(/\s+/)[0] ?? person.name;
  const time = clockTime(nowOf(state), person);
  return el(
    'a',
    {
      class: 'person',
      href: `?as=${encodeURIComponent(person.id)}`,
      'aria-current': current ? 'true' : undefined,
      'aria-label': current
        ? `${person.name}, ${person.title}: at the desk`
        : `Sit at the desk as ${person.name}, ${person.title}`,
      title: `${person.name} · ${person.title} · ${time} (${person.zone})`,
    },
    drawAvatar(authorOf(state, person.id)),
    el('span', { class: 'person-name' }, given),
    el('span', { class: 'person-role' }, person.role),
  );
}
