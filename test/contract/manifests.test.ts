import { describe, expect, test } from 'vitest';
import { features } from '../../src/app/features.ts';
import { slackManifestOf } from '../../src/app/manifests.ts';
import { manifestFiles } from '../../src/cli/manifests.ts';
import { scopes } from '../../src/platforms/slack/manifest.ts';
import { METHODS } from '../../src/playground/slack/web-api/methods.ts';
import { readProjectFile, sourcesBelow } from '../support/sources.ts';

test.each(Object.keys(manifestFiles()))('manifests/%s is what the commands say; else: npx aftercare manifests', (file) => {
  expect(readProjectFile(`manifests/${file}`)).toBe(manifestFiles()[file]);
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
    expect(shortcuts?.map(({ name }) => name)).toEqual(['Review this reply', 'Review a reply to this']);
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
