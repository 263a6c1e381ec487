import type { Clock } from '../protocol.ts';
import type { Desks } from '../slack/desk/desks.ts';
import type { FileContents } from '../slack/file-contents.ts';
import type { Manifest } from '../slack/manifest.ts';
import type { BotLine } from './bot-line.ts';
import type { TeamsEvent } from './protocol.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Room } from './room.ts';
import type { TenantSeed } from './tenant.ts';
import type { Tokens } from './tokens.ts';

/** Everything that one emulated organisation holds; functions of this folder take it as their first argument. */
export interface TeamsCloud {
  readonly tenant: TenantSeed;
  /** From the app's own manifest. */
  readonly manifest: Pick<Manifest, 'commands' | 'shortcuts'>;
  readonly rooms: ReadonlyMap<string, Room>;
  /** People who have the app, by the cast's id. */
  readonly installed: Set<string>;
  /** Those who were told so by the app. */
  readonly greeted: Set<string>;
  readonly contents: FileContents;
  readonly desks: Desks<TeamsEvent>;
  readonly tokens: Tokens;
  readonly rateLimit: RateLimit;
  readonly line: BotLine;
  /** Aborted when the cloud closes. */
  readonly closed: AbortSignal;
  /** Ends with a slash. */
  readonly serviceUrl: string;
  now(): Date;
  clock(): Clock;
  /** The next message's number: milliseconds of the playground's clock, never twice and never backwards. */
  nextId(): string;
  save(): void;
}
