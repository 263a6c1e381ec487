import type { Desk } from '../protocol.ts';

export interface Suggestion {
  readonly label: string;
  readonly usage?: string;
  readonly detail: string;
  /** Stands in place of what was typed from `from` to the caret. */
  readonly insert: string;
}

export interface Completion {
  readonly from: number;
  readonly suggestions: readonly Suggestion[];
  /** Shown while the rest of a command is typed. */
  readonly hint?: string;
}

const none: Completion = { from: 0, suggestions: [] };

/** What the composer offers for a text with the caret at `caret`. Commands only at the start of a message. Pure. */
export function completionFor(text: string, caret: number, desk: Desk, commands: boolean): Completion {
  const typed = text.slice(0, caret);
  if (commands && /^\/\S*$/.test(typed)) {
    const found = desk.commands.filter(({ command }) => command.startsWith(typed.toLowerCase()));
    return {
      from: 0,
      suggestions: found.map(({ command, usage, description }) => ({
        label: command,
        usage,
        detail: description,
        insert: `${command} `,
      })),
    };
  }
  const mention = /(?:^|\s)@([\p{L}\p{N}]*(?: [\p{L}\p{N}]*)?)$/u.exec(typed);
  if (mention?.[1] !== undefined) return { from: caret - mention[1].length - 1, suggestions: people(desk, mention[1]) };
  const command = commands ? desk.commands.find((known) => text.startsWith(`${known.command} `)) : undefined;
  return command?.usage ? { ...none, hint: `${command.command} ${command.usage}` } : none;
}

function people(desk: Desk, typed: string): Suggestion[] {
  const everybody = [...desk.cast.map(({ name, title }) => ({ name, title })), { name: desk.bot.name, title: 'App' }];
  return everybody
    .filter(({ name }) => startsAtWord(name.toLowerCase(), typed.toLowerCase()))
    .map(({ name, title }) => ({ label: `@${name}`, detail: title, insert: `@${name} ` }));
}

/** Given or family name, or both: `kim`, `min`, `minseo k`. */
function startsAtWord(name: string, typed: string): boolean {
  return ` ${name}`.includes(` ${typed}`);
}
