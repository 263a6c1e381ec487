import { newId } from '../ids.ts';
import { realNow } from '../real-time.ts';

/** What a trigger id stands for: who did something, and in which modal if it was in one. */
export interface Trigger {
  readonly person: string;
  readonly view?: string;
}

export interface Triggers {
  issue(trigger: Trigger): string;
  /** Uses the id up, or says Slack's error. */
  take(id: string): Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';
}

const LIFE = 3_000;
const KEPT = 60_000;

/** A trigger id opens one view within three seconds of real time. */
export function createTriggers(now: () => number = realNow): Triggers {
  const issued = new Map<string, { trigger: Trigger; at: number; used: boolean }>();
  const dropOld = (time: number) => {
    for (const [id, entry] of issued) {
      if (time - entry.at < KEPT) return;
      issued.delete(id);
    }
  };
  return {
    issue(trigger) {
      const time = now();
      dropOld(time);
      const id = `${time}.${newId('')}.${newId('').toLowerCase()}`;
      issued.set(id, { trigger, at: time, used: false });
      return id;
    },
    take(id) {
      const entry = issued.get(id);
      if (!entry) return 'invalid_trigger_id';
      if (entry.used) return 'exchanged_trigger_id';
      if (now() - entry.at > LIFE) return 'expired_trigger_id';
      entry.used = true;
      return entry.trigger;
    },
  };
}
