import type { Post } from '../../teams/protocol.ts';
import { announce } from '../notices.ts';
import { authorOf, hearClock } from '../state.ts';
import { followStream } from '../stream.ts';
import { parseTeamsEvent } from './api.ts';
import type { TeamsPage } from './page.ts';
import { setUnread, type TeamsState, withPost } from './state.ts';

/** Follows what happens at the Teams desk. */
export function followTeams(page: TeamsPage): void {
  followStream(page.api.eventsAddress, page.state, {
    opened: () => refetch(page),
    heard: (data) => apply(page, data),
  });
}

async function refetch(page: TeamsPage): Promise<void> {
  const { state, api } = page;
  await page.attempt('Loading the chats', async () => {
    state.desk = await api.desk();
    hearClock(state, state.desk.clock);
  });
  state.tell('desk', 'clock');
  await page.open(state.place, state.tab);
  await page.attempt('Opening the app', () => api.open());
}

function put(state: TeamsState, post: Post): void {
  state.posts.set(post.place, withPost(state.posts.get(post.place) ?? [], post));
  state.tell('messages');
}

function apply(page: TeamsPage, data: string): void {
  const { state } = page;
  const event = parseTeamsEvent(data);
  switch (event.kind) {
    case 'post':
      heard(page, event.post);
      return;
    case 'changed':
      put(state, event.post);
      return;
    case 'deleted':
      state.posts.set(
        event.place,
        (state.posts.get(event.place) ?? []).filter(({ id }) => id !== event.id),
      );
      state.tell('messages');
      return;
    case 'unread':
      setUnread(state, event.place, event.unread);
      state.tell('desk');
      page.markRead();
      return;
    case 'typing':
      state.typing = event.place;
      state.tell('typing');
      return;
    case 'clock':
      hearClock(state, event.clock);
      state.tell('clock', 'messages');
      return;
  }
}

function heard(page: TeamsPage, post: Post): void {
  const { state } = page;
  const mine = post.from === state.desk.me.id;
  if (!mine && document.hidden && !state.unreadFrom.has(post.place)) state.unreadFrom.set(post.place, post.id);
  if (mine) state.unreadFrom.delete(post.place);
  if (state.typing === post.place && !mine) {
    state.typing = undefined;
    state.tell('typing');
  }
  put(state, post);
  if (!mine && post.place === state.place) announce(`${authorOf(state, post.from).name}: ${post.text}`);
  page.did({ kind: 'heard', post });
}
