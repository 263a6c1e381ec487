import type { CastMember, Clock } from '../protocol.ts';
import { el, icon, part } from './dom.ts';
import { announce } from './notices.ts';
import { openPopover } from './popover.ts';
import { hearClock, nowOf, type Ticking } from './state.ts';
import { dayAndTime, instantOfWall, wallTime } from './time.ts';
import type { Topics } from './topics.ts';

export type ClockMove = { to: string } | { move: 'next-morning' | 'next-day' };

interface ClockPage {
  readonly state: Ticking & Topics<'clock' | 'messages'> & { readonly desk: { readonly me: CastMember } };
  readonly api: { readonly moveClock: (move: ClockMove) => Promise<Clock> };
  attempt(doing: string, task: () => Promise<unknown>): Promise<boolean>;
  did(deed: { readonly kind: 'clock' }): void;
}

/** The playground's own clock: where its time stands, and the buttons that move it. */
export function startClockBar(page: ClockPage): void {
  const { state } = page;
  const shown = el('time', { class: 'clock-now' });
  const draw = () => {
    const now = nowOf(state);
    shown.textContent = dayAndTime(now, state.desk.me);
    shown.dateTime = now.toISOString();
    shown.title = `The playground's time in ${state.desk.me.zone}`;
  };
  const move = async (to: ClockMove, button: HTMLElement) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    let clock: Clock | undefined;
    await page.attempt('Moving the clock', async () => {
      clock = await page.api.moveClock(to);
    });
    button.removeAttribute('aria-busy');
    if (!clock) return;
    hearClock(state, clock);
    state.tell('clock', 'messages');
    page.did({ kind: 'clock' });
    announce(`The playground's time is now ${dayAndTime(nowOf(state), state.desk.me)}`);
  };
  const button = (label: string, name: 'morning' | 'forward', to: 'next-morning' | 'next-day') => {
    const node: HTMLElement = el(
      'button',
      { type: 'button', class: 'clock-button', onclick: () => move({ move: to }, node) },
      icon(name),
      label,
    );
    return node;
  };
  const goTo: HTMLElement = el(
    'button',
    { type: 'button', class: 'clock-button', 'aria-haspopup': 'dialog', onclick: () => openGoTo() },
    icon('calendar'),
    'Go to…',
  );

  function openGoTo(): void {
    const { zone } = state.desk.me;
    const field = el('input', { type: 'datetime-local', class: 'text-input', id: 'go-to', required: true });
    field.value = wallTime(nowOf(state), zone);
    const go = (event: Event) => {
      event.preventDefault();
      const at = instantOfWall(field.value, zone);
      if (!at) return;
      popover.close();
      move({ to: at.toISOString() }, goTo);
    };
    const form = el(
      'form',
      { class: 'go-to', role: 'dialog', 'aria-label': 'Move the clock', onsubmit: go },
      el('label', { for: 'go-to', class: 'field-label' }, `Date and time (${zone})`),
      field,
      el('button', { type: 'submit', class: 'button primary' }, 'Go'),
    );
    const popover = openPopover(goTo, form);
    field.focus();
  }

  part('clock').append(
    el(
      'span',
      { class: 'clock-label', title: 'No chat has such a bar: it belongs to the playground and moves its time for everybody.' },
      icon('clock'),
      el('span', { class: 'clock-word' }, 'Playground clock'),
    ),
    shown,
    button('Next morning', 'morning', 'next-morning'),
    button('+1 day', 'forward', 'next-day'),
    goTo,
  );
  state.on('clock', draw);
  setInterval(draw, 5000);
  draw();
}
