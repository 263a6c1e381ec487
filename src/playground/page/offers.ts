import type { Completion, Suggestion } from './completion.ts';
import { el, freshId } from './dom.ts';
import { nextIndex } from './menu.ts';

export interface Offers {
  readonly node: HTMLElement;
  readonly show: (completion: Completion) => void;
  readonly hide: () => void;
  /** True: the key was meant for the list. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** The list above the composer. The text keeps the focus; the list only marks which entry Enter or Tab would take. */
export function createOffers(input: HTMLTextAreaElement, take: (suggestion: Suggestion, from: number) => void): Offers {
  const id = freshId('offers');
  const node = el('div', { class: 'offers', role: 'listbox', id, 'aria-label': 'Suggestions', hidden: true });
  let completion: Completion = { from: 0, suggestions: [] };
  let active = 0;
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', id);

  function draw(): void {
    const { suggestions } = completion;
    node.hidden = suggestions.length === 0;
    node.replaceChildren(...suggestions.map(drawOffer));
    if (node.hidden) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${active}`);
    node.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  function drawOffer(suggestion: Suggestion, index: number): HTMLElement {
    const usage = suggestion.usage ? el('span', { class: 'offer-usage' }, ` ${suggestion.usage}`) : undefined;
    return el(
      'div',
      {
        class: `option${index === active ? ' active' : ''}`,
        role: 'option',
        id: `${id}-${index}`,
        'aria-selected': String(index === active),
        // Else the text would lose the focus before the click arrives.
        onpointerdown: (event: Event) => event.preventDefault(),
        onclick: () => take(suggestion, completion.from),
      },
      el('span', { class: 'offer-label' }, suggestion.label, usage),
      el('span', { class: 'menu-detail' }, suggestion.detail),
    );
  }

  function show(next: Completion): void {
    completion = next;
    active = 0;
    draw();
  }

  const hide = () => show({ from: 0, suggestions: [] });

  function key(event: KeyboardEvent): boolean {
    const { suggestions, from } = completion;
    const chosen = suggestions[active];
    if (!chosen) return false;
    const to = event.key.startsWith('Arrow') ? nextIndex(event.key, active, suggestions.length) : undefined;
    // A command typed out in full is sent by Enter rather than completed once more.
    const accepts = event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && input.value !== chosen.label);
    if (to !== undefined) {
      active = to;
      draw();
    } else if (accepts) take(chosen, from);
    else if (event.key === 'Escape') hide();
    else return false;
    return true;
  }

  return { node, show, hide, key };
}
