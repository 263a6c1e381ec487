/**
 * What the Teams desk's page and its server say to each other. Cards travel exactly as the bot sent them. `as` is the cast
 * member at the desk; everything is relative to `/playground/teams/api/`. The clock is the playground's own: `../api/clock`.
 *
 *   GET  desk?as=U…               -> TeamsDesk
 *   GET  posts?as=U…&place=…      -> Post[], oldest first, replies included
 *   GET  events?as=U…             -> server-sent events, each a `TeamsEvent`
 *   POST say        {as, place, text, root?}             `@Name` mentions somebody
 *   POST upload?as=U…&place=…&name=…                     body: the file's bytes; personal chat only, as in Teams
 *   POST execute    {as, place, post, verb, data}        -> Executed
 *   POST fetch      {as, place, post, data}              -> Dialog, of a button that opens a form
 *   POST submit     {as, place, post?, data}             -> Dialog
 *   POST extension  {as, place, post?, command}          -> Dialog, from the menu of a message or the compose box
 *   POST extension-submit {as, place, post?, command, data} -> Dialog
 *   POST search     {as, place, dataset, query}          -> Choice[]
 *   POST read       {as, place}
 *   POST open       {as}                                 the app is there for this person, from now on
 *
 * A refusal is HTTP 4xx/5xx with `{error}`.
 */
import type { CastMember, Clock } from '../protocol.ts';

export interface Place {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly name: string;
  readonly topic?: string;
  readonly unread: number;
  /** Whether the bot is there. */
  readonly bot: boolean;
}

export interface TeamsDesk {
  readonly organisation: string;
  /** The one team with its channels. */
  readonly team: string;
  readonly me: CastMember;
  readonly cast: readonly CastMember[];
  readonly bot: { readonly id: string; readonly name: string };
  readonly places: readonly Place[];
  /** What the compose box offers, as the manifest's command lists do. */
  readonly commands: readonly { readonly title: string; readonly description: string; readonly usage: string }[];
  /** Message extension actions. */
  readonly extensions: readonly { readonly command: string; readonly title: string }[];
  /** Directory ids of the cast, by the cast's own, so that mentions in cards have a name. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

export type CardJson = Readonly<Record<string, unknown>>;

export interface Post {
  readonly place: string;
  /** Milliseconds since 1970, as Teams numbers messages. */
  readonly id: string;
  /** The post that this one answers. */
  readonly root?: string;
  readonly from: string;
  readonly text: string;
  readonly cards?: readonly CardJson[];
  readonly edited?: boolean;
  readonly file?: { readonly name: string; readonly size: number };
}

export type Executed =
  | { readonly kind: 'card' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' };

export type Dialog =
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly card: CardJson;
      readonly width: 'small' | 'medium' | 'large';
      readonly height: 'small' | 'medium' | 'large';
    }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed' };

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export type TeamsEvent =
  | { readonly kind: 'post'; readonly post: Post }
  | { readonly kind: 'changed'; readonly post: Post }
  | { readonly kind: 'deleted'; readonly place: string; readonly id: string }
  | { readonly kind: 'unread'; readonly place: string; readonly unread: number }
  | { readonly kind: 'typing'; readonly place: string }
  | { readonly kind: 'clock'; readonly clock: Clock };
