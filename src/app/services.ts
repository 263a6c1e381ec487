import type { Advisor } from '../advisor/advisor.ts';
import type { Platform, PlatformName } from '../chat/platform.ts';
import type { Log } from '../log.ts';
import type { System } from '../store/index.ts';
import type { Clock } from './clock.ts';
import type { NewId } from './ids.ts';

/** What work outside a request has at hand. */
export interface Services {
  readonly system: System;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** A second opinion on a reply; absent where no language model is set up. */
  readonly advisor?: Advisor;
  platform(name: PlatformName): Platform;
}
