import { el, icon } from './dom.ts';
import { openPopover } from './popover.ts';

const day = 86_400_000;

interface Shown {
  readonly anchor: HTMLElement;
  /** `2026-11-24`; dates here are calendar dates, kept as midnight UTC so that no zone can move them. */
  readonly chosen: string | undefined;
  readonly today: string;
  readonly locale: string;
  readonly choose: (date: string) => void;
}

/** A month to pick a day from. Arrows move by day and week, Page Up and Down by month. */
export function openCalendar(shown: Shown): void {
  let focused = Date.parse(shown.chosen ?? shown.today);
  const title = el('div', { class: 'calendar-title', 'aria-live': 'polite' });
  const grid = el('div', {
    class: 'calendar-grid',
    role: 'grid',
    'aria-label': 'Days',
    onkeydown: (event: KeyboardEvent) => key(event),
  });
  const turn = (name: 'left' | 'right', label: string, months: number) =>
    el(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, onclick: () => go(addMonths(focused, months), false) },
      icon(name),
    );
  const panel = el(
    'div',
    { class: 'calendar', role: 'dialog', 'aria-label': 'Choose a date' },
    el('div', { class: 'calendar-head' }, turn('left', 'Previous month', -1), title, turn('right', 'Next month', 1)),
    grid,
  );
  const name = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(shown.locale, { timeZone: 'UTC', ...options }).format(at);

  function draw(): void {
    title.textContent = name({ month: 'long', year: 'numeric' }, focused);
    const first = startOfWeek(Date.parse(`${iso(focused).slice(0, 7)}-01`));
    const weekdays = Array.from({ length: 7 }, (_, index) =>
      el('span', { role: 'columnheader', class: 'calendar-weekday' }, name({ weekday: 'narrow' }, first + index * day)),
    );
    const weeks = Array.from({ length: 6 }, (_, week) =>
      el(
        'div',
        { role: 'row', class: 'calendar-row' },
        ...Array.from({ length: 7 }, (_, index) => drawDay(first + (week * 7 + index) * day)),
      ),
    );
    grid.replaceChildren(el('div', { role: 'row', class: 'calendar-row' }, ...weekdays), ...weeks);
  }

  function drawDay(at: number): HTMLElement {
    const date = iso(at);
    const classes = ['calendar-day'];
    if (date.slice(0, 7) !== iso(focused).slice(0, 7)) classes.push('other-month');
    if (date === shown.today) classes.push('today');
    const choose = () => {
      popover.close();
      shown.choose(date);
    };
    return el(
      'button',
      {
        type: 'button',
        role: 'gridcell',
        class: classes.join(' '),
        tabindex: at === focused ? 0 : -1,
        'aria-label': name({ dateStyle: 'full' }, at),
        'aria-selected': String(date === shown.chosen),
        'aria-current': date === shown.today ? 'date' : undefined,
        'data-date': date,
        onclick: choose,
      },
      String(new Date(at).getUTCDate()),
    );
  }

  function go(at: number, focus = true): void {
    focused = at;
    draw();
    if (focus) grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  function key(event: KeyboardEvent): void {
    const steps: Record<string, () => number> = {
      ArrowLeft: () => focused - day,
      ArrowRight: () => focused + day,
      ArrowUp: () => focused - 7 * day,
      ArrowDown: () => focused + 7 * day,
      Home: () => startOfWeek(focused),
      End: () => startOfWeek(focused) + 6 * day,
      PageUp: () => addMonths(focused, -1),
      PageDown: () => addMonths(focused, 1),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    go(step());
  }

  draw();
  const popover = openPopover(shown.anchor, panel);
  go(focused);
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Weeks start on Monday here, as the working week does. */
const startOfWeek = (at: number) => at - ((new Date(at).getUTCDay() + 6) % 7) * day;

/** The same day of another month, or that month's last day. */
function addMonths(at: number, months: number): number {
  const from = new Date(at);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), last));
}
