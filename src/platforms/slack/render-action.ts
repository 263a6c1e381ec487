import type { ConfirmationDialog, PlainTextOption, Button as SlackButton, StaticSelect } from '@slack/types';
import { z } from 'zod';
import type { Action, Args, Button, Choice, Confirm, LinkButton, Menu } from '../../chat/card.ts';
import type { ChatWords } from '../../chat/platform.ts';
import { limits } from './limits.ts';
import { isWebAddress, plainObject } from './render-line.ts';

/**
 * An action id is `command:index`, then `:form`, `:suggest` or `:menu:[name,args]`. The index keeps it unique in its
 * block. A link has no command: `:index:link`.
 */
export interface ActionId {
  readonly command: string;
  readonly does: 'say' | 'form' | 'menu' | 'suggest' | 'link';
  /** For a menu: which argument is chosen, and the others. */
  readonly name?: string;
  readonly args?: Args;
}

const argsSchema = z.record(z.string(), z.string());
const menuRest = z.tuple([z.string(), argsSchema]);

/** Undefined for an id that is not of this bot's making. */
export function parseActionId(id: string): ActionId | undefined {
  const match = /^([^:]*):\d+(?::(form|suggest|link|menu)(?::(.*))?)?$/s.exec(id);
  if (match === null) return undefined;
  const [, command = '', does, rest] = match;
  if (does !== 'menu') return { command, does: does === 'form' || does === 'suggest' || does === 'link' ? does : 'say' };
  const parsed = menuRest.safeParse(parseJson(rest ?? ''));
  return parsed.success ? { command, does, name: parsed.data[0], args: parsed.data[1] } : undefined;
}

/** A button's arguments from its value. */
export function parseArgs(value: string | undefined): Args | undefined {
  return value === undefined ? {} : argsSchema.safeParse(parseJson(value)).data;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a bot writes into an id or value is its own, so too much of it is a mistake in the code, not in the data. */
export function within(text: string, max: number, what: string): string {
  if (text.length > max) throw new RangeError(`Slack takes ${max} characters for ${what}, not ${text.length}`);
  return text;
}

export function actionId(command: string, index: number, rest = ''): string {
  if (command.includes(':')) throw new RangeError(`a command's name has no colon: ${command}`);
  return within(`${command}:${index}${rest}`, limits.actionId, `the arguments of a menu or search of '${command}'`);
}

export function options(choices: readonly Choice[], command: string, words: ChatWords): PlainTextOption[] {
  return choices.map((choice) => ({
    text: plainObject(choice.label, limits.optionLabel, words),
    value: within(choice.value, limits.optionValue, `a choice of '${command}'`),
  }));
}

/** More choices than one list may hold go into groups named by their numbers. */
export function optionLists(
  choices: readonly Choice[],
  command: string,
  words: ChatWords,
): Pick<StaticSelect, 'options' | 'option_groups'> {
  const all = options(choices, command, words);
  if (all.length <= limits.options) return { options: all };
  const groups = [];
  for (let from = 0; from < all.length; from += limits.options) {
    const group = all.slice(from, from + limits.options);
    groups.push({ label: plainObject(`${from + 1}–${from + group.length}`, limits.optionLabel, words), options: group });
  }
  if (groups.length > limits.optionGroups) throw new RangeError(`too many choices for a menu of '${command}': ${all.length}`);
  return { option_groups: groups };
}

function confirmation(confirm: Confirm, style: Button['style'], words: ChatWords): ConfirmationDialog {
  return {
    title: plainObject(confirm.title, limits.confirmTitle, words),
    text: plainObject(confirm.text, limits.confirmText, words),
    confirm: plainObject(confirm.yes, limits.confirmButton, words),
    deny: plainObject(confirm.no, limits.confirmButton, words),
    ...(style === undefined ? {} : { style }),
  };
}

function drawButton(button: Button, index: number, words: ChatWords): SlackButton {
  const { command, args, style, confirm } = button;
  return {
    type: 'button',
    action_id: actionId(command, index, button.opensForm === true ? ':form' : ''),
    text: plainObject(button.label, limits.buttonLabel, words),
    ...(args === undefined
      ? {}
      : { value: within(JSON.stringify(args), limits.buttonValue, `the arguments of a button of '${command}'`) }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: confirmation(confirm, style, words) }),
  };
}

/** A link that leads to no page is not drawn, and neither is a menu with nothing to choose. */
function drawLink(link: LinkButton, index: number, words: ChatWords): SlackButton | undefined {
  if (!isWebAddress(link.url)) return undefined;
  return {
    type: 'button',
    action_id: actionId('', index, ':link'),
    text: plainObject(link.label, limits.buttonLabel, words),
    url: link.url,
  };
}

function drawMenu(menu: Menu, index: number, words: ChatWords): StaticSelect | undefined {
  if (menu.choices.length === 0) return undefined;
  return {
    type: 'static_select',
    action_id: actionId(menu.command, index, `:menu:${JSON.stringify([menu.name, menu.args ?? {}])}`),
    placeholder: plainObject(menu.label, limits.placeholder, words),
    ...optionLists(menu.choices, menu.command, words),
  };
}

export type Drawn = SlackButton | StaticSelect;

export function drawActions(actions: readonly Action[], words: ChatWords): Drawn[] {
  return actions.flatMap((action, index): Drawn[] => {
    const drawn =
      action.kind === 'button'
        ? drawButton(action, index, words)
        : action.kind === 'link'
          ? drawLink(action, index, words)
          : drawMenu(action, index, words);
    return drawn === undefined ? [] : [drawn];
  });
}
