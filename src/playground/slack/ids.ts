import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

/** A Slack-looking id: the prefix and ten capitals or digits. */
export function newId(prefix: string): string {
  let id = prefix;
  for (const byte of randomBytes(10)) id += ALPHABET[byte & 31];
  return id;
}

export interface TimeStamps {
  next(): string;
  /** Messages kept from an earlier run: the next stamps come after them. */
  keepAbove(ts: string): void;
}

/**
 * Message time stamps follow the playground's clock but never repeat or run backwards, because they are also the order and
 * the identity of messages.
 */
export function createTimeStamps(now: () => Date): TimeStamps {
  let last = 0;
  return {
    next() {
      last = Math.max(last + 1, now().getTime() * 1000);
      return formatMicros(last);
    },
    keepAbove(ts) {
      last = Math.max(last, microsOf(ts));
    },
  };
}

function formatMicros(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** NaN for what is no time stamp. */
export function microsOf(ts: string): number {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(ts);
  if (!match) return Number.NaN;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}
