import { realNow } from './real-time.ts';

export interface RateLimit {
  /** Seconds to wait, or 0 where the message may pass. */
  wait(channel: string): number;
}

/** Slack documents one message a second in one channel, with short bursts tolerated; we tolerate three more. */
export function createRateLimit(on: boolean, now: () => number = realNow): RateLimit {
  const BURST = 4;
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    wait(channel) {
      if (!on) return 0;
      const time = now();
      const bucket = buckets.get(channel) ?? { tokens: BURST, at: time };
      bucket.tokens = Math.min(BURST, bucket.tokens + (time - bucket.at) / 1000);
      bucket.at = time;
      buckets.set(channel, bucket);
      if (bucket.tokens < 1) return Math.ceil(1 - bucket.tokens);
      bucket.tokens -= 1;
      return 0;
    },
  };
}
