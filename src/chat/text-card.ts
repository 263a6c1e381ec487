import type { Action, Card } from './card.ts';

/** A card of one sentence, and what can be done next. */
export function textCard(text: string, actions: readonly Action[] = []): Card {
  return {
    text,
    elements: [{ kind: 'text', line: text }, ...(actions.length === 0 ? [] : [{ kind: 'actions' as const, actions }])],
  };
}
