import { el, part } from './dom.ts';

/** A short message of the page itself; it goes away by itself and is read out at once. */
export function notify(sentence: string): void {
  const notice = el('div', { class: 'notice' }, sentence);
  part('notices').append(notice);
  setTimeout(() => notice.remove(), 6000);
}

/** Read out when the person's screen reader has time for it; drawn nowhere. */
export function announce(sentence: string): void {
  part('live').textContent = sentence;
}

/** What a refused request means, in words. */
export function refusalText(doing: string, code: string): string {
  return code === 'offline'
    ? `${doing} did not work: the playground's server does not answer. Is it still running?`
    : `${doing} did not work: ${code}`;
}
