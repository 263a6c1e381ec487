import type { Cloud } from '../cloud.ts';
import { joinConversation } from '../membership.ts';
import { conversationOf, personAt } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { typedCommand, typedMessage } from '../typed-text.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { askBot } from './ask-bot.ts';
import { showAcknowledgement } from './bot-reply.ts';
import { payloadChannel, VERIFICATION_TOKEN } from './payload.ts';

/**
 * A slash command as it was typed. Throws `Refusal`: `operation_timeout` where the bot took more than three seconds,
 * `dispatch_failed` where it answered something else than 200, `not_a_command`. Commands are never sent again.
 */
export async function runCommand(
  cloud: Cloud,
  typed: { readonly as: string; readonly channel: string; readonly text: string },
): Promise<void> {
  const person = personAt(cloud, typed.as);
  const conversation = conversationOf(cloud, person.id, typed.channel);
  const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed.text.trim()) ?? [];
  if (command === '/invite') return invite(cloud, person.id, conversation.id, rest);
  const known = cloud.manifest.commands.find((entry) => entry.command === command);
  if (!known && cloud.manifest.commands.length > 0) throw new Refusal('not_a_command', 404);
  if (command === '') throw new Refusal('not_a_command', 404);
  const { team, bot } = cloud.workspace;
  const channel = payloadChannel(conversation);
  const path = cloud.responseUrls.create({ channel: conversation.id, person: person.id }, 'commands');
  const body = await askBot(cloud, 'command', command, {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: person.username,
    command,
    text: typedCommand(cloud.workspace, rest.trim(), known?.escape ?? false),
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: `${cloud.publicUrl()}${path}`,
    trigger_id: cloud.triggers.issue({ person: person.id }),
  });
  try {
    showAcknowledgement(cloud, { channel: conversation.id, person: person.id }, body);
  } catch (error) {
    if (error instanceof SlackError) throw new Refusal(error.code, 502);
    throw error;
  }
}

/** Slack's own command, so that the bot can be brought into a channel. */
function invite(cloud: Cloud, by: string, channel: string, text: string): void {
  const invited = [...typedMessage(cloud.workspace, text).matchAll(/<@(\w+)>/g)].map(([, id]) => id ?? '');
  if (invited.length === 0) throw new Refusal('user_not_found', 404);
  for (const id of invited) joinConversation(cloud, channel, id, by);
}
