import type {
  IActionSet,
  IChoiceSetInput,
  IContainer,
  IExecuteAction,
  IOpenUrlAction,
  ISubmitAction,
  ITextInput,
  IToggleVisibilityAction,
} from '@microsoft/teams.cards';
import { z } from 'zod';
import type { Action, Args, Button, Choice, Menu } from '../../chat/card.ts';
import type { ChatWords } from '../../chat/platform.ts';
import { limits } from './limits.ts';
import { container, isWebAddress, plain, richLines } from './rich-text.ts';

/** What a button carries. It has been on other people's machines, so it is read as a stranger's. */
const carried = z.object({
  command: z.string().max(100),
  args: z.record(z.string(), z.string()).default({}),
  /** How many of the card's quotes come with it, as hidden inputs of the card. */
  quotes: z.number().int().min(0).max(20).optional(),
  /** Of a list: the argument's name, and the input that has the choice. */
  chosen: z.tuple([z.string(), z.string()]).optional(),
});
type Carried = z.infer<typeof carried>;

const quoteInput = (at: number) => `quote${at}`;

/** Quotes are kept once for all buttons of the card that bring them: each button by itself would need that room again. */
export const quoteInputs = (quotes: readonly string[]): ITextInput[] =>
  quotes.map((value, at) => ({ type: 'Input.Text', id: quoteInput(at), value, isVisible: false, isMultiline: true }));

type Pressable = IExecuteAction | ISubmitAction | IOpenUrlAction | IToggleVisibilityAction;

/** What drawing the actions of one card needs: ids that are unique in it, and what its quotes say. */
export interface Drawing {
  readonly words: ChatWords;
  readonly quotes: readonly string[];
  /** A dialog sends by submits only. */
  readonly inDialog: boolean;
  nextId(): string;
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

function dataOf({ command, args = {}, brings }: Button, quotes: readonly string[]): Carried {
  return { command, args: { ...args }, ...(brings === 'quotes' ? { quotes: quotes.length } : {}) };
}

/**
 * A dialog can be opened by a submit alone; everything else is executed, so that the card changes in place. Within a dialog
 * there is one way, and its answer is what the dialog shows next.
 */
function pressable(button: Button, { words, quotes, inDialog }: Drawing, label = button.label): IExecuteAction | ISubmitAction {
  const title = plain(label, limits.buttonLabel, words);
  const style = button.style === undefined ? {} : { style: styles[button.style] };
  const data = dataOf(button, quotes);
  const associatedInputs = button.brings === undefined ? 'none' : 'auto';
  if (inDialog) return { type: 'Action.Submit', title, ...style, associatedInputs, data };
  if (button.opensForm === true)
    return {
      type: 'Action.Submit',
      title,
      ...style,
      associatedInputs: 'none',
      data: { msteams: { type: 'task/fetch' }, ...data },
    };
  return { type: 'Action.Execute', title, ...style, associatedInputs, verb: data.command, data };
}

const toggle = (title: string, ids: readonly string[]): IToggleVisibilityAction => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: [...ids],
});

export interface DrawnActions {
  readonly actions: readonly Pressable[];
  /** Shown when one of the actions asks for it: the question before a step, or the choices of a menu. */
  readonly hidden: readonly IContainer[];
}

/** Teams has no dialog of its own for 'are you sure?': the question opens below the button. */
function drawConfirmed(button: Button, drawing: Drawing): DrawnActions {
  const { confirm } = button;
  if (!confirm) return { actions: [pressable(button, drawing)], hidden: [] };
  const { words } = drawing;
  const id = drawing.nextId();
  const question = container(
    [
      ...richLines([{ bold: confirm.title }], limits.heading, words),
      ...richLines(confirm.text, limits.text, words),
      {
        type: 'ActionSet',
        actions: [pressable(button, drawing, confirm.yes), toggle(plain(confirm.no, limits.buttonLabel, words), [id])],
      },
    ],
    { id, isVisible: false, style: 'emphasis' },
  );
  const title = plain(button.label, limits.buttonLabel, words);
  const style = button.style === undefined ? {} : { style: styles[button.style] };
  return { actions: [{ ...toggle(title, [id]), ...style }], hidden: [question] };
}

