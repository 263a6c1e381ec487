import type { Json } from './json.ts';
import { realNow } from './real-time.ts';

/** One call of the bot to us, or one request of ours to the bot. */
export type JournalEntry =
  | { readonly kind: 'call'; readonly at: number; readonly method: string; readonly args: Json; readonly answer: Json }
  | {
      readonly kind: 'request';
      readonly at: number;
      readonly what: 'command' | 'interaction' | 'event';
      /** Command word, payload type or event type. */
      readonly name: string;
      readonly retry: number;
      /** HTTP status, or how it ended without one. */
      readonly outcome: number | 'timeout' | 'failed';
      readonly milliseconds: number;
    };

export interface Journal {
  readonly entries: readonly JournalEntry[];
  call(method: string, args: Json, answer: Json): void;
  request(entry: Omit<Extract<JournalEntry, { kind: 'request' }>, 'kind' | 'at'>): void;
  clear(): void;
}

/** Keeps the newest `size` entries, up to twice as many between cuts. */
export function createJournal(size: number): Journal {
  const entries: JournalEntry[] = [];
  const add = (entry: JournalEntry) => {
    if (size === 0) return;
    entries.push(entry);
    if (entries.length >= size * 2) entries.splice(0, entries.length - size);
  };
  return {
    entries,
    call: (method, args, answer) => add({ kind: 'call', at: realNow(), method, args, answer }),
    request: (entry) => add({ kind: 'request', at: realNow(), ...entry }),
    clear: () => {
      entries.length = 0;
    },
  };
}
