import type { Settings } from '../../config.ts';
import type { Finding } from './finding.ts';

type TeamsApp = NonNullable<Settings['teams']>;

const good = (text: string): Finding => ({ ok: true, text: `Teams: ${text}` });
const bad = (text: string): Finding => ({ ok: false, text: `Teams: ${text}` });

/** Loaded only where it is set up, as the bot itself does. */
const ofMicrosoft = async (app: TeamsApp) => (await import('../../platforms/teams/transport.ts')).askTeamsToken(app);

/** Whether Microsoft knows the app, and whether it reaches the bot. */
export async function checkTeams(
  { teams, publicUrl, anonymousTeamsPort }: Settings,
  askToken: (app: TeamsApp) => Promise<void> = ofMicrosoft,
): Promise<readonly Finding[]> {
  if (anonymousTeamsPort !== undefined)
    return [good(`whoever runs on this machine may play it, on port ${anonymousTeamsPort}. Nobody else reaches it.`)];
  if (!teams) return [];
  return [await checkToken(teams, askToken), await checkEndpoint(publicUrl)];
}

async function checkToken(app: TeamsApp, askToken: (app: TeamsApp) => Promise<void>): Promise<Finding> {
  try {
    await askToken(app);
    return good('Microsoft gives the bot a token.');
  } catch (error) {
    // Microsoft's words go on for lines; the first says what it is.
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const next =
      app.type === 'UserAssignedMSI'
        ? 'A managed identity works on an Azure machine it is assigned to only; TEAMS_APP_ID is its client id.'
        : 'Check TEAMS_APP_ID and TEAMS_TENANT_ID, and that TEAMS_APP_PASSWORD is the value, not the id, of a client secret that has not expired.';
    return bad(`Microsoft gives the bot no token (${said.trim()}). ${next}`);
  }
}

/** The bot says to a question without a token that only activities are taken; anything else is somebody else's answer. */
async function checkEndpoint(publicUrl: string | undefined): Promise<Finding> {
  if (publicUrl === undefined)
    return bad('PUBLIC_URL is missing: Microsoft must reach this server. Set it to its address, beginning with https://.');
  const url = `${publicUrl}/teams/messages`;
  const next = `Enter ${url} as the messaging endpoint of the Azure Bot, and let your proxy pass /teams on to the bot’s port.`;
  if (!publicUrl.startsWith('https:')) return bad(`${url} is not encrypted, and Microsoft calls https:// only. ${next}`);
  return answersAt(url, next);
}

/** Exported for its test, which has no certificate. */
export async function answersAt(url: string, next: string): Promise<Finding> {
  try {
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(url, { method: 'POST', headers, body: '{}', signal: AbortSignal.timeout(10_000) });
    if (status === 400) return good(`${url} answers.`);
    return bad(`${url} answers ${status}, which the bot does not. ${next}`);
  } catch (error) {
    const { cause } = Object(error);
    return bad(`${url} is not reached (${cause instanceof Error ? cause.message : String(error)}). Start the bot. ${next}`);
  }
}
