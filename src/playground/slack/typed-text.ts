import type { Workspace } from './workspace.ts';

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack makes of a typed message: `& < >` escaped, names, channels, addresses and links marked up. */
export function typedMessage(workspace: Workspace, typed: string): string {
  const marked = escapeText(typed)
    .replace(/https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"\]]/g, (url) => `<${url}>`)
    .replace(/(?<![\w.+<:/@-])[\w.+-]+@[\w-]+(\.[\w-]+)+/g, (address) => `<mailto:${address}|${address}>`);
  return withNames(workspace, marked, ({ id }) => `<@${id}>`);
}

/** Text of a slash command: escaped; names are marked up only where the manifest asks for it with `should_escape`. */
export function typedCommand(workspace: Workspace, typed: string, escapeNames: boolean): string {
  const text = escapeText(typed);
  if (escapeNames) return withNames(workspace, text, ({ id, label }) => `<@${id}|${label}>`);
  return text.replace(PICKED, (_, id: string) => `@${named(workspace).find((one) => one.id === id)?.label ?? id}`);
}

interface Named {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
}

/** A name that was picked from the list while typing comes as a mention already. */
const PICKED = /&lt;@([A-Z0-9]+)(?:\|[^&\s]*)?&gt;/g;

function withNames(workspace: Workspace, text: string, mention: (person: Named) => string): string {
  const everybody = named(workspace);
  let marked = text.replace(PICKED, (written, id: string) => {
    const person = everybody.find((one) => one.id === id);
    return person ? mention(person) : written;
  });
  for (const person of everybody) {
    for (const name of person.names) {
      const pattern = new RegExp(`(?<![\\w@<.])@${escapePattern(name)}(?![\\w.]*\\w)`, 'giu');
      marked = marked.replace(pattern, mention(person));
    }
  }
  for (const channel of workspace.conversations.values()) {
    if (channel.kind !== 'channel' || !marked.includes(`#${channel.name}`)) continue;
    const pattern = new RegExp(`(?<![\\w#&<|/])#${escapePattern(channel.name)}(?![\\w-])`, 'g');
    marked = marked.replace(pattern, `<#${channel.id}|${channel.name}>`);
  }
  return marked;
}

function named(workspace: Workspace): readonly Named[] {
  const { bot, people } = workspace;
  return [
    { id: bot.userId, label: bot.name.toLowerCase(), names: [bot.name] },
    ...[...people.values()].map(({ id, name, username, displayName }) => ({
      id,
      label: username,
      names: [name, username, displayName],
    })),
  ];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
