import { el, icon } from './dom.ts';
import type { Author } from './state.ts';

/** Initials on the person's colour; an app has a bolt. Decoration: the name stands beside it. */
export function drawAvatar(author: Author, size: 'small' | 'large' = 'large'): HTMLElement {
  const node = el(
    'span',
    { class: `avatar ${size}${author.app ? ' of-app' : ''}`, 'aria-hidden': 'true' },
    author.app ? icon('bolt') : initials(author.name),
  );
  node.style.backgroundColor = author.color;
  return node;
}

/** Two letters of a name in letters, the first sign of a name in Hangul or Han. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  if (/[\p{sc=Han}\p{sc=Hangul}]/u.test(first)) return first;
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
