import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLS, type Facts } from './calls.ts';
import { DIFFERENCES } from './differences.ts';
import { openOurs, openTheirs, type World } from './worlds.ts';

/** Our Slack against one that we did not write: `emulate`. Both are asked through Slack's own client. */
let ours: World;
let theirs: World;
beforeAll(async () => {
  [ours, theirs] = [await openOurs(), await openTheirs()];
}, 60_000);
afterAll(async () => {
  await ours.close();
  await theirs.close();
});

const met = new Set<string>();

describe.each(Object.entries(CALLS))('%s', (name, call) => {
  test('gets the same answer, but for what is declared', async () => {
    const [our, their] = [await call(ours), await call(theirs)];
    const different = differing(our, their).map((fact) => `${name}: ${fact}`);
    for (const one of different) met.add(one);
    const undeclared = different.filter((one) => !(one in DIFFERENCES));
    expect(undeclared, JSON.stringify({ our, their }, null, 1)).toEqual([]);
  });
});

test('no declared difference has gone', () => {
  expect(Object.keys(DIFFERENCES).filter((one) => !met.has(one))).toEqual([]);
});

function differing(our: Facts, their: Facts): string[] {
  const facts = new Set([...Object.keys(our), ...Object.keys(their)]);
  // Where one of the two refuses there is nothing more to compare.
  if (our.outcome !== their.outcome) return ['outcome'];
  return [...facts].filter((fact) => !isDeepStrictEqual(our[fact], their[fact]));
}
