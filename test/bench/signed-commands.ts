import { randomBytes } from 'node:crypto';
import { TEAM } from '../../src/playground/cast.ts';
import { slackSignature } from '../../src/playground/slack/to-bot/bot-line.ts';

export const signingSecret = randomBytes(16).toString('hex');

/** The account of a made-up rep, counted from 1. */
export const accountOf = (rep: number): string => `U0BENCH${String(rep).padStart(4, '0')}`;

/** Whole HTTP requests, signed as Slack signs them and good for five minutes: `/followups` of one rep after the other. */
export function signedCommands(count: number, reps: number, port: number): readonly Buffer[] {
  const seconds = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, i) => {
    const body = new URLSearchParams({
      token: 'unused',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: 'C0AFTERSAL',
      channel_name: 'after-sales',
      user_id: accountOf((i % reps) + 1),
      user_name: `rep${(i % reps) + 1}`,
      command: '/followups',
      text: '',
      api_app_id: 'A0AFTERCAR',
      is_enterprise_install: 'false',
      response_url: `http://127.0.0.1:9/commands/${i}`,
      trigger_id: `${seconds}.${i}.${randomBytes(8).toString('hex')}`,
    }).toString();
    const head = [
      'POST /slack/events HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
      'Accept: application/json,*/*',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Slack-Request-Timestamp: ${seconds}`,
      `X-Slack-Signature: ${slackSignature(signingSecret, seconds, body)}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
