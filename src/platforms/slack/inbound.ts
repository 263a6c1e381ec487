import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Args } from '../../chat/card.ts';
import type { FileRef, Inbound, MessageRef } from '../../chat/platform.ts';
import { unescapeText } from './escape.ts';
import { parseCarried } from './form.ts';
import * as payloads from './inbound-payloads.ts';
import { parseActionId, parseArgs } from './render-action.ts';

/** Undefined everywhere here: nothing that concerns the bot. It is acknowledged and forgotten. */

type Person = Inbound['person'];
type Place = Inbound['place'];

function placeOf(channel: string): Place {
  return { id: channel, kind: channel.startsWith('D') ? 'direct' : 'channel' };
}

const nowhere: Place = { id: '', kind: 'none' };

function person(id: string, own: string | undefined, team: string): Person {
  return own === undefined || own === team ? { id } : { id, team: own };
}

/** An organisation-wide installation names the team at the person only. */
function teamOf(payload: {
  team?: { id: string } | undefined;
  user: { team_id?: string | undefined };
  view?: { app_installed_team_id?: string | undefined } | undefined;
}): string | undefined {
  return payload.view?.app_installed_team_id ?? payload.team?.id ?? payload.user.team_id;
}

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

/** A pressed button or a choice of a menu. */
export function parseAction(payload: unknown): Inbound | undefined {
  const { data } = payloads.blockActions.safeParse(payload);
  const used = data?.actions[0];
  const id = used === undefined ? undefined : parseActionId(used.action_id);
  const team = data === undefined ? undefined : teamOf(data);
  if (data === undefined || used === undefined || id === undefined || team === undefined) return undefined;
  if (id.does === 'link' || id.does === 'suggest') return undefined;
  const value = used.selected_option?.value;
  const args =
    id.does !== 'menu'
      ? argsOf(used.value)
      : value === undefined || id.name === undefined
        ? undefined
        : { ...id.args, [id.name]: value };
  if (args === undefined) return undefined;
  const channel = data.channel?.id ?? data.container.channel_id;
  const origin = originOf(data);
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
  };
}

/** Whether the pressed button said that its command answers with a form. */
export function opensForm(payload: unknown): boolean {
  const { data } = payloads.blockActions.safeParse(payload);
  return parseActionId(data?.actions[0]?.action_id ?? '')?.does === 'form';
}

type Values = z.infer<typeof payloads.viewSubmission>['view']['state']['values'];

/** An empty field is absent: the command's schema knows what may be. */
function fieldValues(values: Values): Args {
  const args: Record<string, string> = {};
  for (const [name, inputs] of Object.entries(values)) {
    for (const input of Object.values(inputs)) {
      const value =
        input.value ?? input.selected_option?.value ?? input.selected_date ?? input.selected_time ?? input.selected_user;
      if (value !== undefined && value !== '') args[name] = value;
    }
  }
  return args;
}

export function parseForm(payload: unknown): Inbound | undefined {
  const { data } = payloads.viewSubmission.safeParse(payload);
  const carried = parseCarried(data?.view.private_metadata);
  const team = data === undefined ? undefined : teamOf(data);
  if (data === undefined || carried === undefined || team === undefined) return undefined;
  const { values } = data.view.state;
  // What the person sees counts: a field that was emptied does not fall back to a hidden value of the same name.
  const hidden = Object.fromEntries(Object.entries(carried.args).filter(([name]) => values[name] === undefined));
  const args = { ...hidden, ...fieldValues(values) };
  // A double click sends the same view with the same values; after an error the person sends others.
  const hash = createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 16);
  return {
    platform: 'slack',
    team,
    person: person(data.user.id, data.user.team_id, team),
    place: carried.origin === undefined ? nowhere : placeOf(carried.origin.channel),
    via: 'form',
    command: carried.command,
    text: '',
    args,
    delivery: `form:${data.view.id}:${hash}`,
    ...(carried.origin === undefined ? {} : { origin: carried.origin }),
  };
}

/** The names of a submitted form's fields, for `formErrors`. */
export function fieldNames(payload: unknown): readonly string[] {
  return Object.keys(payloads.viewSubmission.safeParse(payload).data?.view.state.values ?? {});
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

/** A file without an address is one that Slack does not let us read. */
function filesOf(files: readonly z.infer<typeof payloads.slackFile>[] | undefined): { files?: readonly FileRef[] } {
  const refs = (files ?? []).flatMap((file): FileRef[] => {
    const url = file.url_private_download ?? file.url_private;
    return url === undefined ? [] : [{ id: file.id, name: file.name ?? file.id, url, size: file.size ?? 0 }];
  });
  return refs.length === 0 ? {} : { files: refs };
}

/** Without the bot's own name, wherever in the sentence it was called. */
function withoutMention(text: string, bot: string | undefined): string {
  const called = bot === undefined ? /^\s*<@[^>]*>/ : new RegExp(`<@${bot}(\\|[^>]*)?>`, 'g');
  return text.replace(called, ' ').trim();
}

/** A direct message, a mention in a channel, or the home tab. */
export function parseEvent(body: unknown): Inbound | undefined {
  const { data } = payloads.eventCallback.safeParse(body);
  if (data === undefined) return undefined;
  const { event } = data;
  const team = data.authorizations?.[0]?.team_id ?? data.team_id;
  const base = { platform: 'slack', team, command: '', args: {}, delivery: `event:${data.event_id}` } as const;
  if (event.type === 'app_home_opened') {
    if (event.tab !== 'home') return undefined;
    return { ...base, person: { id: event.user }, place: nowhere, via: 'home', text: '' };
  }
  if (event.bot_id !== undefined) return undefined;
  const by = {
    ...base,
    person: person(event.user, event.user_team ?? event.team, team),
    place: placeOf(event.channel),
    via: 'message',
    ...filesOf(event.files),
  } as const;
  if (event.type === 'app_mention')
    return { ...by, text: unescapeText(withoutMention(event.text, data.authorizations?.[0]?.user_id)) };
  // Edits, deletions, joins and the like are subtypes; in a channel only a mention is meant for the bot.
  if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'file_share')) return undefined;
  return { ...by, text: unescapeText(event.text ?? '').trim() };
}
