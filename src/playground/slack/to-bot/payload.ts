import type { Cloud } from '../cloud.ts';
import type { Json } from '../json.ts';
import { personAt } from '../people.ts';
import type { Conversation } from '../workspace.ts';
import type { Trigger } from './triggers.ts';

export const VERIFICATION_TOKEN = 'playground-verification-token';

/** What every interaction payload says of workspace, person and app. */
export function payloadBase(cloud: Cloud, trigger: Trigger): Json {
  const { team, bot } = cloud.workspace;
  const person = personAt(cloud, trigger.person);
  return {
    user: { id: person.id, username: person.username, name: person.username, team_id: person.stranger?.team ?? team.id },
    api_app_id: bot.appId,
    token: VERIFICATION_TOKEN,
    trigger_id: cloud.triggers.issue(trigger),
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack gives direct and private conversations these names in payloads. */
export function payloadChannel(conversation: Conversation): { id: string; name: string } {
  const names = { direct: 'directmessage', private: 'privategroup', channel: conversation.name };
  return { id: conversation.id, name: names[conversation.kind] };
}
