import type { TeamsDesk } from '../../teams/protocol.ts';
import type { Completion } from '../completion.ts';

const none: Completion = { from: 0, suggestions: [] };

/** What the compose box offers: the app's commands at the start of a message to it, and people after an `@`. Pure. */
export function teamsCompletion(text: string, caret: number, desk: TeamsDesk, personal: boolean): Completion {
  const typed = text.slice(0, caret);
  const mention = /(?:^|\s)@([\p{L}\p{N}]*(?: [\p{L}\p{N}]*)?)$/u.exec(typed);
  if (mention?.[1] !== undefined) {
    const wanted = mention[1].toLowerCase();
    const everybody = [{ name: desk.bot.name, title: 'App' }, ...desk.cast.map(({ name, title }) => ({ name, title }))];
    const suggestions = everybody
      .filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`))
      .map(({ name, title }) => ({ label: name, detail: title, insert: `@${name} ` }));
    // A name that is complete may be followed by a command.
    if (suggestions.length > 0) return { from: caret - mention[1].length - 1, suggestions };
  }
  const start = personal ? /^(\p{L}+)$/u.exec(typed) : new RegExp(`^@${desk.bot.name} (\\p{L}*)$`, 'u').exec(typed);
  if (start?.[1] === undefined) return none;
  const word = start[1].toLowerCase();
  return {
    from: caret - start[1].length,
    suggestions: desk.commands
      .filter(({ title }) => title.startsWith(word) && title !== word)
      .map(({ title, usage, description }) => ({ label: title, usage, detail: description, insert: `${title} ` })),
  };
}
