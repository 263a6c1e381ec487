import { z } from 'zod';
import type { Settings } from '../../config.ts';
import { scopes } from '../../platforms/slack/manifest.ts';
import { slackIdentity } from '../../platforms/slack/transport.ts';
import type { Finding } from './finding.ts';

type SlackSettings = NonNullable<Settings['slack']>;
const answer = z.object({ ok: z.boolean(), error: z.string().optional() });

/** Whose token it is, what it may do, and, in Socket Mode, whether the app's own token opens a connection. */
export async function checkSlack({ slack, teams, publicUrl }: Settings): Promise<readonly Finding[]> {
  if (!slack && teams) return [{ ok: true, text: 'Slack: not set up.' }];
  if (!slack)
    return [
      {
        ok: true,
        text: 'Slack: not set up, `npm start` opens the playground. For a real workspace set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.',
      },
    ];
  const findings = await checkToken(slack);
  if (slack.appToken !== undefined) return [...findings, await checkSocketMode(slack, slack.appToken)];
  if (publicUrl !== undefined) return findings;
  return [
    ...findings,
    {
      ok: false,
      text: 'PUBLIC_URL is missing: set it to the address under which Slack reaches this server, or set SLACK_APP_TOKEN to use Socket Mode.',
    },
  ];
}

async function checkToken({ botToken, apiUrl }: SlackSettings): Promise<readonly Finding[]> {
  try {
    const { name, scopes: granted } = await slackIdentity(botToken, apiUrl);
    const missing = Object.entries(scopes).filter(([scope]) => !granted.includes(scope));
    return [
      { ok: true, text: `Slack: the bot token is one of the workspace ${name}.` },
      ...(missing.length === 0 ? [{ ok: true, text: 'Slack: all scopes are granted.' }] : []),
      ...missing.map(([scope, why]) => ({
        ok: false,
        text: `Slack: the scope ${scope} is missing (${why}). Add it under OAuth & Permissions and install the app again.`,
      })),
    ];
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [
      {
        ok: false,
        text: `Slack: auth.test failed (${said}). Copy the Bot User OAuth Token from OAuth & Permissions into SLACK_BOT_TOKEN, and check the network.`,
      },
    ];
  }
}

async function checkSocketMode({ apiUrl = 'https://slack.com/api/' }: SlackSettings, token: string): Promise<Finding> {
  const url = new URL('apps.connections.open', apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`);
  const said = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  })
    .then(async (response) => answer.parse(await response.json()))
    .catch((error: unknown) => ({ ok: false, error: String(error) }));
  if (said.ok) return { ok: true, text: 'Slack: Socket Mode opens.' };
  return {
    ok: false,
    text: `Slack: Socket Mode does not open (${said.error}). Make an App-Level Token with connections:write under Basic Information and set SLACK_APP_TOKEN.`,
  };
}
