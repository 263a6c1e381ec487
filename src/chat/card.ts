/**
 * The neutral card: what the bot says, as plain data. Every string in it is text, never markup: renderers escape
 * all of it, so that what a customer or a rep typed can notify nobody and open nothing.
 */

/** A piece of a line. A plain string is shown as it is written. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly strike: string }
  | { readonly code: string }
  /** A person of the platform the card is drawn on, by that platform's own id. Drawn as a mention that notifies. */
  | { readonly mention: string /** Shown where the platform does not know it by itself. */; readonly name?: string }
  | { readonly link: { readonly text: string; readonly url: string } };

export type Line = string | readonly Span[];

/** Values a button or form carries back. They meet the command's schema again, so nothing here is trusted. */
export type Args = Readonly<Record<string, string>>;

export interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** A button is a command: pressing it is the same as typing it. */
export interface Button {
  readonly kind: 'button';
  readonly label: string;
  readonly command: string;
  readonly args?: Args;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: Confirm;
  /** The command answers with a form, so the platform opens a loading form at once. */
  readonly opensForm?: boolean;
  /** Pressing it brings back what the card quotes, which may be longer than a button can carry: `Inbound.quotes`. */
  readonly brings?: 'quotes';
}

/** A button that only leads to a page. */
export interface LinkButton {
  readonly kind: 'link';
  readonly label: string;
  readonly url: string;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A short list to pick from; the choice is sent as `args[name]`. A choice of a menu never opens a form. */
export interface Menu {
  readonly kind: 'menu';
  readonly label: string;
  readonly command: string;
  readonly name: string;
  readonly args?: Args;
  readonly choices: readonly Choice[];
}

export type Action = Button | LinkButton | Menu;

export type Element =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly line: Line }
  /** Secondary information, drawn small. */
  | { readonly kind: 'note'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Line }[] }
  /** Somebody's own words, shown verbatim; spans may mark places in them. */
  | { readonly kind: 'quote'; readonly text: Line }
  /** One entry of a list: a line, a smaller one below it, and its actions. */
  | { readonly kind: 'item'; readonly line: Line; readonly detail?: Line; readonly actions: readonly Action[] }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'picture'; readonly url: string; readonly alt: string }
  | { readonly kind: 'divider' };

/** The element of one kind. Spelled so that a map by kind can be called with any element, without a cast. */
export type ElementOf<K extends Element['kind'] = Element['kind']> = {
  [P in K]: { readonly kind: P } & Extract<Element, { kind: P }>;
}[K];

export interface Card {
  /** One sentence that states the point and the action: the notification, and all that a text-only client shows. */
  readonly text: string;
  readonly elements: readonly Element[];
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export type Field =
  | (FieldBase & {
      readonly kind: 'text';
      readonly value?: string;
      readonly multiline?: boolean;
      readonly max?: number;
      readonly placeholder?: string;
    })
  | (FieldBase & { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly value?: string })
  /** `value` is a calendar date, `2026-11-24`. */
  | (FieldBase & { readonly kind: 'date'; readonly value?: string })
  /** `value` is a wall-clock time, `15:00`. */
  | (FieldBase & { readonly kind: 'time'; readonly value?: string })
  /** A member of the workspace, by the platform's id. */
  | (FieldBase & { readonly kind: 'person'; readonly value?: string })
  /** Found by typing: the platform asks the bot for choices (`via: 'suggest'`, command `source`). */
  | (FieldBase & { readonly kind: 'search'; readonly source: string; readonly value?: Choice; readonly placeholder?: string });

/** What a person fills in. Submitting it is the command, with `args` and the fields' values together. */
export interface Form {
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly command: string;
  readonly args?: Args;
  readonly intro?: readonly Element[];
  readonly fields: readonly Field[];
}
