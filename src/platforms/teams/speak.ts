import { setTimeout } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import { type ChatWords, type MessageRef, PlatformError } from '../../chat/platform.ts';
import type { Connector, TeamsMemory } from './calls.ts';
import { renderMessage, type TeamsMessage } from './render.ts';

/** Says cards in conversations, and knows where they are. Each throws `PlatformError`. */
export interface Voice {
  toPerson(team: string, person: string, message: TeamsMessage): Promise<MessageRef>;
  toPlace(team: string, place: string, message: TeamsMessage): Promise<MessageRef>;
  update(team: string, ref: MessageRef, message: TeamsMessage): Promise<void>;
}

/** Waits between tries where Teams says that it did nothing: short ones, since a person is waiting. */
const waitsMs = [500, 1_500, 4_000];

/** Tries again what was surely not carried out; longer waits are the caller's to plan. */
async function tried<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of waitsMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PlatformError) || error.kind !== 'limited' || (error.retryAfter ?? 0) * 1_000 > wait * 4)
        throw error;
      await setTimeout(Math.max(wait, (error.retryAfter ?? 0) * 1_000));
    }
  }
  return work();
}

export function createVoice(connector: Connector, memory: TeamsMemory): Voice {
  const serviceOf = async (team: string) => {
    const url = await memory.service(team);
    if (url === undefined) throw new PlatformError('gone', 'tenant_not_seen');
    return url;
  };

  const conversationOf = async (team: string, person: string) => {
    const seen = await memory.find(team, person);
    if (seen?.removed) throw new PlatformError('gone', 'bot_removed');
    if (seen?.conversation !== undefined) return { url: seen.serviceUrl, id: seen.conversation, opened: undefined };
    const url = seen?.serviceUrl ?? (await serviceOf(team));
    const id = await connector.open(url, team, seen?.user ?? person);
    return { url, id, opened: seen };
  };

  return {
    async toPerson(team, person, message) {
      const { url, id, opened } = await conversationOf(team, person);
      try {
        const sent = { channel: id, message: await tried(() => connector.send(url, id, message)) };
        // Only a conversation that takes something is worth keeping.
        if (opened) await memory.see({ ...opened, conversation: id });
        return sent;
      } catch (error) {
        // It comes back by itself at the person's next message.
        if (error instanceof PlatformError && error.kind === 'gone') await memory.lose(team, person);
        throw error;
      }
    },
    async toPlace(team, place, message) {
      const url = await serviceOf(team);
      return { channel: place, message: await tried(() => connector.send(url, place, message)) };
    },
    async update(team, { channel, message }, to) {
      const url = await serviceOf(team);
      await tried(() => connector.update(url, channel, message, to));
    },
  };
}

export const sentence = (text: string, words: ChatWords): TeamsMessage =>
  renderMessage({ text, elements: [] } satisfies Card, words);
