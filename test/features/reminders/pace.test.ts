import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pace } from '../../../src/features/reminders/pace.ts';

const to = (workspaceId: string, personId: string) => ({ workspaceId, personId });
const people = (count: number, workspaceId = 'w') => Array.from({ length: count }, (_, i) => to(workspaceId, `p${i}`));

describe('how long each message waits for its turn', () => {
  test('a few to different people: not at all', () => {
    expect(new Set(pace(people(50)))).toEqual(new Set([0]));
  });
  test('several to one person: a second apart', () => {
    expect(pace([to('w', 'p'), to('w', 'q'), to('w', 'p'), to('w', 'p')])).toEqual([0, 0, 1, 2]);
  });
  test('the same person’s id in another workspace is another conversation', () => {
    expect(pace([to('w', 'p'), to('v', 'p')])).toEqual([0, 0]);
  });
  test('a large workspace: five a second after the burst', () => {
    const waits = pace(people(350));
    expect([waits[49], waits[50], waits[54], waits[55], waits.at(-1)]).toEqual([0, 1, 1, 2, 60]);
  });
  test('many workspaces do not wait for one another', () => {
    expect(Math.max(...pace(Array.from({ length: 1_000 }, (_, i) => people(10, `w${i}`)).flat()))).toBe(0);
  });
  test('never more in a window than Slack’s several hundred a minute, never two a second in a conversation', () => {
    const addressed = fc.record({
      workspaceId: fc.constantFrom('a', 'b'),
      personId: fc.integer({ max: 40, min: 0 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(addressed, { maxLength: 900 }), (messages) => {
        const waits = pace(messages);
        const bySecond = Map.groupBy(messages.keys(), (i) => `${messages[i]?.workspaceId}:${messages[i]?.personId}:${waits[i]}`);
        expect([...bySecond.values()].every(({ length }) => length === 1)).toBe(true);
        for (const workspace of ['a', 'b']) {
          const own = waits.filter((_, i) => messages[i]?.workspaceId === workspace);
          for (let from = 0; from <= Math.max(0, ...own); from += 20)
            expect(own.filter((wait) => wait >= from && wait < from + 60).length).toBeLessThanOrEqual(350);
        }
      }),
      { numRuns: 50 },
    );
  });
});
