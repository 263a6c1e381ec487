import { newId } from '../ids.ts';
import { realNow } from '../real-time.ts';

/** Where an answer to a response URL goes. */
export interface ResponseTarget {
  readonly channel: string;
  readonly person: string;
  /** The message whose button was used. */
  readonly message?: { readonly ts: string; readonly ephemeral: boolean };
  readonly thread?: string;
}

export interface ResponseUrls {
  /** The path of a fresh URL. */
  create(target: ResponseTarget, kind: 'commands' | 'actions'): string;
  /** Counts a use, or says Slack's error. */
  use(id: string): ResponseTarget | 'invalid_url' | 'used_url' | 'expired_url';
}

export const RESPONSE_PATH = '/playground/slack/respond/';
const LIFE = 30 * 60_000;
const USES = 5;

/** A response URL works five times within thirty minutes of real time. */
export function createResponseUrls(now: () => number = realNow): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  const dropOld = (time: number) => {
    for (const [id, entry] of issued) {
      if (time - entry.at < 2 * LIFE) return;
      issued.delete(id);
    }
  };
  return {
    create(target, kind) {
      const time = now();
      dropOld(time);
      const id = newId('');
      issued.set(id, { target, at: time, uses: 0 });
      return `${RESPONSE_PATH}${kind}/${id}`;
    },
    use(id) {
      const entry = issued.get(id);
      if (!entry) return 'invalid_url';
      if (now() - entry.at > LIFE) return 'expired_url';
      if (entry.uses >= USES) return 'used_url';
      entry.uses += 1;
      return entry.target;
    },
  };
}
