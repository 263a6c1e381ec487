import type { CastMember, Channel, Clock, Desk, Message, View } from '../protocol.ts';
import { createTopics, type Topics } from './topics.ts';

export type Topic = 'desk' | 'place' | 'messages' | 'thread' | 'home' | 'clock' | 'connection';
export type Tab = 'messages' | 'home' | 'about';

/** A clock that was heard of, and goes on. */
export interface Ticking {
  clock: Clock;
  /** `performance.now()` when the clock was heard, so that minutes pass on the page too. */
  clockHeardAt: number;
}

/** What the page knows. */
export interface State extends Ticking, Topics<Topic> {
  desk: Desk;
  channel: string;
  tab: Tab;
  /** Per channel, oldest first, without replies in threads. */
  readonly messages: Map<string, Message[]>;
  /** Per channel: the first message that was unread when the channel was opened. */
  readonly unreadFrom: Map<string, string>;
  thread: string | undefined;
  replies: Message[];
  home: View | undefined;
  connected: boolean;
}

export function createState(desk: Desk, channel: string): State {
  return {
    desk,
    channel,
    tab: 'messages',
    messages: new Map(),
    unreadFrom: new Map(),
    thread: undefined,
    replies: [],
    home: undefined,
    connected: true,
    clock: desk.clock,
    clockHeardAt: performance.now(),
    ...createTopics<Topic>(),
  };
}

export function channelOf(state: State, id = state.channel): Channel | undefined {
  return state.desk.channels.find((channel) => channel.id === id);
}

export function botChannel(state: State): Channel | undefined {
  return state.desk.channels.find((channel) => channel.bot);
}

/** The playground's time now, which goes on from the last word of the server. */
export function nowOf(state: Ticking): Date {
  return new Date(Date.parse(state.clock.now) + performance.now() - state.clockHeardAt);
}

export function hearClock(state: Ticking, clock: Clock): void {
  state.clock = clock;
  state.clockHeardAt = performance.now();
}

/** Those who can be drawn: the cast and the bot. */
export interface Known {
  readonly desk: Pick<Desk, 'cast' | 'bot'>;
}

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly app: boolean;
  readonly member?: CastMember;
}

/** A person, the bot, or Slackbot, who speaks for the page itself. Ids that nobody knows are shown as they are. */
export function authorOf(state: Known, id: string): Author {
  const member = state.desk.cast.find((person) => person.id === id);
  if (member) return { id, name: member.name, color: member.color, app: false, member };
  if (id === state.desk.bot.id) return { id, name: state.desk.bot.name, color: '#0b6e4f', app: true };
  if (id === slackbot) return { id, name: 'Slackbot', color: '#4a154b', app: true };
  return { id, name: id, color: '#616061', app: false };
}

export const slackbot = 'USLACKBOT';

/** Instant of a message's `ts`, which counts seconds. */
export function instantOf(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}
