import type { DeskEvent } from '../protocol.ts';
import type { Desks } from './desk/desks.ts';
import type { FileContents } from './file-contents.ts';
import type { TimeStamps } from './ids.ts';
import type { Journal } from './journal.ts';
import type { Manifest } from './manifest.ts';
import type { Modals } from './modals.ts';
import type { SlackCloudOptions } from './options.ts';
import type { RateLimit } from './rate-limit.ts';
import type { BotLine } from './to-bot/bot-line.ts';
import type { ResponseUrls } from './to-bot/response-urls.ts';
import type { Triggers } from './to-bot/triggers.ts';
import type { Faults } from './web-api/faults.ts';
import type { Workspace } from './workspace.ts';

/** Everything that one emulated workspace holds; functions of this folder take it as their first argument. */
export interface Cloud {
  readonly options: SlackCloudOptions;
  readonly manifest: Manifest;
  readonly workspace: Workspace;
  readonly contents: FileContents;
  readonly stamps: TimeStamps;
  readonly desks: Desks<DeskEvent>;
  readonly modals: Modals;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly line: BotLine;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly journal: Journal;
  /** Upload addresses handed out and not used yet, by file id. */
  readonly uploads: Map<string, { readonly name: string; readonly length: number }>;
  /** Events on their way to the bot. */
  readonly inFlight: Set<Promise<void>>;
  /** Aborted when the cloud closes. */
  readonly closed: AbortSignal;
  /** Origin for links that the bot follows back to us. */
  publicUrl(): string;
  /** Something that is kept has changed. */
  save(): void;
}
