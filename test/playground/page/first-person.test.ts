import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CAST } from '../../../src/playground/cast.ts';

it('the person the page starts with is a rep of the cast', () => {
  const page = readFileSync(new URL('../../../src/playground/page/index.html', import.meta.url), 'utf8');
  const first = /data-first-person="(\w+)"/.exec(page)?.[1];
  expect(CAST.find((person) => person.id === first)?.role).toBe('rep');
});
