import type { DeskEvent } from '../../protocol.ts';

/** Pages that are open, by the person at the desk. */
export interface Desks {
  listen(person: string, send: (event: DeskEvent) => void): () => void;
  tell(person: string, event: DeskEvent): void;
  tellAll(event: DeskEvent): void;
  /** Whether making an event for this person is worth the work. */
  watched(person: string): boolean;
}

export function createDesks(): Desks {
  const listeners = new Map<string, Set<(event: DeskEvent) => void>>();
  return {
    listen(person, send) {
      const set = listeners.get(person) ?? new Set();
      listeners.set(person, set.add(send));
      return () => {
        set.delete(send);
        if (set.size === 0 && listeners.get(person) === set) listeners.delete(person);
      };
    },
    tell(person, event) {
      for (const send of listeners.get(person) ?? []) send(event);
    },
    tellAll(event) {
      for (const set of listeners.values()) for (const send of set) send(event);
    },
    watched: (person) => listeners.has(person),
  };
}
