import { el, freshId, icon } from './dom.ts';
import { nextIndex } from './menu.ts';
import { openPopover, type Popover } from './popover.ts';

export interface Entry<T> {
  readonly label: string;
  readonly detail?: string;
  readonly group?: string;
  readonly value: T;
}

export interface ComboboxOptions<T> {
  readonly placeholder: string;
  readonly chosen: Entry<T> | undefined;
  readonly attributes: Record<string, string | undefined>;
  /** The entries that fit what was typed; empty text asks for all. May refuse by throwing. */
  readonly find: (query: string) => readonly Entry<T>[] | Promise<readonly Entry<T>[]>;
  /** `undefined`: the text was emptied. Answering `false` takes the choice back. */
  readonly choose: (entry: Entry<T> | undefined) => boolean | Promise<boolean>;
  /** Fewest letters before asking, as `min_query_length` has it. */
  readonly atLeast?: number;
}

/** A text field that offers a list: choose with pointer or arrows and Enter, narrow by typing. */
export function drawCombobox<T>(options: ComboboxOptions<T>): HTMLElement {
  let chosen = options.chosen;
  let entries: readonly Entry<T>[] = [];
  let active = -1;
  let popover: Popover | undefined;
  let asked = 0;
  const listId = freshId('list');
  const list = el('div', { class: 'listbox', role: 'listbox', id: listId, 'aria-label': options.placeholder });
  const input: HTMLInputElement = el('input', {
    ...options.attributes,
    type: 'text',
    class: 'combobox-input',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: options.placeholder,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    oninput: () => show(input.value),
    onclick: () => (popover ? undefined : show('')),
    onfocus: () => input.select(),
    onkeydown: (event: KeyboardEvent) => key(event),
    onblur: () => restore(),
  });
  input.value = chosen?.label ?? '';

  const close = () => popover?.close();

  async function show(query: string): Promise<void> {
    asked += 1;
    const mine = asked;
    open();
    if (query.length < (options.atLeast ?? 0)) return say('Type to search');
    const waiting = setTimeout(() => mine === asked && say('Searching…'), 120);
    try {
      const found = await options.find(query.trim());
      if (mine !== asked || !popover) return;
      entries = found;
      active = query === '' ? entries.findIndex((entry) => entry.label === chosen?.label) : found.length > 0 ? 0 : -1;
      draw();
    } catch {
      if (mine === asked) say('The app did not answer. Type again to retry.');
    } finally {
      clearTimeout(waiting);
    }
  }

  function open(): void {
    if (popover) return;
    input.setAttribute('aria-expanded', 'true');
    popover = openPopover(field, list, () => {
      popover = undefined;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    });
  }

  function say(sentence: string): void {
    entries = [];
    list.replaceChildren(el('div', { class: 'listbox-note', role: 'status' }, sentence));
  }

  function draw(): void {
    if (entries.length === 0) {
      say('No matches');
      return;
    }
    let group: string | undefined;
    const nodes: HTMLElement[] = [];
    for (const [index, entry] of entries.entries()) {
      if (entry.group && entry.group !== group)
        nodes.push(el('div', { class: 'listbox-group', role: 'presentation' }, entry.group));
      group = entry.group;
      nodes.push(drawEntry(entry, index));
    }
    list.replaceChildren(...nodes);
    mark();
  }

  function drawEntry(entry: Entry<T>, index: number): HTMLElement {
    const detail = entry.detail ? el('span', { class: 'menu-detail' }, entry.detail) : undefined;
    return el(
      'div',
      {
        class: 'option',
        role: 'option',
        id: `${listId}-${index}`,
        'aria-selected': String(entry.label === chosen?.label),
        // The field keeps the focus, so that its blur does not close the list before the click arrives.
        onpointerdown: (event: Event) => event.preventDefault(),
        onclick: () => take(entry),
      },
      el('span', { class: 'menu-label' }, entry.label, detail),
    );
  }

  function mark(): void {
    for (const node of list.querySelectorAll('.option')) node.classList.toggle('active', node.id === `${listId}-${active}`);
    const node = document.getElementById(`${listId}-${active}`);
    if (node) {
      input.setAttribute('aria-activedescendant', node.id);
      node.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  async function take(entry: Entry<T> | undefined): Promise<void> {
    const before = chosen;
    chosen = entry;
    input.value = entry?.label ?? '';
    close();
    if (!(await options.choose(entry))) {
      chosen = before;
      input.value = before?.label ?? '';
    }
  }

  function restore(): void {
    if (input.value === '' && chosen) take(undefined);
    else input.value = chosen?.label ?? '';
  }

  function key(event: KeyboardEvent): void {
    const to = popover ? nextIndex(event.key, active, entries.length) : undefined;
    if (to !== undefined && (event.key.startsWith('Arrow') || input.value === '')) {
      active = to;
      mark();
    } else if (!popover && (event.key === 'ArrowDown' || event.key === 'Enter')) show('');
    else if (popover && event.key === 'Enter') {
      const entry = entries[active];
      if (entry) take(entry);
    } else return;
    event.preventDefault();
  }

  const field = el('div', { class: 'combobox' }, input, icon('down'));
  return field;
}
