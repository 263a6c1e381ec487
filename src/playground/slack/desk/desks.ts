/** Pages that are open, by the person at the desk. */
export interface Desks<Event> {
  listen(person: string, send: (event: Event) => void): () => void;
  tell(person: string, event: Event): void;
  tellAll(event: Event): void;
  /** Whether making an event for this person is worth the work. */
  watched(person: string): boolean;
}

export function createDesks<Event>(): Desks<Event> {
  const listeners = new Map<string, Set<(event: Event) => void>>();
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
