import type { Clock } from '../../protocol.ts';
import type { Place, Post, TeamsDesk } from '../../teams/protocol.ts';
import type { Ticking } from '../state.ts';
import { createTopics, type Topics } from '../topics.ts';

export type TeamsTopic = 'desk' | 'place' | 'messages' | 'clock' | 'connection' | 'typing' | 'reply';
export type TeamsTab = 'chat' | 'about';

/** What the Teams page knows. */
export interface TeamsState extends Ticking, Topics<TeamsTopic> {
  desk: TeamsDesk;
  place: string;
  tab: TeamsTab;
  /** By place, oldest first, replies among them. */
  readonly posts: Map<string, readonly Post[]>;
  /** By place: the first post that was unread when it was opened. */
  readonly unreadFrom: Map<string, string>;
  /** The post of a channel that the next message answers. */
  answered: string | undefined;
  /** Where the bot writes at this moment. */
  typing: string | undefined;
  connected: boolean;
  clock: Clock;
}

export function createTeamsState(desk: TeamsDesk, place: string): TeamsState {
  return {
    desk,
    place,
    tab: 'chat',
    posts: new Map(),
    unreadFrom: new Map(),
    answered: undefined,
    typing: undefined,
    connected: true,
    clock: desk.clock,
    clockHeardAt: performance.now(),
    ...createTopics<TeamsTopic>(),
  };
}

export const placeOf = (state: TeamsState, id = state.place): Place | undefined => state.desk.places.find((one) => one.id === id);

export const botPlace = (state: TeamsState): Place | undefined => state.desk.places.find(({ kind }) => kind === 'personal');

export const instantOf = (post: Post): Date => new Date(Number(post.id));

/** The list with this post in its place by time; an older state of it is replaced. Pure. */
export function withPost(list: readonly Post[], post: Post): readonly Post[] {
  const others = list.filter(({ id }) => id !== post.id);
  const at = others.findLastIndex(({ id }) => Number(id) <= Number(post.id));
  return others.toSpliced(at + 1, 0, post);
}

export function setUnread(state: TeamsState, place: string, unread: number): void {
  state.desk = { ...state.desk, places: state.desk.places.map((known) => (known.id === place ? { ...known, unread } : known)) };
}
