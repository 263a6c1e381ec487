import { en } from '../languages/en.ts';
import { type CommandWord, languages, type Words } from '../languages/index.ts';
import { type ManifestParts, slackManifest } from '../platforms/slack/manifest.ts';
import {
  type LocalWords,
  localFile,
  type OfferedCommand,
  type TeamsManifestParts,
  teamsLocalization,
  teamsManifest,
} from '../platforms/teams/manifest.ts';
import type { Feature } from './feature.ts';

/** Words that get a slash command of their own; the others follow `/aftercare`. */
const slashed: readonly CommandWord[] = ['followups', 'log', 'customer', 'sale', 'review', 'promise', 'complaint'];
/** What Teams offers while somebody types; every other word works as well. */
const offered: readonly CommandWord[] = [...slashed, 'remind', 'settings', 'help'];

const commandsOf = (features: readonly Feature[]) => features.flatMap((feature) => feature.commands ?? []);
const wordsOf = (features: readonly Feature[]) => new Set(commandsOf(features).flatMap(({ word }) => (word ? [word] : [])));
const shortcutsOf = (features: readonly Feature[]) =>
  commandsOf(features).flatMap(({ name, shortcut }) => (shortcut ? [{ name, shortcut }] : []));

/** The commands people see in Slack, from the features themselves. */
export function manifestParts(features: readonly Feature[], publicUrl: string | undefined): ManifestParts {
  const words = wordsOf(features);
  const own = slashed.filter((word) => words.has(word));
  const others = [...words].filter((word) => !own.includes(word));
  return {
    commands: [
      ...own.map((word) => ({ command: word, description: en.commands[word].description, usage: en.commands[word].usage })),
      { command: 'aftercare', description: en.help.title, usage: `[${[...others, ...own].join(' | ')}]` },
    ],
    shortcuts: shortcutsOf(features).map(({ name, shortcut }) => ({ callback: name, ...en.shortcuts[shortcut] })),
    publicUrl,
  };
}

export const slackManifestOf = (features: readonly Feature[], publicUrl: string | undefined) =>
  slackManifest(manifestParts(features, publicUrl));

/** Where the bot of this installation lives. */
export type TeamsInstallation = Pick<TeamsManifestParts, 'appId' | 'publicUrl' | 'version'>;

/** The text files of the Teams app package, by name: the manifest and its words in other languages. */
export function teamsPackageTexts(features: readonly Feature[], installation: TeamsInstallation): Record<string, unknown> {
  const shortcuts = shortcutsOf(features);
  const says = (words: Words): LocalWords => ({
    description: words.app,
    commands: offered.map((word) => commandIn(words, word)),
    actions: [
      ...shortcuts.map(({ shortcut }) => titled(words.shortcuts[shortcut])),
      { title: words.review.title, description: words.commands.review.description },
    ],
  });
  const here = says(en);
  const others = { 'zh-cn': says(languages.zh), 'ko-kr': says(languages.ko) };
  const ids = [
    ...shortcuts.map(({ name }) => ({ id: name, context: ['message'] as const })),
    { id: 'review.form', context: ['compose'] as const },
  ];
  const actions = ids.map((one, at) => ({ ...one, ...(here.actions[at] ?? { title: one.id, description: '' }) }));
  return {
    'manifest.json': teamsManifest({ ...installation, ...here, actions, others }),
    ...Object.fromEntries(Object.entries(others).map(([tag, words]) => [localFile(tag), teamsLocalization(words)])),
  };
}

/** A command by the first word that people of the language type. */
function commandIn(words: Words, word: CommandWord): OfferedCommand {
  const { names, description } = words.commands[word];
  return { title: names[0] ?? word, description };
}

const titled = ({ name, description }: { name: string; description: string }): OfferedCommand => ({ title: name, description });
