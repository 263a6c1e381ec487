import type { Workspace } from './workspace.ts';

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack makes of a typed message: `& < >` escaped, names, channels, addresses and links marked up. */
export function typedMessage(workspace: Workspace, typed: string): string {
  const marked = escapeText(typed)
    .replace(/https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"\]]/g, (url) => `<${url}>`)
    .replace(/(?<![\w.+<:/@-])[\w.+-]+@[\w-]+(\.[\w-]+)+/g, (address) => `<mailto:${address}|${address}>`);
  return withMentions(workspace, marked);
}

/** Text of a slash command: escaped; names only where the manifest asks for it with `should_escape`. */
export function typedCommand(workspace: Workspace, typed: string, escapeNames: boolean): string {
  const text = escapeText(typed);
  return escapeNames ? withMentions(workspace, text, true) : text;
}

function withMentions(workspace: Workspace, text: string, withName = false): string {
  let marked = text;
  for (const { id, names } of mentionNames(workspace)) {
    for (const name of names) {
      const pattern = new RegExp(`(?<![\\w@<])@${escapePattern(name)}(?![\\w.]*\\w)`, 'giu');
      marked = marked.replace(pattern, withName ? `<@${id}|${name}>` : `<@${id}>`);
    }
  }
  for (const channel of workspace.conversations.values()) {
    if (channel.kind !== 'channel' || !marked.includes(`#${channel.name}`)) continue;
    const pattern = new RegExp(`(?<![\\w#&<|])#${escapePattern(channel.name)}(?![\\w-])`, 'g');
    marked = marked.replace(pattern, `<#${channel.id}|${channel.name}>`);
  }
  return marked;
}

function mentionNames(workspace: Workspace): { id: string; names: string[] }[] {
  const people = [...workspace.people.values()].map((person) => ({
    id: person.id,
    names: [person.name, person.username, person.displayName],
  }));
  return [{ id: workspace.bot.userId, names: [workspace.bot.name] }, ...people];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
