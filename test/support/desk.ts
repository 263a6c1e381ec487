import type { Block, Clock, Desk, Message } from '../../src/playground/protocol.ts';
import { eventually } from './program.ts';

/** A cast member at the playground's page, by the page's own API. */
export interface DeskOf {
  command(text: string): Promise<void>;
  /** What the bot said there, newest last, with its blocks as text. */
  said(): Promise<readonly string[]>;
  /** Types a command and gives what the bot says then. */
  ask(text: string): Promise<string>;
  /** Presses the button with this label on the newest message that has one. */
  press(label: string): Promise<void>;
  clock(move: 'next-morning' | 'next-day'): Promise<Clock>;
}

interface Found {
  readonly message: Message;
  readonly block: string;
  readonly element: { readonly action_id: string; readonly type: string; readonly value?: string; readonly text?: unknown };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function buttonsOf(block: Block): Found['element'][] {
  const inside = [...(Array.isArray(block.elements) ? block.elements : []), block.accessory];
  return inside.filter((one) => isObject(one) && one.type === 'button');
}

export async function openDesk(origin: string, as: string): Promise<DeskOf> {
  const api = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(
      `${origin}/playground/api/${path}`,
      body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const desk = (await api(`desk?as=${as}`)) as Desk;
  const channel = desk.channels.find(({ bot }) => bot)?.id ?? '';
  const messages = async () =>
    ((await api(`messages?as=${as}&channel=${channel}`)) as Message[]).filter(({ user }) => user === desk.bot.id);
  const said = async () => (await messages()).map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks ?? [])}`);
  const fresh = async (before: number) => (await said()).slice(before).filter((text) => !text.startsWith('Not saved yet'));

  const find = async (label: string): Promise<Found | undefined> => {
    for (const message of (await messages()).reverse()) {
      for (const block of message.blocks ?? []) {
        const element = buttonsOf(block).find(({ text }) => isObject(text) && text.text === label);
        if (element) return { message, block: String(block.block_id), element };
      }
    }
    return undefined;
  };

  return {
    said,
    async command(text) {
      await api('command', { as, channel, text });
    },
    async ask(text) {
      const before = (await said()).length;
      await api('command', { as, channel, text });
      await eventually(async () => (await fresh(before)).length > 0);
      return (await fresh(before)).join('\n');
    },
    async press(label) {
      const { message, block, element } = await eventually(() => find(label));
      const { action_id, type, value } = element;
      const source = { kind: 'message', channel, ts: message.ts, ephemeral: message.ephemeral ?? false };
      await api('action', {
        as,
        source,
        action: { block_id: block, action_id, type, ...(value === undefined ? {} : { value }) },
      });
    },
    clock: async (move) => (await api('clock', { move, as })) as Clock,
  };
}
