import { startComposer } from './composer.ts';
import { el, iconButton, part } from './dom.ts';
import { drawMessage } from './message.ts';
import type { Page } from './page.ts';
import { makeStop, roving } from './roving.ts';
import { channelOf } from './state.ts';

/** The side pane with a message and its replies. */
export function startThreadPane(page: Page): void {
  const { state } = page;
  const pane = part('thread');
  const place = el('span', { class: 'thread-place' });
  const list = el('div', { class: 'thread-list', role: 'log', 'aria-live': 'off', 'aria-label': 'Thread' });
  const composerHost = el('div', { class: 'composer-host' });
  const close = () => {
    page.openThread(undefined);
    document.querySelector<HTMLElement>('#composer textarea')?.focus();
  };
  pane.append(
    el('div', { class: 'pane-head' }, el('h2', {}, 'Thread ', place), iconButton('close', 'Close thread', close)),
    list,
    composerHost,
  );
  const composer = startComposer(page, composerHost, { thread: () => state.thread, label: () => 'Reply…' });
  pane.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  });
  roving(list, () => [...list.querySelectorAll<HTMLElement>('.message')]);
  let shown: string | undefined;

  const draw = () => {
    pane.hidden = state.thread === undefined;
    document.body.classList.toggle('thread-open', state.thread !== undefined);
    if (state.thread === undefined) {
      shown = undefined;
      return;
    }
    const channel = channelOf(state);
    place.textContent = channel?.kind === 'channel' ? `#${channel.name}` : (channel?.name ?? '');
    const root =
      state.replies.find((message) => message.ts === state.thread) ??
      state.messages.get(state.channel)?.find((message) => message.ts === state.thread);
    const replies = state.replies.filter((message) => message.ts !== state.thread);
    const rows = [...(root ? [root] : []), ...replies].map((message) =>
      drawMessage(page, message, { compact: false, inThread: true, replies: 0 }),
    );
    const count = `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`;
    if (replies.length > 0) rows.splice(1, 0, el('div', { class: 'reply-count' }, count));
    list.replaceChildren(...rows);
    makeStop(rows, rows.at(-1));
    list.scrollTop = list.scrollHeight;
    if (shown !== state.thread) composer.focus();
    shown = state.thread;
  };
  state.on('thread', draw);
}
