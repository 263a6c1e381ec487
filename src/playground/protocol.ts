/**
 * What the page and its server say to each other. Blocks and views travel exactly as the bot sent them.
 * `as` is the cast member at the desk; everything is relative to `/playground/api/`.
 *
 *   GET  desk?as=U…                      -> Desk
 *   GET  messages?as=U…&channel=C…[&thread=ts] -> Message[], oldest first, ephemerals of that person included
 *   GET  events?as=U…                    -> server-sent events, each a `DeskEvent`
 *   POST say      {as, channel, text, thread?}
 *   POST command  {as, channel, text}           a slash command as typed, for example `/log Kim reached`
 *   POST action   {as, source, action, values?}  a button, menu or picker was used; `values`: what stands around it
 *   POST submit   {as, view, values}            -> SubmitResult
 *   POST cancel   {as, view}
 *   POST shortcut {as, channel, message, callback}
 *   POST suggest  {as, source, actionId, blockId, query} -> Option[]
 *   POST upload?as=U…&channel=C…&name=…         body: the file's bytes
 *   POST home     {as}                          the Home tab was opened
 *   POST read     {as, channel}
 *   GET  clock -> Clock
 *   POST clock    {to: ISO} | {move: 'next-morning' | 'next-day'} -> Clock
 *
 * A refusal is HTTP 4xx/5xx with `{error}`; `command` answers `{error}` where the bot did not acknowledge in time,
 * and the page says what Slack says then ("/log failed with the error operation_timeout").
 */

export interface CastMember {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: 'rep' | 'manager' | 'admin' | 'guest';
  readonly zone: string;
  readonly locale: string;
  /** Background of the drawn avatar, CSS. */
  readonly color: string;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'direct';
  /** `#name` without the sign, or the other person's name. */
  readonly name: string;
  readonly topic?: string;
  readonly unread: number;
  /** The direct conversation with the bot. */
  readonly bot?: boolean;
}

export interface Desk {
  readonly workspace: string;
  readonly me: CastMember;
  readonly cast: readonly CastMember[];
  readonly bot: { readonly id: string; readonly name: string };
  readonly channels: readonly Channel[];
  /** From the app's own Slack manifest. */
  readonly commands: readonly { readonly command: string; readonly description: string; readonly usage: string }[];
  /** Message menu actions, from the manifest. */
  readonly shortcuts: readonly { readonly callback: string; readonly name: string }[];
  readonly clock: Clock;
}

export interface Clock {
  /** ISO, UTC. */
  readonly now: string;
}

// biome-ignore lint/suspicious/noExplicitAny: blocks are Slack's own JSON, drawn by kind
export type Block = any;

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly thread?: string;
  readonly replies?: number;
  readonly edited?: boolean;
  /** Only the person at the desk sees it, and it is gone after a reload, as in Slack. */
  readonly ephemeral?: boolean;
  readonly file?: { readonly id: string; readonly name: string; readonly size: number };
}

export interface View {
  readonly id: string;
  readonly title: string;
  readonly submit?: string;
  readonly close?: string;
  readonly blocks: readonly Block[];
}

/** Where an interactive element stood. */
export type Source =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string; readonly ephemeral?: boolean }
  | { readonly kind: 'view'; readonly view: string }
  | { readonly kind: 'home' };

/** One used element, in Slack's own words: `block_id`, `action_id`, `type` and the type's value members. */
export interface UsedAction {
  readonly block_id: string;
  readonly action_id: string;
  readonly type: string;
  readonly [member: string]: unknown;
}

/** `view.state.values`, as Slack sends it. */
export type ViewValues = Record<string, Record<string, unknown>>;

export type SubmitResult =
  | { readonly kind: 'closed' }
  | { readonly kind: 'errors'; readonly errors: Record<string, string> }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'timeout' };

export type DeskEvent =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'changed'; readonly message: Message }
  | { readonly kind: 'deleted'; readonly channel: string; readonly ts: string; readonly ephemeral?: boolean }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'view-closed'; readonly view: string }
  | { readonly kind: 'home'; readonly view: View }
  | { readonly kind: 'unread'; readonly channel: string; readonly unread: number }
  | { readonly kind: 'clock'; readonly clock: Clock };
