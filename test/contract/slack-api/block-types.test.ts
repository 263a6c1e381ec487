import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJson, type Json } from '../../../src/playground/slack/json.ts';
import { blockProblems } from '../../../src/playground/slack/limits/check-blocks.ts';
import { COUNTS, LENGTHS } from '../../playground/slack/limits/at-limit.ts';
import { assertBlocks } from '../blocks/slack-schema.ts';

/** What our Slack takes, the types that Slack publishes take too: one more judge that we did not write. */
const samples = [...Object.values(LENGTHS), ...Object.values(COUNTS)].flatMap((sized) => {
  const made = sized(9);
  return 'block' in made ? [made.block] : [];
});

function typesRefuse(block: unknown): boolean {
  try {
    assertBlocks([block]);
    return false;
  } catch {
    return true;
  }
}
const weRefuse = (block: unknown) => blockProblems([block], 'modal').length > 0 && blockProblems([block], 'message').length > 0;

test.each(samples.map((block) => [JSON.stringify(block).slice(0, 80), block]))('%s is taken by both', (_name, block) => {
  expect([weRefuse(block), typesRefuse(block)]).toEqual([false, false]);
});

/** All objects inside a block, itself included. */
function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isJson(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

const damages: readonly ((holder: Json, key: string) => void)[] = [
  (holder, key) => delete holder[key],
  (holder, key) => {
    holder[key] = 7;
  },
  (holder, key) => {
    holder[key] = '';
  },
  (holder, key) => {
    holder[`${key}s`] = holder[key];
  },
  (holder, key) => {
    holder[key] = [holder[key]];
  },
  (holder, key) => {
    holder[key] = { type: 'plain_text', text: 'x' };
  },
];

test('whatever is broken in a block, where the types refuse it we do', () => {
  let refused = 0;
  const broken = fc.record({
    sample: fc.constantFrom(...samples),
    where: fc.nat(1000),
    member: fc.nat(1000),
    damage: fc.constantFrom(...damages),
  });
  fc.assert(
    fc.property(broken, ({ sample, where, member, damage }) => {
      const block = structuredClone(sample);
      const objects = objectsIn(block);
      const holder = objects[where % objects.length] ?? {};
      const keys = Object.keys(holder);
      damage(holder, keys[member % keys.length] ?? 'type');
      if (!typesRefuse(block)) return;
      refused += 1;
      expect(blockProblems([block], 'message')).not.toEqual([]);
    }),
    { numRuns: 2_000 },
  );
  expect(refused).toBeGreaterThan(500);
});
