import type { Card } from '../chat/card.ts';
import type { MessageRef } from '../chat/platform.ts';
import { languages, type Words } from '../languages/index.ts';
import type { Person } from './people.ts';
import type { Services } from './services.ts';

/** Where a person is reached. */
export interface Reach {
  readonly platform: 'slack' | 'teams';
  readonly team: string;
  readonly account: string;
  readonly person: Person;
}

/** Sends a person a card in their own conversation with the bot. Throws `PlatformError`. */
export function deliver(
  services: Services,
  reach: Reach,
  cardFor: (words: Words, person: Person) => Card,
  key?: string,
): Promise<MessageRef> {
  const words = languages[reach.person.language];
  return services.platform(reach.platform).send({ team: reach.team, person: reach.account }, cardFor(words, reach.person), {
    words: words.chat,
    ...(key === undefined ? {} : { key }),
  });
}
