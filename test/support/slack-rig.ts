import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { features } from '../../src/app/features.ts';
import { slackManifestOf } from '../../src/app/manifests.ts';
import { BOT, CAST, CHANNELS, TEAM } from '../../src/playground/cast.ts';
import { API_PATH, createSlackCloud, type SlackCloud } from '../../src/playground/slack/slack-cloud.ts';
import { eventually, type Home, type Program, startProgram } from './program.ts';

export const SECRET = 'the-signing-secret-of-the-tests';
export const [MINSEO, HANNAH, MANAGER, ADMIN, GUEST] = CAST.map(({ id }) => id) as [string, string, string, string, string];
export const AFTER_SALES = 'C0AFTERSAL';

export interface SlackRig {
  readonly cloud: SlackCloud;
  readonly env: Readonly<Record<string, string>>;
  /** Where the bot listens, once it runs. */
  readonly bot: () => string;
  /** Starts the bot; again after it was killed. */
  boot(home: Home): Promise<Program>;
  /** The admin lets both reps and the manager in. */
  letTeamIn(): Promise<void>;
  /** Types a command in the person's own conversation with the bot, and gives what was new there when something was. */
  type(as: string, text: string): Promise<string>;
  texts(as: string, channel?: string): readonly string[];
  close(): Promise<void>;
}

/** A Slack of its own in this process, and the real program in another, which knows it only by its address. */
export async function openSlackRig(): Promise<SlackRig> {
  let botOrigin = '';
  let ownOrigin = '';
  const cloud = createSlackCloud({
    cast: CAST,
    channels: CHANNELS,
    team: TEAM,
    bot: BOT,
    signingSecret: SECRET,
    botUrl: () => `${botOrigin}/slack/events`,
    publicUrl: () => ownOrigin,
    now: () => new Date(),
    manifest: slackManifestOf(features, 'http://bot.example.com'),
    retryWaits: [200, 500, 1_000],
    // A crowded machine is no fault of the bot's; the tests of its three seconds measure them.
    ackTimeout: 20_000,
  });
  const server = createServer((request, response) => {
    if (!cloud.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  ownOrigin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const env = { SLACK_API_URL: `${ownOrigin}${API_PATH}`, SLACK_BOT_TOKEN: BOT.token, SLACK_SIGNING_SECRET: SECRET };
  const texts = (as: string, channel = cloud.direct(as)) =>
    cloud
      .messages(as, channel)
      .filter(({ user }) => user === BOT.userId)
      .map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks ?? [])}`);
  const rig: SlackRig = {
    cloud,
    env,
    bot: () => botOrigin,
    texts,
    async boot(home) {
      const program = await startProgram({ ...env, ...home.env });
      botOrigin = program.origin;
      return program;
    },
    async letTeamIn() {
      for (const [who, role] of [
        [MINSEO, 'rep'],
        [HANNAH, 'rep'],
        [MANAGER, 'manager'],
      ] as const) {
        const name = CAST.find(({ id }) => id === who)?.username;
        await rig.type(ADMIN, `/aftercare people <@${who}|${name}> ${role}`);
      }
      await eventually(() => texts(HANNAH).some((text) => text.includes('Welcome')));
    },
    async type(as, text) {
      const before = texts(as).length;
      await cloud.command({ as, channel: cloud.direct(as), text });
      const fresh = () =>
        texts(as)
          .slice(before)
          .filter((said) => !said.startsWith('Not saved yet'));
      await eventually(() => fresh().length > 0);
      return fresh().join('\n');
    },
    async close() {
      cloud.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return rig;
}

/** Sends the bot a request as Slack does, signed with whatever secret, at whatever time. */
export function sendSigned(
  origin: string,
  body: string,
  { secret = SECRET, at = Math.floor(Date.now() / 1000) } = {},
): Promise<Response> {
  return fetch(`${origin}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
    },
    body,
  });
}
