import type { z } from 'zod';
import type { Args } from '../../chat/card.ts';
import type { Inbound, MessageRef } from '../../chat/platform.ts';
import { unescapeText } from './escape.ts';
import { parseCarried } from './form.ts';
import * as payloads from './inbound-payloads.ts';
import { nowhere, person, placeOf, teamOf } from './inbound-person.ts';
import { type ActionId, parseActionId, parseArgs } from './render-action.ts';

// Each of these gives undefined for what does not concern the bot: it is acknowledged and forgotten.

export function parseCommand(body: unknown): Inbound | undefined {
  const { data } = payloads.slashCommand.safeParse(body);
  if (data === undefined) return undefined;
  return {
    platform: 'slack',
    team: data.team_id,
    person: { id: data.user_id },
    place: placeOf(data.channel_id),
    via: 'command',
    command: data.command.replace(/^\//, '').toLowerCase(),
    text: unescapeText(data.text ?? '').trim(),
    args: {},
    delivery: `command:${data.trigger_id}`,
  };
}

type Actions = z.infer<typeof payloads.blockActions>;

function originOf(data: Actions): MessageRef | undefined {
  const { channel_id: channel, message_ts: message, is_ephemeral: ephemeral } = data.container;
  if (channel === undefined || message === undefined) return parseCarried(data.view?.private_metadata)?.origin;
  return {
    channel,
    message,
    ...(data.response_url === undefined ? {} : { replyUrl: data.response_url }),
    ...(ephemeral === true ? { ephemeral } : {}),
  };
}

function usedArgs(id: ActionId, used: Actions['actions'][number]): Args | undefined {
  if (id.does !== 'menu') return parseArgs(used.value);
  const value = used.selected_option?.value;
  return value === undefined || id.name === undefined ? undefined : { ...id.args, [id.name]: value };
}

/** A quote is a block of its own, and all of it is text. */
function quotesOf(data: Actions): readonly string[] {
  return (data.message?.blocks ?? []).flatMap((block) =>
    (block?.elements ?? [])
      .filter(({ type }) => type === 'rich_text_quote')
      .map(({ elements }) => elements.map(({ text }) => text ?? '').join('')),
  );
}

/** A pressed button or a choice of a menu. */
export function parseAction(payload: unknown): Inbound | undefined {
  const { data } = payloads.blockActions.safeParse(payload);
  const used = data?.actions[0];
  const id = used === undefined ? undefined : parseActionId(used.action_id);
  const team = data === undefined ? undefined : teamOf(data);
  if (data === undefined || used === undefined || id === undefined || team === undefined) return undefined;
  if (id.does === 'link' || id.does === 'suggest') return undefined;
  const args = usedArgs(id, used);
  if (args === undefined) return undefined;
  const channel = data.channel?.id ?? data.container.channel_id;
  const origin = originOf(data);
  const quotes = quotesOf(data);
  const stood = data.container.message_ts ?? data.container.view_id ?? '';
  return {
    platform: 'slack',
    team,
    person: person(data.user.id, data.user.team_id, team),
    place: channel === undefined ? nowhere : placeOf(channel),
    via: 'button',
    command: id.command,
    text: '',
    args,
    delivery: `button:${data.user.id}:${stood}:${used.action_ts}`,
    ...(origin === undefined ? {} : { origin }),
    ...(quotes.length === 0 ? {} : { quotes }),
  };
}

/** Whether the pressed button said that its command answers with a form. */
export function opensForm(payload: unknown): boolean {
  const { data } = payloads.blockActions.safeParse(payload);
  return parseActionId(data?.actions[0]?.action_id ?? '')?.does === 'form';
}

/** Somebody types into a search field: `text` is what was typed, `args` what the form carries. */
export function parseSuggestion(payload: unknown): Inbound | undefined {
  const { data } = payloads.blockSuggestion.safeParse(payload);
  const id = parseActionId(data?.action_id ?? '');
  const team = data === undefined ? undefined : teamOf(data);
  if (data === undefined || id?.does !== 'suggest' || team === undefined) return undefined;
  return {
    platform: 'slack',
    team,
    person: person(data.user.id, data.user.team_id, team),
    place: nowhere,
    via: 'suggest',
    command: id.command,
    text: data.value ?? '',
    args: parseCarried(data.view?.private_metadata)?.args ?? {},
    // Asking twice changes nothing, so nothing needs to tell two askings apart.
    delivery: `suggest:${data.view?.id ?? ''}:${data.action_id}`,
  };
}

export function parseShortcut(payload: unknown): Inbound | undefined {
  const { data } = payloads.messageAction.safeParse(payload);
  const team = data === undefined ? undefined : teamOf(data);
  if (data === undefined || team === undefined) return undefined;
  const author = data.message.user;
  return {
    platform: 'slack',
    team,
    person: person(data.user.id, data.user.team_id, team),
    place: placeOf(data.channel.id),
    via: 'shortcut',
    command: data.callback_id.toLowerCase(),
    text: '',
    args: {},
    delivery: `shortcut:${data.trigger_id}`,
    message: { text: unescapeText(data.message.text ?? ''), ...(author === undefined ? {} : { author }) },
  };
}
