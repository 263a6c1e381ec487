import type { CastPerson } from '../cast.ts';

/** A cast member as Microsoft's directory and the Bot Connector know them. */
export interface Account {
  readonly person: CastPerson;
  /** The directory's id: the same for every bot. */
  readonly directory: string;
  /** This bot's own id of the person. */
  readonly user: string;
  /** The person's own conversation with the bot. */
  readonly chat: string;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** Whether the team has the bot in this channel; in Teams a bot is in a whole team. */
  readonly bot: boolean;
}

export interface TenantSeed {
  readonly id: string;
  readonly name: string;
  readonly app: { readonly id: string; readonly secret: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string };
  readonly channels: readonly ChannelSeed[];
  readonly accounts: readonly Account[];
}

/** The bot as an account of the connector. */
export const botUser = ({ app }: Pick<TenantSeed, 'app'>): string => `28:${app.id}`;

const directoryIds: Readonly<Record<string, string>> = {
  U0MINSEO01: '5a1f0c52-7a51-4c0e-9b57-0d2f6e5b1a01',
  U0HANNAH01: '5a1f0c52-7a51-4c0e-9b57-0d2f6e5b1a02',
  U0LINYUE01: '5a1f0c52-7a51-4c0e-9b57-0d2f6e5b1a03',
  U0TOMASH01: '5a1f0c52-7a51-4c0e-9b57-0d2f6e5b1a04',
  U0CARLAM01: '5a1f0c52-7a51-4c0e-9b57-0d2f6e5b1a05',
};

/** The playground's organisation in Teams: the people of its Slack workspace, under the ids of Microsoft's directory. */
export function playgroundTenant(cast: readonly CastPerson[], name: string, secret: string): TenantSeed {
  return {
    id: '7c9b2d10-3f64-4e0b-8a55-2b1c90d7e100',
    name,
    app: { id: '0b6e4f00-5c1d-4a3e-9d20-8f7a6b5c4d30', secret, name: 'Aftercare' },
    team: { id: '19:harbour-after-sales@thread.tacv2', name: 'After-sales team' },
    channels: [
      { id: '19:harbour-general@thread.tacv2', name: 'General', topic: 'Announcements for everybody', bot: true },
      {
        id: '19:harbour-calls@thread.tacv2',
        name: 'Calls and complaints',
        topic: 'Everything after the sale: calls, complaints, thank-yous',
        bot: true,
      },
    ],
    accounts: cast.flatMap((person) => {
      const directory = directoryIds[person.id];
      if (directory === undefined) return [];
      return [{ person, directory, user: `29:1${directory.replaceAll('-', '')}`, chat: `a:1${person.id.toLowerCase()}` }];
    }),
  };
}
