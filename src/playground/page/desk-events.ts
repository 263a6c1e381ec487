import type { DeskEvent, Message } from '../protocol.ts';
import { parseEvent } from './api.ts';
import { isReply, withMessage, withoutMessage } from './messages.ts';
import type { Modals } from './modal.ts';
import { announce } from './notices.ts';
import { type Page, setUnread } from './page.ts';
import { authorOf, hearClock, type State } from './state.ts';
import { followStream } from './stream.ts';

/** Follows what happens at the desk. */
export function followEvents(page: Page, modals: Modals): void {
  followStream(page.api.eventsAddress, page.state, {
    opened: () => refetch(page),
    heard: (data) => apply(page, modals, parseEvent(data)),
  });
}

async function refetch(page: Page): Promise<void> {
  const { state, api } = page;
  await page.attempt('Loading the workspace', async () => {
    state.desk = await api.desk();
    hearClock(state, state.desk.clock);
  });
  state.tell('desk', 'clock');
  await page.openChannel(state.channel, state.tab);
  if (state.thread) await page.openThread(state.thread);
}

function apply(page: Page, modals: Modals, event: DeskEvent): void {
  const { state } = page;
  switch (event.kind) {
    case 'message':
      heard(page, event.message);
      return;
    case 'changed':
      put(state, event.message);
      return;
    case 'deleted':
      state.messages.set(
        event.channel,
        withoutMessage(state.messages.get(event.channel) ?? [], event.ts, event.ephemeral ?? false),
      );
      state.replies = withoutMessage(state.replies, event.ts, event.ephemeral ?? false);
      state.tell('messages', 'thread');
      return;
    case 'view':
      modals.show(event.view);
      return;
    case 'view-closed':
      modals.closed(event.view);
      return;
    case 'home':
      state.home = event.view;
      state.tell('home');
      return;
    case 'unread':
      setUnread(state, event.channel, event.unread);
      state.tell('desk');
      page.markRead();
      return;
    case 'clock':
      hearClock(state, event.clock);
      state.tell('clock', 'messages');
      return;
  }
}

function put(state: State, message: Message): void {
  const { channel } = message;
  if (isReply(message)) {
    if (channel === state.channel && message.thread === state.thread) state.replies = withMessage(state.replies, message);
  } else state.messages.set(channel, withMessage(state.messages.get(channel) ?? [], message));
  if (channel === state.channel && message.ts === state.thread) state.replies = withMessage(state.replies, message);
  state.tell('messages', 'thread');
}

function heard(page: Page, message: Message): void {
  const { state } = page;
  const mine = message.user === state.desk.me.id;
  if (!mine && document.hidden && !isReply(message) && !state.unreadFrom.has(message.channel))
    state.unreadFrom.set(message.channel, message.ts);
  if (mine) state.unreadFrom.delete(message.channel);
  put(state, message);
  if (!mine && message.channel === state.channel) announce(`${authorOf(state, message.user).name}: ${message.text}`);
  page.did({ kind: 'heard', message });
}
