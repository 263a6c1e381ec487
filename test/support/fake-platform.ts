import type { Card } from '../../src/chat/card.ts';
import {
  type Address,
  type LookupKind,
  type Lookups,
  type MessageRef,
  type Platform,
  PlatformError,
  type PlatformName,
  type Profile,
} from '../../src/chat/platform.ts';

export interface SentMessage {
  readonly to: Address;
  readonly card: Card;
  readonly key: string | undefined;
  readonly ref: MessageRef;
}

/** A chat platform that keeps what it is given. It is the cloud that is played here, nothing of the bot. */
export interface FakePlatform extends Platform {
  readonly sent: SentMessage[];
  readonly updated: { readonly ref: MessageRef; readonly card: Card }[];
  /** What `lookup('sent')` was asked for. */
  readonly lookedUp: Lookups['sent']['ask'][];
  /** By team and person, `T1:U1`. */
  readonly profiles: Map<string, Profile>;
  /** What files hold, by their id. */
  readonly files: Map<string, Uint8Array | PlatformError>;
  /** The next sending ends so. `arrives`: the message is there all the same. */
  failNext(error: PlatformError, arrives?: boolean): void;
  failNextLookup(error: PlatformError): void;
}

/** As Teams, it cannot tell what was sent. */
export function fakePlatform(name: PlatformName = 'slack'): FakePlatform {
  const sent: SentMessage[] = [];
  const updated: { ref: MessageRef; card: Card }[] = [];
  const lookedUp: Lookups['sent']['ask'][] = [];
  const profiles = new Map<string, Profile>();
  const files = new Map<string, Uint8Array | PlatformError>();
  const failures: { readonly error: PlatformError; readonly arrives: boolean }[] = [];
  const lookupFailures: PlatformError[] = [];

  const lookups: { readonly [K in LookupKind]: (ask: Lookups[K]['ask']) => Lookups[K]['answer'] } = {
    person: ({ team, person }) =>
      profiles.get(`${team}:${person}`) ?? { id: person, name: person, admin: false, kind: 'stranger' },
    file: ({ file }) => {
      const content = files.get(file.id) ?? new Uint8Array();
      if (content instanceof Error) throw content;
      return content;
    },
    sent: (ask) => {
      lookedUp.push(ask);
      if (name === 'teams') throw new PlatformError('refused', 'cannot_look');
      return sent.find(({ key }) => key === ask.key)?.ref;
    },
  };

  return {
    name,
    sent,
    updated,
    lookedUp,
    profiles,
    files,
    failNext: (error, arrives = false) => failures.push({ error, arrives }),
    failNextLookup: (error) => lookupFailures.push(error),
    async start() {},
    async stop() {},
    async send(to, card, { key }) {
      const failure = failures.shift();
      const channel = 'person' in to ? `D${to.person}` : 'channel' in to ? to.channel : to.home;
      const ref = { channel, message: `100.${sent.length}` };
      if (!failure || failure.arrives) sent.push({ to, card, key, ref });
      if (failure) throw failure.error;
      return ref;
    },
    async update(_team, ref, card) {
      updated.push({ ref, card });
    },
    async lookup(kind, ask) {
      const failure = kind === 'sent' ? lookupFailures.shift() : undefined;
      if (failure) throw failure;
      return lookups[kind](ask);
    },
  };
}
