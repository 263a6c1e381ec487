import type { Message, Source, SubmitResult, ViewValues } from '../protocol.ts';
import type { Cloud } from './cloud.ts';
import { deskMessages } from './desk/desk.ts';
import { fillForm } from './fill-form.ts';
import type { JournalEntry } from './journal.ts';
import type { Json } from './json.ts';
import { isJson, listOf, textOf } from './json.ts';
import { joinConversation } from './membership.ts';
import { conversationOf, personAt } from './people.ts';
import { Refusal } from './refusal.ts';
import { say, uploadFile } from './say.ts';
import { useElement } from './to-bot/block-actions.ts';
import { runCommand } from './to-bot/commands.ts';
import { sendEvent } from './to-bot/events.ts';
import { elementsOf } from './to-bot/find-element.ts';
import { openHome } from './to-bot/home-opened.ts';
import { useShortcut } from './to-bot/shortcuts.ts';
import { suggestOptions } from './to-bot/suggestions.ts';
import { cancelView, submitView } from './to-bot/view-submission.ts';
import { viewJson } from './views.ts';
import type { Fault } from './web-api/faults.ts';
import { userJson } from './web-api/users.ts';

interface Press {
  readonly as: string;
  /** A message (the newest with such an element where `ts` is left out), the open modal, or the Home tab. */
  readonly on: { readonly channel: string; readonly ts?: string } | 'view' | 'home';
  /** `action_id`, or a button's text. */
  readonly action: string;
  /** What was chosen, in Slack's words, for example `{selected_date: '2026-11-25'}`. */
  readonly chosen?: Json;
}

/** What tests do in place of people. Promises end when the bot has answered; they throw `Refusal` where a page shows an error. */
export interface SlackDriver {
  say(said: { as: string; channel: string; text: string; thread?: string }): Promise<string>;
  upload(upload: { as: string; channel: string; name: string; bytes: Uint8Array; text?: string }): Promise<string>;
  command(typed: { as: string; channel: string; text: string }): Promise<void>;
  press(press: Press): Promise<void>;
  /** Fills the open modal by block or action id and sends it in. */
  submit(form: { as: string; fill?: Readonly<Record<string, unknown>>; values?: ViewValues }): Promise<SubmitResult>;
  cancel(as: string): Promise<void>;
  shortcut(used: { as: string; channel: string; message: string; callback: string }): Promise<void>;
  /** Options for a menu of the open modal that the bot fills. */
  suggest(asked: { as: string; action: string; query: string }): Promise<readonly Json[]>;
  home(as: string): Promise<void>;
  /** Somebody, or the bot, comes into a channel. */
  join(channel: string, who: string): Promise<void>;
  /** The account is switched off. */
  deactivate(who: string): Promise<void>;
  /** `team_join`: the bot hears of a person as of a new one. */
  welcome(who: string): Promise<void>;
  /** Any other event, under the name the bot subscribes to. */
  event(subscription: string, event: Json): Promise<void>;
  /** What the person sees in a conversation or thread. */
  messages(as: string, channel: string, thread?: string): readonly Message[];
  /** The modal on top, as Slack's `view` object. */
  view(as: string): Json | undefined;
  homeView(as: string): Json | undefined;
  /** The direct conversation with the bot. */
  direct(as: string): string;
  /** Plans how the next calls end. `response_url` and `file_download` are methods here, `*` is any. */
  fail(method: string, fault: Fault, times?: number): void;
  readonly journal: { readonly entries: readonly JournalEntry[]; clear(): void };
  /** Ends when no event is on its way to the bot. */
  idle(): Promise<void>;
}

