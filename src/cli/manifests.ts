import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { features } from '../app/features.ts';
import { slackManifestOf, type TeamsInstallation, teamsPackageTexts } from '../app/manifests.ts';
import { settingsFromEnvironment } from '../config.ts';
import { type CliCommand, print } from './command.ts';

/** Stands where the bot's own address and id go. */
const nowhere = { publicUrl: 'https://aftercare.example.com', appId: '00000000-0000-0000-0000-000000000000' };
/** The package's own; Teams offers an update where it rises. */
const version = '1.0.0';
/** The earliest day a zip can hold: the same package is the same bytes, on whichever day it is made. */
const mtime = new Date(1980, 0, 1);
const icons = ['color.png', 'outline.png'];

const fileOf = (path: string) => fileURLToPath(new URL(`../../manifests/${path}`, import.meta.url));
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The manifests as they belong into `manifests/`, by file name. */
export function manifestFiles(where: Partial<Omit<TeamsInstallation, 'version'>> = {}): Readonly<Record<string, Uint8Array>> {
  const installation = { ...nowhere, ...where, version };
  const texts = Object.entries(teamsPackageTexts(features, installation)).map(([name, value]) => [name, encoded(json(value))] as const); // biome-ignore format: one chain
  const zipped = [...texts, ...icons.map((name) => [name, new Uint8Array(readFileSync(fileOf(`teams/${name}`)))] as const)];
  return {
    'slack.json': encoded(json(slackManifestOf(features, installation.publicUrl))),
    'slack-socket-mode.json': encoded(json(slackManifestOf(features, undefined))),
    ...Object.fromEntries(texts.map(([name, text]) => [`teams/${name}`, text])),
    'teams.zip': zipSync(Object.fromEntries(zipped), { mtime, level: 9 }),
  };
}

const encoded = (text: string) => new TextEncoder().encode(text);

function isCurrent(file: string, content: Uint8Array): boolean {
  try {
    return readFileSync(fileOf(file)).equals(content);
  } catch {
    return false;
  }
}

/**
 * Writes what the chat platforms ask for when an app is created, for the address and the Teams app id of the settings;
 * `--check` only tells whether that is up to date.
 */
export const manifestsCommand: CliCommand = async (args) => {
  const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } });
  const { publicUrl, teams } = settingsFromEnvironment();
  const files = manifestFiles({ ...(publicUrl && { publicUrl }), ...(teams && { appId: teams.id }) });
  const stale = Object.entries(files).filter(([file, content]) => !isCurrent(file, content));
  if (values.check) {
    for (const [file] of stale) print(`✗ manifests/${file} is not up to date. Write it with: npx aftercare manifests`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [file, content] of stale) {
    mkdirSync(dirname(fileOf(file)), { recursive: true });
    writeFileSync(fileOf(file), content);
    print(`Wrote manifests/${file}.`);
  }
  return 0;
};
