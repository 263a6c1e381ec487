import { en } from '../languages/en.ts';
import type { CommandWord } from '../languages/index.ts';
import { type ManifestParts, slackManifest } from '../platforms/slack/manifest.ts';
import type { Feature } from './feature.ts';

/** Words that get a slash command of their own; the others follow `/aftercare`. */
const slashed: readonly CommandWord[] = ['followups', 'log', 'customer', 'sale', 'review', 'promise'];

/** The commands people see in Slack, from the features themselves. */
export function manifestParts(features: readonly Feature[], publicUrl: string | undefined): ManifestParts {
  const words = new Set(features.flatMap((feature) => feature.commands ?? []).flatMap(({ word }) => (word ? [word] : [])));
  const own = slashed.filter((word) => words.has(word));
  const others = [...words].filter((word) => !own.includes(word));
  return {
    commands: [
      ...own.map((word) => ({ command: word, description: en.commands[word].description, usage: en.commands[word].usage })),
      { command: 'aftercare', description: en.help.title, usage: `[${[...others, ...own].join(' | ')}]` },
    ],
    shortcuts: features
      .flatMap((feature) => feature.commands ?? [])
      .flatMap(({ name, shortcut }) => (shortcut ? [{ callback: name, ...en.shortcuts[shortcut] }] : [])),
    publicUrl,
  };
}

export const slackManifestOf = (features: readonly Feature[], publicUrl: string | undefined) =>
  slackManifest(manifestParts(features, publicUrl));