const chosen = (menu: Menu, value: string): Args => ({ ...menu.args, [menu.name]: value });

const inSets = (actions: readonly Pressable[]): IActionSet[] => {
  const sets: IActionSet[] = [];
  for (let from = 0; from < actions.length; from += limits.actionsInSet)
    sets.push({ type: 'ActionSet', actions: actions.slice(from, from + limits.actionsInSet) });
  return sets;
};

export const choicesOf = (choices: readonly Choice[], words: ChatWords) =>
  choices.slice(0, limits.choices).map(({ label, value }) => ({ title: plain(label, limits.choiceLabel, words), value }));

/** Choosing in a list sends nothing by itself in Teams: a few choices are buttons, many are a list with one. */
function drawMenu(menu: Menu, drawing: Drawing): DrawnActions {
  const { words, inDialog } = drawing;
  if (menu.choices.length === 0) return { actions: [], hidden: [] };
  const id = drawing.nextId();
  const title = plain(menu.label, limits.buttonLabel, words);
  if (menu.choices.length <= limits.choicesAsButtons) {
    const buttons = menu.choices.map(({ label, value }) =>
      pressable({ kind: 'button', label, command: menu.command, args: chosen(menu, value) }, drawing),
    );
    return { actions: [toggle(`${title} ▾`, [id])], hidden: [container(inSets(buttons), { id, isVisible: false })] };
  }
  const inputId = `${id}.${menu.name}`;
  const list: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: inputId,
    label: title,
    style: 'compact',
    choices: choicesOf(menu.choices, words),
    placeholder: words.choose,
  };
  const data: Carried = { command: menu.command, args: { ...menu.args }, chosen: [menu.name, inputId] };
  const send: IExecuteAction | ISubmitAction = inDialog
    ? { type: 'Action.Submit', title, data }
    : { type: 'Action.Execute', title, verb: menu.command, data };
  return {
    actions: [toggle(`${title} ▾`, [id])],
    hidden: [container([list, { type: 'ActionSet', actions: [send] }], { id, isVisible: false })],
  };
}

function drawAction(action: Action, drawing: Drawing): DrawnActions {
  if (action.kind === 'menu') return drawMenu(action, drawing);
  if (action.kind === 'button') return drawConfirmed(action, drawing);
  if (!isWebAddress(action.url)) return { actions: [], hidden: [] };
  const title = plain(action.label, limits.buttonLabel, drawing.words);
  return { actions: [{ type: 'Action.OpenUrl', title, url: action.url }], hidden: [] };
}

/** Sets of actions, and below them what they open. */
export function drawActions(actions: readonly Action[], drawing: Drawing): (IActionSet | IContainer)[] {
  const drawn = actions.map((action) => drawAction(action, drawing));
  return [...inSets(drawn.flatMap((one) => one.actions)), ...drawn.flatMap((one) => one.hidden)];
}

export interface Pressed {
  readonly command: string;
  readonly args: Args;
  readonly quotes?: readonly string[];
}

const inputs = z.record(z.string(), z.unknown());

/** What a pressed button means. Undefined for what no button of ours sends, and for a list in which nothing was chosen. */
export function parsePressed(data: unknown): Pressed | undefined {
  const read = carried.safeParse(data).data;
  if (!read) return undefined;
  const { command, args, quotes = 0, chosen } = read;
  const values = inputs.parse(data);
  const typedIn = (id: string) => {
    const value = values[id];
    return typeof value === 'string' ? value : '';
  };
  const brought = Array.from({ length: quotes }, (_, at) => typedIn(quoteInput(at)));
  const choice = chosen && typedIn(chosen[1]);
  if (choice === '') return undefined;
  return {
    command,
    args: chosen && choice !== undefined ? { ...args, [chosen[0]]: choice } : args,
    ...(brought.length > 0 ? { quotes: brought } : {}),
  };
}
