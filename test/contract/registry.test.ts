import { describe, expect, test } from 'vitest';
import { features } from '../../src/app/features.ts';
import { collectCommands } from '../../src/app/resolve.ts';
import type { Services } from '../../src/app/services.ts';
import { languageCodes, languages } from '../../src/languages/index.ts';
import { sourcesBelow } from '../support/sources.ts';

const commands = features.flatMap((feature) => feature.commands ?? []);
const names = new Set(commands.map(({ name }) => name));
const sources = sourcesBelow('src/features');

/** Text in quotes right after the word, also the branches of a choice: `command: a ? 'x' : 'y'`. */
const literals = (word: RegExp) =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(word)].flatMap(([, said = '']) =>
      [...said.matchAll(/'([^']+)'/g)].map(([, name = '']) => ({ path, name })),
    ),
  );

test('no two features share a name, and no two commands', () => {
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
  expect(names.size).toBe(commands.length);
  expect(() => collectCommands(features)).not.toThrow();
});

describe('words that people type', () => {
  const typed = commands.flatMap(({ word }) => (word ? [word] : []));

  test.each(languageCodes)('%s: each word has its command, each command its word', (code) => {
    expect(Object.keys(languages[code].commands).sort()).toEqual([...typed].sort());
  });

  test('no name means two commands, in whatever language it is typed', () => {
    const meant = new Map<string, Set<string>>();
    for (const { commands } of Object.values(languages)) {
      for (const [word, { names }] of Object.entries(commands))
        for (const name of names) meant.set(name.toLowerCase(), (meant.get(name.toLowerCase()) ?? new Set()).add(word));
    }
    expect([...meant].filter(([, words]) => words.size > 1).map(([name]) => name)).toEqual([]);
  });
});

test('every button, menu and form leads to a command that is there', () => {
  const used = literals(/\b(?:command|source):\s*((?:[^,{}\n]|\n\s*[?:])+)/g).filter(({ name }) => /^[a-z][a-z.-]*$/.test(name));
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(({ name }) => !names.has(name))).toEqual([]);
});

test('every job that is asked for is there', () => {
  const jobs = new Set(features.flatMap((feature) => feature.jobs?.({} as Services) ?? []).map(({ name }) => name));
  const asked = literals(/\benqueue\(\s*('[^']+')/g);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter(({ name }) => !jobs.has(name))).toEqual([]);
});
