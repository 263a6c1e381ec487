import type { Args, Card, Choice, Form } from './card.ts';

export type PlatformName = 'slack' | 'teams';

/** The few words a renderer or transport must say by itself. */
export interface ChatWords {
  /** Ends a text that was cut to the platform's limit. */
  readonly shortened: string;
  /** Title and body of a form that is still being prepared. */
  readonly loadingTitle: string;
  readonly loading: string;
  readonly close: string;
  /** The budget ran out: the work goes on, nothing is saved yet, and the outcome will be said here. */
  readonly notSavedYet: string;
  /** The work failed after that. */
  readonly notSaved: string;
  /** Placeholder of an empty picker. */
  readonly choose: string;
  /** Follows the point of an answer that was put into the direct conversation. */
  readonly inDirect: string;
  /** At a field that was left empty. */
  readonly required: string;
  /** Where others see it: the answer waits until the person has added the bot for themselves, which a link leads to. */
  readonly addMeFirst: string;
  /** The same for something that waits for the person by itself; follows their name. */
  readonly addMeToReach: string;
  /** The label of that link. */
  readonly addMe: string;
}

/** Where a message stands on its platform. `replyUrl` is a short-lived door to a message only one person sees. */
export interface MessageRef {
  readonly channel: string;
  readonly message: string;
  readonly replyUrl?: string;
  readonly ephemeral?: boolean;
}

export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

export type Via = 'command' | 'message' | 'button' | 'form' | 'shortcut' | 'home' | 'suggest';

/** Slash text, plain words, button, form, message action: all arrive as this one shape. */
export interface Inbound {
  readonly platform: PlatformName;
  /** The platform's id of the workspace or tenant. */
  readonly team: string;
  /** `team` differs from the workspace's own for strangers from shared channels. */
  readonly person: { readonly id: string; readonly team?: string };
  readonly place: { readonly id: string; readonly kind: 'direct' | 'channel' | 'none' };
  readonly via: Via;
  /** Command word, for example `log`; empty for plain words, which the app reads itself. */
  readonly command: string;
  /** What was typed after the command word, or the whole message. */
  readonly text: string;
  readonly args: Args;
  /** The same for each redelivery of one thing that was done, different for two things; empty where the platform did not say. */
  readonly delivery: string;
  /** The message a button stood on; carried through a form that the button opened. */
  readonly origin?: MessageRef;
  /** The message a shortcut was used on. */
  readonly message?: { readonly text: string; readonly author?: string };
  readonly files?: readonly FileRef[];
  /** What the card of a pressed button quotes, in order, where the button says that it `brings` it. */
  readonly quotes?: readonly string[];
}

export type Reply =
  /**
   * Say it to the person who asked, or to the place. `replaces`: put it where the used button stood. `lasting`: it must not
   * vanish, so it goes to the person's own conversation with the bot, wherever they asked.
   */
  | {
      readonly kind: 'say';
      readonly card: Card;
      readonly to: 'person' | 'place';
      readonly replaces?: boolean;
      readonly lasting?: boolean;
    }
  | { readonly kind: 'form'; readonly form: Form }
  /** A submitted form comes back with a message at each named field. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'home'; readonly card: Card }
  | { readonly kind: 'nothing' };

export interface Answer {
  readonly reply: Reply;
  readonly words: ChatWords;
}

/** What a platform needs from the app. */
export interface Bot {
  /** Never throws: whatever went wrong has become something to say. */
  handle(inbound: Inbound): Promise<Answer>;
  /** Whether the answer will be a form. Reads nothing, so that a loading form can be opened at once. */
  opensForm(inbound: Inbound): boolean;
  /** From memory: the person's language where it is known, else English. */
  wordsFor(inbound: Pick<Inbound, 'platform' | 'team' | 'person'>): ChatWords;
}

export type Address =
  | { readonly team: string; readonly person: string }
  | { readonly team: string; readonly channel: string }
  /** The person's home tab; sending replaces it. */
  | { readonly team: string; readonly home: string };

export interface SendOptions {
  readonly words: ChatWords;
  /** Identifies the message, so that after an unclear end `lookup` can tell whether it arrived. */
  readonly key?: string;
}

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** IANA zone. */
  readonly zone?: string;
  /** BCP 47, as the platform says it, for example `ko-KR`. */
  readonly locale?: string;
  /** Runs the workspace on the platform. */
  readonly admin: boolean;
  readonly kind: 'member' | 'guest' | 'stranger' | 'bot' | 'gone';
}

/** What can be asked of a platform, and what it answers. */
export interface Lookups {
  readonly person: { readonly ask: { readonly team: string; readonly person: string }; readonly answer: Profile };
  readonly file: { readonly ask: { readonly team: string; readonly file: FileRef }; readonly answer: Uint8Array };
  /** Was the message with this key delivered since then? */
  readonly sent: {
    readonly ask: { readonly team: string; readonly channel: string; readonly key: string; readonly since: Date };
    readonly answer: MessageRef | undefined;
  };
}

export type LookupKind = keyof Lookups;

/** All that the bot knows of a chat platform. What one cannot do is solved inside its folder. */
export interface Platform {
  readonly name: PlatformName;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /** Throws `PlatformError`. For a home tab the reference is empty. */
  send(to: Address, card: Card, options: SendOptions): Promise<MessageRef>;
  /** Throws `PlatformError`. */
  update(team: string, ref: MessageRef, card: Card, options: SendOptions): Promise<void>;
  /** Throws `PlatformError`. */
  lookup<K extends LookupKind>(kind: K, ask: Lookups[K]['ask']): Promise<Lookups[K]['answer']>;
}

/**
 * `limited`: wait `retryAfter`. `gone`: the person, channel or message cannot be reached any more. `denied`: a scope or
 * token is missing. `refused`: our request was wrong. `unclear`: it may or may not have arrived. `down`: it did not.
 */
export type PlatformErrorKind = 'limited' | 'gone' | 'denied' | 'refused' | 'unclear' | 'down';

/** Made in a platform's `transport.ts` only. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly kind: PlatformErrorKind;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** The platform's own word for it, for example `channel_not_found`. */
  readonly code: string;

  constructor(kind: PlatformErrorKind, code: string, options: { readonly retryAfter?: number; readonly cause?: unknown } = {}) {
    super(`${kind}: ${code}`, { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}
