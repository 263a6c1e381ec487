import type { BotSeed, CastPerson, ChannelSeed, TeamSeed } from '../cast.ts';

/** The playground's clock, where it can be moved. */
interface MovableClock {
  now(): Date;
  set(to: Date): Promise<void>;
}

export interface SlackCloudOptions {
  readonly cast: readonly CastPerson[];
  readonly channels: readonly ChannelSeed[];
  readonly team: TeamSeed;
  readonly bot: BotSeed;
  readonly signingSecret: string;
  /** Where signed requests go, for example `http://127.0.0.1:3000/slack/events`. */
  readonly botUrl: string | (() => string);
  /** Origin under which `handle` is reached; the origin of `botUrl` where left out. */
  readonly publicUrl?: string | (() => string);
  /** Time of messages and lists. Signatures and time limits use real time. */
  now(): Date;
  readonly clock?: MovableClock;
  /** The app's Slack manifest, as JSON: commands, shortcuts, subscribed events, scopes. */
  readonly manifest?: unknown;
  /** Keeps conversations, home tabs and files over restarts. */
  readonly file?: string;
  /** Milliseconds before each repetition of an event that was not acknowledged. Slack: at once, 1 minute, 5 minutes. */
  readonly retryWaits?: readonly number[];
  /** Milliseconds; Slack's three seconds where left out. */
  readonly ackTimeout?: number;
  /** Answer `ratelimited` to more than about one message a second in one channel. Off where left out. */
  readonly rateLimits?: boolean;
  /** Calls kept in the journal; 1,000 where left out, 0 turns it off. */
  readonly journalSize?: number;
}
