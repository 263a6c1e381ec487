/** Modules change what the page knows, then `tell` the others which part changed. */
export interface Topics<Topic> {
  on(topic: Topic, listener: () => void): void;
  tell(...topics: readonly Topic[]): void;
}

export function createTopics<Topic>(): Topics<Topic> {
  const listeners = new Map<Topic, (() => void)[]>();
  return {
    on(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
    },
    tell(...topics) {
      for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
    },
  };
}
