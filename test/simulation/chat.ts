import { plainText } from '../../src/chat/plain-text.ts';
import { type Platform, PlatformError, type Profile } from '../../src/chat/platform.ts';
import type { Clocks } from './clocks.ts';
import type { Life } from './mortal.ts';

/** A message that stands in a conversation. */
export interface Said {
  readonly key: string;
  readonly account: string;
  /** As time passes, and as the machine's clock said; milliseconds. */
  readonly at: number;
  readonly told: number;
  readonly text: string;
  readonly ref: string;
}

export const sendFaults = ['limited', 'down', 'unclear', 'unclearArrived'] as const;
export type SendFault = (typeof sendFaults)[number];

export interface Chat {
  readonly said: Said[];
  readonly profiles: Map<string, Profile>;
  /** Accounts that the bot may not write to, and what it tried to send there. */
  readonly blocked: Set<string>;
  readonly refused: Set<string>;
  readonly updates: () => number;
  readonly lookUps: () => number;
  /** The chat platform as one process sees it. */
  platformFor(life: Life): Platform;
}

/** A chat platform that keeps what it is sent and fails as it is told; the only thing that is played. */
export function openChat(clocks: Clocks, fault: () => SendFault | undefined, lookUpFails: () => boolean): Chat {
  const said: Said[] = [];
  const byKey = new Map<string, Said>();
  const profiles = new Map<string, Profile>();
  const blocked = new Set<string>();
  const refused = new Set<string>();
  let updates = 0;
  let lookUps = 0;

  const send = (account: string, key: string, text: string): Said => {
    const one = { key, account, at: clocks.now().getTime(), told: clocks.told().getTime(), text, ref: `100.${said.length}` };
    said.push(one);
    byKey.set(key, one);
    return one;
  };

  const platformFor = (life: Life): Platform => ({
    name: 'slack',
    async start() {},
    async stop() {},
    async send(to, card, { key = '' }) {
      life.step('send');
      const account = 'person' in to ? to.person : '';
      if (blocked.has(account)) {
        refused.add(key);
        throw new PlatformError('gone', 'cannot_dm_bot');
      }
      const happens = fault();
      if (happens === 'limited') throw new PlatformError('limited', 'ratelimited', { retryAfter: 7 });
      if (happens === 'down') throw new PlatformError('down', 'econnrefused');
      if (happens === 'unclear') throw new PlatformError('unclear', 'timeout');
      const { ref } = send(account, key, plainText(card));
      if (happens === 'unclearArrived') throw new PlatformError('unclear', 'timeout');
      life.step('sent');
      return { channel: `D${account}`, message: ref };
    },
    async update() {
      life.step('update');
      updates += 1;
    },
    async lookup(kind, ask) {
      life.step('read');
      const answers = {
        person: () => profiles.get('person' in ask ? ask.person : ''),
        file: () => new Uint8Array(),
        sent: () => {
          lookUps += 1;
          if (lookUpFails()) throw new PlatformError('limited', 'ratelimited', { retryAfter: 20 });
          const one = 'key' in ask ? byKey.get(ask.key) : undefined;
          return one && { channel: `D${one.account}`, message: one.ref };
        },
      };
      return answers[kind]() as never;
    },
  });
  return { said, profiles, blocked, refused, updates: () => updates, lookUps: () => lookUps, platformFor };
}
