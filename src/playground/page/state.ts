import type { CastMember, Channel, Clock, Desk, Message, View } from '../protocol.ts';

export type Topic = 'desk' | 'place' | 'messages' | 'thread' | 'home' | 'clock' | 'connection';
export type Tab = 'messages' | 'home' | 'about';

/** What the page knows. Modules change it, then `tell` the others which part changed. */
export interface State {
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
  clock: Clock;
  /** `performance.now()` when the clock was heard, so that minutes pass on the page too. */
  clockHeardAt: number;
  on(topic: Topic, listener: () => void): void;
  tell(...topics: readonly Topic[]): void;
}

export function createState(desk: Desk, channel: string): State {
  const listeners = new Map<Topic, (() => void)[]>();
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
    on(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
    },
    tell(...topics) {
      for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
    },
  };
}

export function channelOf(state: State, id = state.channel): Channel | undefined {
  return state.desk.channels.find((channel) => channel.id === id);
}

export function botChannel(state: State): Channel | undefined {
  return state.desk.channels.find((channel) => channel.bot);
}

/** The playground's time now, which goes on from the last word of the server. */
export function nowOf(state: State): Date {
  return new Date(Date.parse(state.clock.now) + performance.now() - state.clockHeardAt);
}

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly app: boolean;
  readonly member?: CastMember;
}

/** A person, the bot, or Slackbot, who speaks for the page itself. Ids that nobody knows are shown as they are. */
export function authorOf(state: State, id: string): Author {
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
