import type { Cloud } from '../cloud.ts';
import { newId } from '../ids.ts';
import { type Json, textOf } from '../json.ts';
import { pause, realNow } from '../real-time.ts';
import type { BotAnswer } from './bot-line.ts';
import { VERIFICATION_TOKEN } from './payload.ts';

/** Slack repeats an event at once, after a minute and after five; here sooner, so that nobody waits for it. */
const RETRY_WAITS = [50, 2_000, 10_000];

/** Ends once the bot acknowledged the event or all repetitions are used up; resolves at once where it is not subscribed. */
export function sendEvent(cloud: Cloud, subscription: string, event: Json): Promise<void> {
  const { events } = cloud.manifest;
  if (events && !events.has(subscription)) return Promise.resolve();
  const sending = deliver(cloud, event).finally(() => cloud.inFlight.delete(sending));
  cloud.inFlight.add(sending);
  return sending;
}

async function deliver(cloud: Cloud, event: Json): Promise<void> {
  const body = JSON.stringify(envelope(cloud, event));
  const waits = cloud.options.retryWaits ?? RETRY_WAITS;
  let reason = '';
  for (let retry = 0; retry <= waits.length; retry++) {
    if (retry > 0) await pause(waits[retry - 1] ?? 0, cloud.closed);
    if (cloud.closed.aborted) return;
    const started = realNow();
    const headers: Record<string, string> =
      retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason } : {};
    const answer = await cloud.line.send({ body, contentType: 'application/json', headers });
    cloud.journal.request({
      what: 'event',
      name: String(event.type),
      retry,
      outcome: answer.kind === 'answered' ? answer.status : answer.kind,
      milliseconds: realNow() - started,
    });
    if (answer.kind === 'answered' && (answer.status < 300 || answer.headers['x-slack-no-retry'] === '1')) return;
    reason = retryReason(answer);
  }
}

function retryReason(answer: BotAnswer): string {
  if (answer.kind === 'timeout') return 'http_timeout';
  return answer.kind === 'failed' ? 'connection_failed' : 'http_error';
}

function envelope(cloud: Cloud, event: Json): Json {
  const { team, bot } = cloud.workspace;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(cloud.options.now().getTime() / 1000),
    authorizations: [{ enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: isShared(cloud, event.channel),
    event_context: `4-${newId('')}`,
  };
}

function isShared({ workspace }: Cloud, channel: unknown): boolean {
  const members = workspace.conversations.get(textOf(channel))?.members ?? [];
  return members.some((member) => workspace.people.get(member)?.stranger !== undefined);
}
