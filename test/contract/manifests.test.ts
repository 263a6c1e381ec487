import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { features } from '../../src/app/features.ts';
import { slackManifestOf, teamsPackageTexts } from '../../src/app/manifests.ts';
import { manifestFiles } from '../../src/cli/manifests.ts';
import { languages } from '../../src/languages/index.ts';
import { scopes } from '../../src/platforms/slack/manifest.ts';
import type { teamsManifest } from '../../src/platforms/teams/manifest.ts';
import { METHODS } from '../../src/playground/slack/web-api/methods.ts';
import { sourcesBelow } from '../support/sources.ts';

test.each(Object.keys(manifestFiles()))('manifests/%s is what the commands say; else: npx aftercare manifests', (file) => {
  expect(readFileSync(`manifests/${file}`).equals(manifestFiles()[file] ?? new Uint8Array())).toBe(true);
});

describe('Slack', () => {
  const manifest = slackManifestOf(features, 'https://bot.example.com');

  test('asks for the scopes that are named with their reason, and no other', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(scopes));
    for (const why of Object.values(scopes)) expect(why.length).toBeGreaterThan(5);
  });

  test('asks for every scope that a method we call needs', () => {
    const text = sourcesBelow('src/platforms/slack')
      .map((source) => source.text)
      .join('\n');
    const called = [...METHODS].filter(([name]) => new RegExp(`\\.${name.replaceAll('.', '\\.')}\\(`).test(text));
    expect(called.length).toBeGreaterThan(4);
    const granted = new Set<string>(Object.keys(scopes));
    const lacking = called.filter(
      ([, { scopes: needed = [] }]) => needed.length > 0 && !needed.some((scope) => granted.has(scope)),
    );
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  test('keeps to Slack’s limits: 25 commands, 32 characters, 2,000 of description', () => {
    const { slash_commands } = manifest.features;
    expect(slash_commands.length).toBeLessThanOrEqual(25);
    for (const { command, description } of slash_commands) {
      expect(command).toMatch(/^\/[a-z-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
    }
    expect(new Set(slash_commands.map(({ command }) => command)).size).toBe(slash_commands.length);
  });

  test('names entries in the menu of a message in at most 24 characters', () => {
    const { shortcuts } = manifest.features as { shortcuts?: readonly { name: string; description: string; type: string }[] };
    expect(shortcuts?.map(({ name }) => name)).toEqual(['Record as a complaint', 'Review this reply', 'Review a reply to this']);
    for (const { name, description, type } of shortcuts ?? []) {
      expect(type).toBe('message');
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  test('has the address for everything, or Socket Mode and no address', () => {
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { request_url: 'https://bot.example.com/slack/events' },
    });
    const socket = slackManifestOf(features, undefined);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain('"url"');
  });
});

describe('Teams', () => {
  const appId = '11111111-2222-4333-8444-555555555555';
  const files = teamsPackageTexts(features, { appId, publicUrl: 'https://bot.example.com', version: '1.0.0' });
  const manifest = files['manifest.json'] as ReturnType<typeof teamsManifest>;
  const [bot] = manifest.bots;
  const [extension] = manifest.composeExtensions;
  const offered = bot?.commandLists.flatMap(({ commands }) => commands) ?? [];

  test('the package holds the manifest, the words of other languages and both icons, and nothing else', () => {
    const unzipped = unzipSync(manifestFiles({ appId, publicUrl: 'https://bot.example.com' })['teams.zip'] ?? new Uint8Array());
    expect(Object.keys(unzipped).sort()).toEqual(['color.png', 'ko-kr.json', 'manifest.json', 'outline.png', 'zh-cn.json']);
    expect(JSON.parse(strFromU8(unzipped['manifest.json'] ?? new Uint8Array()))).toEqual(manifest);
    expect(manifest.localizationInfo.additionalLanguages.map(({ file }) => file).every((file) => file in unzipped)).toBe(true);
  });

  test('the same bytes whenever it is made', () => {
    expect(manifestFiles()['teams.zip']).toEqual(manifestFiles()['teams.zip']);
  });

  // Width, height and colour type of a PNG: bytes 16 to 25 of its header. Teams asks for 192 in colour, 32 with transparency.
  test.each([
    ['color.png', 192, [2, 6]],
    ['outline.png', 32, [6]],
  ] as const)('%s is %i pixels square', (name, size, colourTypes) => {
    const png = readFileSync(`manifests/teams/${name}`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    expect(colourTypes).toContain(png[25]);
  });

  test('keeps to the limits of schema 1.19, which is no preview', () => {
    expect(manifest.manifestVersion).toBe('1.19');
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.name.full).not.toMatch(/teams|microsoft/iu);
    expect(bot?.commandLists.length).toBeLessThanOrEqual(3);
    expect(offered.length).toBeLessThanOrEqual(10);
    expect(extension?.commands.length).toBeLessThanOrEqual(10);
    const texts = [files['zh-cn.json'], files['ko-kr.json']].map((file) => file as Record<string, string>);
    for (const words of [
      manifest.description,
      ...texts.map((file) => ({ short: file['description.short'] ?? '', full: file['description.full'] ?? '' })),
    ]) {
      expect(words.short.length).toBeLessThanOrEqual(80);
      expect(words.full.length).toBeLessThanOrEqual(4_000);
    }
    const shown = [...offered, ...(extension?.commands ?? [])];
    for (const { title, description } of shown) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
    for (const [path, text] of texts.flatMap((file) => Object.entries(file)))
      expect(text.length, path).toBeLessThanOrEqual(
        path.endsWith('title') ? 32 : path.startsWith('description') || path === '$schema' ? 4_000 : 128,
      );
  });

  test('every other language says everything that the manifest says', () => {
    const paths = (file: string) => Object.keys(files[file] as object).sort();
    expect(paths('zh-cn.json')).toEqual(paths('ko-kr.json'));
    expect(paths('zh-cn.json').filter((path) => path.startsWith('bots')).length).toBe(2 * offered.length);
    expect(paths('zh-cn.json').filter((path) => path.startsWith('composeExtensions')).length).toBe(
      2 * (extension?.commands.length ?? 0),
    );
  });

  test('what is offered can be typed, in each language', () => {
    const typed = (words: (typeof languages)['en']) => new Set(Object.values(words.commands).flatMap(({ names }) => names));
    for (const { title } of offered) expect(typed(languages.en)).toContain(title);
    for (const [file, words] of [
      ['zh-cn.json', languages.zh],
      ['ko-kr.json', languages.ko],
    ] as const)
      for (const [path, text] of Object.entries(files[file] as Record<string, string>))
        if (/^bots.*title$/u.test(path)) expect(typed(words), text).toContain(text);
  });

  test('its actions are commands of ours', () => {
    const commands = features.flatMap((feature) => feature.commands ?? []);
    expect(extension?.commands.map(({ id }) => id)).toEqual([
      'complaint.message',
      'review.message',
      'review.answer',
      'review.form',
    ]);
    for (const { id } of extension?.commands ?? []) expect(commands.map(({ name }) => name)).toContain(id);
  });

  test('names no address but the installation’s own', () => {
    const { developer, validDomains } = manifest;
    expect(validDomains).toEqual([]);
    for (const url of [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl])
      expect(url).toMatch(/^https:\/\/bot\.example\.com\/[a-z]+$/u);
  });
});
