import type { StoredView } from './workspace.ts';

/** Open modals. Slack keeps up to three on top of each other for one person. */
export interface Modals {
  readonly byId: Map<string, StoredView>;
  /** Bottom first. */
  stack(person: string): readonly StoredView[];
  push(view: StoredView): void;
  /** Takes the top view away and tells what is below it. */
  pop(person: string): StoredView | undefined;
  clear(person: string): readonly StoredView[];
  byExternalId(externalId: string): StoredView | undefined;
}

export const MODAL_STACK_DEPTH = 3;

export function createModals(): Modals {
  const byId = new Map<string, StoredView>();
  const stacks = new Map<string, StoredView[]>();
  const stackOf = (person: string) => {
    const stack = stacks.get(person) ?? [];
    stacks.set(person, stack);
    return stack;
  };
  return {
    byId,
    stack: stackOf,
    push(view) {
      stackOf(view.user).push(view);
      byId.set(view.id, view);
    },
    pop(person) {
      const stack = stackOf(person);
      const top = stack.pop();
      if (top) byId.delete(top.id);
      return stack.at(-1);
    },
    clear(person) {
      const views = stackOf(person);
      for (const view of views) byId.delete(view.id);
      stacks.delete(person);
      return views;
    },
    byExternalId: (externalId) => [...byId.values()].find((stored) => stored.view.external_id === externalId),
  };
}
