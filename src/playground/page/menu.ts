import { el, icon } from './dom.ts';
import type { IconName } from './icons.ts';
import { openPopover } from './popover.ts';

export interface MenuItem {
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly href?: string;
  readonly run: () => void;
}

/** A menu button's menu: arrows, Home, End and first letters move; Escape and Tab leave; the focus goes back. */
export function openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const nodes = items.map((item) => drawItem(item, () => popover.close()));
  const menu = el(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': label, onkeydown: (event: KeyboardEvent) => move(event, nodes) },
    ...nodes,
  );
  anchor.setAttribute('aria-expanded', 'true');
  const popover = openPopover(anchor, menu, () => anchor.setAttribute('aria-expanded', 'false'));
  nodes[0]?.focus();
}

function drawItem(item: MenuItem, close: () => void): HTMLElement {
  const inside = [
    item.icon ? icon(item.icon) : undefined,
    el('span', { class: 'menu-label' }, item.label, item.detail ? el('span', { class: 'menu-detail' }, item.detail) : undefined),
  ];
  const run = () => {
    close();
    item.run();
  };
  const props = { class: 'menu-item', role: 'menuitem', tabindex: -1, onclick: run };
  return item.href
    ? el('a', { ...props, href: item.href, target: '_blank', rel: 'noopener noreferrer' }, ...inside)
    : el('button', { ...props, type: 'button' }, ...inside);
}

function move(event: KeyboardEvent, nodes: readonly HTMLElement[]): void {
  const at = nodes.findIndex((node) => node.matches(':focus'));
  const to = nextIndex(event.key, at, nodes.length) ?? byLetter(event.key, at, nodes);
  if (event.key === 'Tab')
    nodes[at]?.closest('.menu')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  if (to === undefined) return;
  event.preventDefault();
  nodes[to]?.focus();
}

/** Where an arrow, Home or End leads in a list that goes round. */
export function nextIndex(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count + (at < 0 ? 1 : 0)) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function byLetter(key: string, at: number, nodes: readonly HTMLElement[]): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const order = nodes.map((_, index) => (at + 1 + index) % nodes.length);
  return order.find((index) => nodes[index]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
