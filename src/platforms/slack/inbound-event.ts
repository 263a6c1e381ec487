import type { z } from 'zod';
import type { FileRef, Inbound } from '../../chat/platform.ts';
import { unescapeText } from './escape.ts';
import * as payloads from './inbound-payloads.ts';
import { nowhere, person, placeOf } from './inbound-person.ts';

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
