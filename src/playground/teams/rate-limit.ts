import { realNow } from '../slack/real-time.ts';

export interface RateLimit {
  /** Seconds to wait, or 0 where the call may pass. */
  wait(conversation: string): number;
}

/** Microsoft's limits of a bot in one conversation: so many calls in so many seconds. */
const WINDOWS: readonly (readonly [calls: number, seconds: number])[] = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1_800, 3_600],
];

export function createRateLimit(now: () => number = realNow): RateLimit {
  const calls = new Map<string, number[]>();
  return {
    wait(conversation) {
      const at = now();
      const past = (calls.get(conversation) ?? []).filter((time) => time > at - 3_600_000);
      for (const [most, seconds] of WINDOWS) {
        const inside = past.filter((time) => time > at - seconds * 1_000);
        if (inside.length >= most) return Math.max(1, Math.ceil(((inside[0] ?? at) + seconds * 1_000 - at) / 1_000));
      }
      calls.set(conversation, [...past, at]);
      return 0;
    },
  };
}
