import { expect, test } from 'vitest';
import { sourcesBelow } from '../support/sources.ts';

/** Data, not code: words, rules, tables that were looked up. */
const data = /^src\/(languages\/|coach\/rules\/|coach\/traditional\.ts|calendar\/holidays\/)/;
const lengths = [...sourcesBelow('src'), ...sourcesBelow('scripts'), ...sourcesBelow('bin')]
  .filter(({ path }) => !data.test(path))
  .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));

test('no file of code is longer than a person reads at once', () => {
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
});

test('half of all files are shorter than 90 lines', () => {
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(200);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90);
});

test('tests are readable too', () => {
  const long = sourcesBelow('test').filter(({ path, text }) => path.endsWith('.test.ts') && text.split('\n').length > 301);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('every file is named in kebab-case, and no drawer collects what has no place', () => {
  const names = [...sourcesBelow('src'), ...sourcesBelow('test')].map(({ path }) => path);
  expect(names.filter((path) => !/^[a-z0-9/.-]+$/.test(path) || /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(path))).toEqual(
    [],
  );
});
