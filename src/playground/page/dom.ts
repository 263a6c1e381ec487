/**
 * Elements are built here and nowhere else, always from nodes and text: what a person or the bot wrote never becomes
 * markup, so nothing in a message can run or look like the page itself.
 */
import { type IconName, iconPaths } from './icons.ts';

export type Child = Node | string | false | null | undefined;
type Prop = string | number | boolean | undefined | ((event: never) => unknown);

/** Props named `on…` are listeners; `true` is an empty attribute, `false` and `undefined` none at all. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Record<string, Prop> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), (event) => value(event as never));
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  append(node, ...children);
  return node;
}

export function append(parent: Node, ...children: readonly Child[]): void {
  for (const child of children) {
    if (child !== undefined && child !== null && child !== false)
      parent.appendChild(typeof child === 'string' ? text(child) : child);
  }
}

export function text(value: string): Text {
  return document.createTextNode(value);
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Decoration only: hidden from screen readers, so the button around it needs a name of its own. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of iconPaths[name]) {
    const path = document.createElementNS(svgSpace, 'path');
    path.setAttribute('d', d);
    svg.appendChild(path);
  }
  return svg;
}

export function iconButton(
  name: IconName,
  label: string,
  onclick: (event: MouseEvent) => unknown,
  extra = '',
): HTMLButtonElement {
  return el('button', { type: 'button', class: `icon-button ${extra}`, 'aria-label': label, title: label, onclick }, icon(name));
}

/**
 * Brings `parent` to hold exactly `wanted`, in order. Nodes already in place are not touched, so that focus, selection
 * and scroll position survive a message that arrives meanwhile.
 */
export function reconcile(parent: Node, wanted: readonly Node[]): void {
  const keep = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!keep.has(child)) child.remove();
  let at = parent.firstChild;
  for (const node of wanted) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

/** The part of the page that is drawn once; its absence is a mistake in index.html. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}

let lastId = 0;

/** An id for aria references, unique in this page. */
export function freshId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