export function createDriver(cloud: Cloud): SlackDriver {
  const idle = async () => {
    while (cloud.inFlight.size > 0) await Promise.all(cloud.inFlight);
  };
  const topView = (as: string) => cloud.modals.stack(as).at(-1);
  const requireView = (as: string) => {
    const view = topView(as);
    if (!view) throw new Refusal('view_not_found', 404);
    return view;
  };
  return {
    async say(said) {
      const { ts } = say(cloud, said);
      await idle();
      return ts;
    },
    async upload({ bytes, ...upload }) {
      const { ts } = uploadFile(cloud, { ...upload, bytes: Buffer.from(bytes) });
      await idle();
      return ts;
    },
    command: async (typed) => runCommand(cloud, typed),
    press: async (press) => pressElement(cloud, press),
    async submit({ as, fill = {}, values }) {
      const view = requireView(as);
      return submitView(cloud, { as, view: view.id, values: values ?? fillForm(view, fill) });
    },
    cancel: async (as) => cancelView(cloud, { as, view: requireView(as).id }),
    shortcut: async (used) => useShortcut(cloud, used),
    async suggest({ as, action, query }) {
      const view = requireView(as);
      const { block } = findOn(view.view.blocks, action);
      return suggestOptions(cloud, {
        as,
        source: { kind: 'view', view: view.id },
        actionId: action,
        blockId: textOf(block.block_id),
        query,
      });
    },
    home: async (as) => openHome(cloud, as),
    join: async (channel, who) => joinConversation(cloud, channel, who),
    async deactivate(who) {
      cloud.workspace.gone.add(personAt(cloud, who).id);
      cloud.save();
      return sendEvent(cloud, 'user_change', {
        type: 'user_change',
        user: userJson(cloud, who, true),
        event_ts: cloud.stamps.next(),
      });
    },
    welcome: async (who) =>
      sendEvent(cloud, 'team_join', {
        type: 'team_join',
        user: userJson(cloud, personAt(cloud, who).id, true),
        event_ts: cloud.stamps.next(),
      }),
    event: async (subscription, event) => sendEvent(cloud, subscription, event),
    messages: (as, channel, thread) => deskMessages(cloud, as, channel, thread),
    view: (as) => {
      const view = topView(as);
      return view && viewJson(cloud, view);
    },
    homeView: (as) => {
      const home = cloud.workspace.homes.get(as);
      return home && viewJson(cloud, home);
    },
    direct: (as) => personAt(cloud, as).direct,
    fail: (method, fault, times) => cloud.faults.add(method, fault, times),
    journal: cloud.journal,
    idle,
  };
}

function pressElement(cloud: Cloud, { as, on, action, chosen = {} }: Press): Promise<void> {
  const { source, blocks } = placeOf(cloud, as, on, action);
  const { block, element } = findOn(blocks, action);
  return useElement(cloud, {
    as,
    source,
    action: { ...chosen, block_id: textOf(block.block_id), action_id: textOf(element.action_id), type: textOf(element.type) },
  });
}

function placeOf(cloud: Cloud, as: string, on: Press['on'], action: string): { source: Source; blocks: unknown } {
  if (on === 'home') return { source: { kind: 'home' }, blocks: cloud.workspace.homes.get(as)?.view.blocks };
  if (on === 'view') {
    const view = cloud.modals.stack(as).at(-1);
    if (!view) throw new Refusal('view_not_found', 404);
    return { source: { kind: 'view', view: view.id }, blocks: view.view.blocks };
  }
  const conversation = conversationOf(cloud, as, on.channel);
  const shown = [...conversation.messages, ...conversation.ephemerals.filter((message) => message.to === as)]
    .filter((message) => (on.ts === undefined ? search(message.blocks, action) !== undefined : message.ts === on.ts))
    .sort((left, right) => right.ts.localeCompare(left.ts))[0];
  if (!shown) throw new Refusal('message_not_found', 404);
  const source = { kind: 'message', channel: conversation.id, ts: shown.ts, ephemeral: 'to' in shown } as const;
  return { source, blocks: shown.blocks };
}

function findOn(blocks: unknown, action: string): { block: Json; element: Json } {
  const found = search(blocks, action);
  if (!found) throw new Refusal('element_not_found', 404);
  return found;
}

function search(blocks: unknown, action: string): { block: Json; element: Json } | undefined {
  const all = listOf(blocks)
    .filter(isJson)
    .flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
  return (
    all.find(({ element }) => element.action_id === action) ??
    all.find(({ element }) => isJson(element.text) && element.text.text === action)
  );
}
