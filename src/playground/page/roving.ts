import { nextIndex } from './menu.ts';

/**
 * A list is one stop of the Tab key; arrows, Home and End move inside. `find` gives the items as they are now. The item
 * that was focused last stays the stop.
 */
export function roving(container: HTMLElement, find: () => readonly HTMLElement[]): void {
  container.addEventListener('keydown', (event) => {
    const items = find();
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = at < 0 ? undefined : nextIndex(event.key, at, items.length);
    if (to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  });
  container.addEventListener('focusin', (event) => {
    const items = find();
    const focused = items.find((item) => item === event.target);
    if (focused) makeStop(items, focused);
  });
}

export function makeStop(items: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}
