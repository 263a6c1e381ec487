import { describe, expect, it } from 'vitest';
import { startProgress } from '../../../src/features/imports/progress.ts';

function rig() {
  let at = 0;
  const said: number[] = [];
  let release = () => {};
  const progress = startProgress(
    (lines) => {
      said.push(lines);
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    },
    () => at,
  );
  return {
    said,
    tellAt: (ms: number, lines: number) => {
      at = ms;
      progress.tell(lines);
    },
    arrive: async () => {
      release();
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
    end: progress.end,
  };
}

describe('startProgress', () => {
  it('says nothing of quick work, and then at most every two seconds', async () => {
    const { said, tellAt, arrive } = rig();
    tellAt(1_999, 1);
    expect(said).toEqual([]);
    tellAt(2_000, 2);
    await arrive();
    tellAt(3_000, 3);
    tellAt(4_000, 4);
    expect(said).toEqual([2, 4]);
  });

  it('does not begin to say while it is still saying', async () => {
    const { said, tellAt, arrive } = rig();
    tellAt(2_000, 1);
    tellAt(9_000, 2);
    expect(said).toEqual([1]);
    await arrive();
    tellAt(9_001, 3);
    expect(said).toEqual([1, 3]);
  });

  it('ends after the last word has arrived', async () => {
    const { tellAt, arrive, end } = rig();
    tellAt(2_000, 1);
    let ended = false;
    const ending = end().then(() => {
      ended = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(false);
    await arrive();
    await ending;
    expect(ended).toBe(true);
  });
});
