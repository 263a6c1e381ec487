import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { features } from '../app/features.ts';
import { slackManifestOf } from '../app/manifests.ts';
import { type CliCommand, print } from './command.ts';

/** Stands where the bot's own address goes. */
const placeholder = 'https://aftercare.example.com';

/** The manifests as they belong into `manifests/`, by file name. */
export const manifestFiles = (): Readonly<Record<string, string>> => ({
  'slack.json': `${JSON.stringify(slackManifestOf(features, placeholder), null, 2)}\n`,
  'slack-socket-mode.json': `${JSON.stringify(slackManifestOf(features, undefined), null, 2)}\n`,
});

const pathOf = (file: string) => fileURLToPath(new URL(`../../manifests/${file}`, import.meta.url));

function current(file: string): string | undefined {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes what the chat platforms ask for when an app is created; `--check` only tells whether that is up to date. */
export const manifestsCommand: CliCommand = async (args) => {
  const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } });
  const stale = Object.entries(manifestFiles()).filter(([file, text]) => current(file) !== text);
  if (values.check) {
    for (const [file] of stale) print(`✗ manifests/${file} is not up to date. Write it with: npx aftercare manifests`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [file, text] of stale) {
    writeFileSync(pathOf(file), text);
    print(`Wrote manifests/${file}.`);
  }
  return 0;
};
