import type { Action, Button, Card, Element, Form, Menu } from '../../src/chat/card.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/platform.ts';

/** Reading what the bot answered, as a person would: by what is written on it. */

export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'say' && reply.kind !== 'home') throw new Error(`Not a card: ${JSON.stringify(reply)}`);
  return reply.card;
}

export function formOf(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`Not a form: ${JSON.stringify(reply)}`);
  return reply.form;
}

export const textOf = (reply: Reply): string => plainText(cardOf(reply));

const actionsIn = (element: Element): readonly Action[] =>
  element.kind === 'item' || element.kind === 'actions' ? element.actions : [];

export const actionsOf = (reply: Reply): readonly Action[] => cardOf(reply).elements.flatMap(actionsIn);

/** The names or lines that a card's items show, in order. */
export function itemsOf(reply: Reply): string[] {
  return cardOf(reply).elements.flatMap((element) =>
    element.kind === 'item' ? [plainText({ text: '', elements: [{ kind: 'text', line: element.line }] })] : [],
  );
}

/** The button that names this command, or has this label; the first of several. */
export function buttonOf(reply: Reply, wanted: string): Button {
  const found = actionsOf(reply).find(
    (action): action is Button => action.kind === 'button' && (action.command === wanted || action.label === wanted),
  );
  if (!found) throw new Error(`No button ${wanted} in\n${textOf(reply)}`);
  return found;
}

export function menuOf(reply: Reply, command: string): Menu {
  const found = actionsOf(reply).find((action): action is Menu => action.kind === 'menu' && action.command === command);
  if (!found) throw new Error(`No menu ${command} in\n${textOf(reply)}`);
  return found;
}
