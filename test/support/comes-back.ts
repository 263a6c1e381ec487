import type { KnownBlock } from '@slack/types';
import { expect } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import { cleanText, isBlank } from '../../src/chat/clean-text.ts';
import { spansOf, spanText } from '../../src/chat/clip-text.ts';
import type { Inbound } from '../../src/chat/platform.ts';
import { parseAction } from '../../src/platforms/slack/inbound.ts';
import { activity } from '../../src/platforms/teams/activity.ts';
import { parseExecute, parseTaskFetch } from '../../src/platforms/teams/inbound.ts';
import { chose, interactive, pressed } from '../platforms/slack/payloads.ts';

/** What pressing something of a card is to the bot. */
type Pressing = Pick<Inbound, 'command' | 'args' | 'quotes' | 'via'>;

const actionsOf = ({ elements }: Card): readonly Action[] =>
  elements.flatMap((element) => (element.kind === 'item' || element.kind === 'actions' ? element.actions : []));

/** A card shows typed text cleaned, and blank quotes not at all. */
const clean = (quotes: readonly string[]) => quotes.map(cleanText).filter((text) => !isBlank(text));

function meant(card: Card): readonly Pressing[] {
  const quotes = card.elements.flatMap((one) => (one.kind === 'quote' ? [spansOf(one.text).map(spanText).join('')] : []));
  return actionsOf(card).flatMap((action): Pressing[] => {
    if (action.kind === 'link') return [];
    const { command, args = {} } = action;
    if (action.kind === 'menu')
      return action.choices.map(({ value }) => ({ via: 'button', command, args: { ...args, [action.name]: value } }));
    return [{ via: 'button', command, args, ...(action.brings ? { quotes: clean(quotes) } : {}) }];
  });
}

const heard = (inbound: Inbound | undefined): Pressing => {
  if (!inbound) throw new Error('What was pressed does not come back');
  const { via, command, args, quotes } = inbound;
  return { via, command, args, ...(quotes ? { quotes: clean(quotes) } : {}) };
};

/** Every button and choice of a message, pressed as Slack's clients do. */
function pressedInSlack(blocks: readonly KnownBlock[]): readonly Pressing[] {
  const message = { message: JSON.parse(JSON.stringify({ blocks })) };
  return interactive(blocks).flatMap((element) => {
    if (element.type === 'button') return element.url === undefined ? [heard(parseAction(pressed(element, message)))] : [];
    const options = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
    return options.map(({ value = '' }) => heard(parseAction(chose(element, value, message))));
  });
}

type Found = Readonly<Record<string, unknown>>;
const found = (value: unknown, wanted: (one: Found) => boolean): Found[] => {
  if (Array.isArray(value)) return value.flatMap((one) => found(one, wanted));
  if (typeof value !== 'object' || value === null) return [];
  const own = { ...value };
  return [...(wanted(own) ? [own] : []), ...Object.values(own).flatMap((one) => found(one, wanted))];
};

const anyTurn = activity.parse({
  ...{ type: 'invoke', channelId: 'msteams', serviceUrl: 'https://smba.example/', from: { id: '29:x' } },
  conversation: { id: 'a:x', tenantId: 't' },
});
const turn = (name: string, value: unknown) => ({ ...anyTurn, name, value });

/** Every action of a card, pressed as Teams' clients do: with what the card's inputs hold. */
function pressedInTeams(card: unknown): readonly Pressing[] {
  const inputs = Object.fromEntries(
    found(card, ({ type }) => type === 'Input.Text').map(({ id, value }) => [String(id), String(value)]),
  );
  const choices = new Map(
    found(card, ({ type }) => type === 'Input.ChoiceSet').map(({ id, choices }) => [String(id), found(choices, () => true)]),
  );
  return found(card, ({ type }) => type === 'Action.Execute' || type === 'Action.Submit').flatMap(({ type, data, verb }) => {
    const own = Object(data);
    const list = choices.get(String(own.chosen?.[1]));
    const sets = list ? list.map(({ value }) => ({ [String(own.chosen[1])]: value })) : [{}];
    return sets.map((chosen) => {
      const sent = { ...inputs, ...chosen, ...own };
      const inbound =
        type === 'Action.Submit'
          ? parseTaskFetch(turn('task/fetch', { data: sent }))
          : parseExecute(turn('adaptiveCard/action', { action: { verb, data: sent } }));
      return heard(inbound && 'inbound' in inbound ? inbound.inbound : inbound);
    });
  });
}

const inAnyOrder = (pressings: readonly Pressing[], withQuotes: boolean) =>
  pressings
    .map(({ command, args, quotes, via }) =>
      JSON.stringify([via, command, Object.entries(args).sort(), withQuotes ? (quotes ?? []) : []]),
    )
    .sort();

/** What the card offers comes back from both platforms as one and the same. Slack brings the quotes with every button. */
export function assertComesBack(card: Card, blocks: readonly KnownBlock[], teams: unknown): void {
  const all = meant(card);
  if (all.length === 0) return;
  expect(inAnyOrder(pressedInTeams(teams), true)).toEqual(inAnyOrder(all, true));
  const slack = pressedInSlack(blocks);
  expect(inAnyOrder(slack, false)).toEqual(inAnyOrder(all, false));
  const [brings] = all.filter(({ quotes }) => quotes);
  if (brings) for (const { quotes } of slack) expect(quotes ?? []).toEqual(brings.quotes);
}
