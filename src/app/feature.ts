import type { z } from 'zod';
import type { Element } from '../chat/card.ts';
import type { Inbound, MessageRef, Reply } from '../chat/platform.ts';
import type { CommandWord, ShortcutWord } from '../languages/index.ts';
import type { Job } from '../queue.ts';
import type { Access } from './access.ts';
import type { ChangeContext, ReadContext } from './context.ts';
import type { Services } from './services.ts';

interface CommandBase<Input> {
  /** What buttons and forms call; for those that people type, a word of the languages. */
  readonly name: string;
  /** Typed by people, in a message or behind a slash. */
  readonly word?: CommandWord;
  readonly who: Access;
  /** The one door: typed text, buttons and forms all meet it. */
  readonly input: z.core.$ZodType<Input>;
  /** An entry in the menu of a message, where the platform has one: the command gets the message. */
  readonly shortcut?: ShortcutWord;
  /** The name of the command that typed text means instead, for example the form where nothing was typed. */
  route?(text: string, inbound: Inbound): string | undefined;
  /** What the typed text means, in the shape `input` reads. */
  fromText?(text: string, context: ReadContext): unknown;
  /** What is typed with a file may lead here; any other file is a customer list. */
  readonly takesFiles?: boolean;
  /** Whether the answer will be a form, told from the inbound alone. */
  opensForm?(inbound: Inbound): boolean;
}

/** Changes nothing, so that a redelivery may run it again. */
export interface ReadCommand<Input = unknown> extends CommandBase<Input> {
  readonly kind: 'read';
  run(context: ReadContext, input: Input): Promise<Reply>;
}

/** Runs in a transaction, once for each thing that was done. */
export interface ChangeCommand<Input = unknown> extends CommandBase<Input> {
  readonly kind: 'change';
  /**
   * What is typed for it, and its answer, are kept nowhere. A second tap is carried out again, so it has to be harmless;
   * a message that is delivered again is not.
   */
  readonly forgets?: boolean;
  run(context: ChangeContext, input: Input): Promise<Reply>;
}

export type Command = ReadCommand | ChangeCommand;

/** Lets the input's type follow from the schema, and forgets it outside the command. */
export function readCommand<Input>(command: Omit<ReadCommand<Input>, 'kind'>): Command {
  return { ...command, kind: 'read' };
}

export function changeCommand<Input>(command: Omit<ChangeCommand<Input>, 'kind'>): Command {
  return { ...command, kind: 'change' };
}

/** What features tell later ones, inside the transaction it happened in. */
export type AppEvent =
  | {
      readonly kind: 'touch.logged';
      readonly touchId: string | undefined;
      /** All that it was about, `touchId` among them. */
      readonly touchIds: readonly string[];
      readonly customerId: string;
      readonly outcome: string;
      readonly entryId: string;
    }
  | { readonly kind: 'purchase.recorded'; readonly purchaseId: string; readonly customerId: string }
  | { readonly kind: 'person.joined'; readonly personId: string }
  /** Touches that have another rep now. */
  | { readonly kind: 'touches.given'; readonly touchIds: readonly string[]; readonly toId: string }
  /** The answer to a button stands where the button stood. */
  | { readonly kind: 'message.replaced'; readonly message: MessageRef }
  /** Open until solved; a complaint that is opened again is opened. */
  | { readonly kind: 'complaint.opened' | 'complaint.solved'; readonly complaintId: string; readonly customerId: string }
  /** The customer gave it back, or (`undone`) it turned out not. */
  | { readonly kind: 'purchase.returned'; readonly purchaseId: string; readonly customerId: string; readonly undone: boolean }
  /** A file was made, or what stands in it has changed. */
  | { readonly kind: 'customer.saved'; readonly customerId: string };

/** What one run of the sweep did: rows claimed. */
export type Sweep = (now: Date) => Promise<number>;

/** One thing that people do. The app collects features in the order of `features.ts`. */
export interface Feature {
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly jobs?: (services: Services) => readonly Job[];
  /** Called every few seconds, on every copy. */
  readonly sweep?: (services: Services) => Sweep;
  readonly on?: (event: AppEvent, context: ChangeContext) => Promise<void>;
  readonly homeSection?: (context: ReadContext) => Promise<readonly Element[]>;
  readonly customerSection?: (context: ReadContext, customerId: string) => Promise<readonly Element[]>;
}
