import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableStore } from '../../src/coach/stored-tables.ts';

const TABLES = { words: ['a', '가'], code: Int32Array.from([1, -2, 3]) };
let path: string;
let folder: URL;
let made: number;
const make = () => {
  made++;
  return TABLES;
};

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'tables-'));
  folder = pathToFileURL(`${path}/`);
  made = 0;
});
afterEach(() => rmSync(path, { recursive: true }));

describe('stored tables', () => {
  it('are made once, and come back as they were', () => {
    expect(tableStore(folder, () => 'one')('rules', make)).toEqual(TABLES);
    expect(tableStore(folder, () => 'one')('rules', make)).toEqual(TABLES);
    expect(made).toBe(1);
    expect(readdirSync(path)).toEqual(['rules.bin']);
  });

  it('are made again when the sources are others', () => {
    tableStore(folder, () => 'one')('rules', make);
    tableStore(folder, () => 'two')('rules', make);
    expect(made).toBe(2);
    tableStore(folder, () => 'two')('rules', make);
    expect(made).toBe(2);
  });

  it('are made again where the file is broken or cannot be written', () => {
    writeFileSync(join(path, 'rules.bin'), 'no tables');
    expect(tableStore(folder, () => 'one')('rules', make)).toEqual(TABLES);
    const nowhere = pathToFileURL(`${join(path, 'rules.bin')}/`);
    expect(tableStore(nowhere, () => 'one')('rules', make)).toEqual(TABLES);
    expect(made).toBe(2);
  });

  it('are not stored where making them fails', () => {
    const store = tableStore(folder, () => 'one');
    expect(() => store('rules', () => { throw new Error('rule x'); })).toThrow('rule x'); // biome-ignore format: one call
    expect(readdirSync(path)).toEqual([]);
  });
});
