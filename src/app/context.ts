import type { Advisor } from '../advisor/advisor.ts';
import type { CalendarDate } from '../calendar/index.ts';
import type { Element } from '../chat/card.ts';
import type { Inbound } from '../chat/platform.ts';
import type { Words } from '../languages/index.ts';
import type { Reads, Tx } from '../store/index.ts';
import type { AppEvent } from './feature.ts';
import type { NewId } from './ids.ts';
import type { Person, Workspace } from './people.ts';

/** What a command knows of the moment it runs in. */
export interface Moment {
  readonly now: Date;
  /** Now, in the person's zone. */
  readonly today: CalendarDate;
  readonly newId: NewId;
}

export interface ReadContext extends Moment {
  readonly workspace: Workspace;
  readonly person: Person;
  readonly words: Words;
  readonly inbound: Inbound;
  readonly data: Reads;
  /** A language model's second opinion, where one is set up. Never asked inside a transaction. */
  readonly advisor: Advisor | undefined;
  /** What every feature has to say on a customer's card, and on the person's home. */
  customerSections(customerId: string): Promise<readonly Element[]>;
  homeSections(): Promise<readonly Element[]>;
}

/** All that happens with it commits together, or not at all. */
export interface ChangeContext extends ReadContext {
  readonly data: Tx;
  /** Lets later features take part in the same transaction. */
  raise(event: AppEvent): Promise<void>;
}
