import { el, icon } from './dom.ts';

/** What the page cannot draw is said aloud: a card that silently loses a part would look finished. */
export function unsupported(what: 'block' | 'element', type: string): HTMLElement {
  return el(
    'div',
    { class: 'unsupported', role: 'note' },
    icon('warning'),
    `Unsupported ${what}: ${type}. Slack may draw it; this playground cannot.`,
  );
}
