import { createServer } from 'node:http';
import { webApi } from '@slack/bolt';
import { createEmulator } from 'emulate';
import { BOT, CAST, TEAM } from '../../../src/playground/cast.ts';
import { API_PATH, createSlackCloud } from '../../../src/playground/slack/slack-cloud.ts';

/** One workspace behind a Web API: a rep, a bot, a channel with both, one without the bot. */
export interface World {
  readonly client: webApi.WebClient;
  /** The same API, asked with another token. */
  withToken(token: string): webApi.WebClient;
  readonly ids: { readonly rep: string; readonly bot: string; readonly inside: string; readonly outside: string };
  /** A fresh trigger id of the rep. */
  trigger(): Promise<string>;
  close(): Promise<void>;
}

const options = { retryConfig: { retries: 0 }, timeout: 20_000, logLevel: 'error' as webApi.LogLevel };
const rep = CAST[0];
const POOR_TOKEN = 'xoxb-poor';
const client = (token: string, slackApiUrl: string) => new webApi.WebClient(token, { ...options, slackApiUrl });

export async function openOurs(): Promise<World> {
  if (!rep) throw new Error('the cast is empty');
  const members = [rep.id, BOT.userId];
  const channels = [
    { id: 'C0INSIDE01', name: 'inside', topic: 'In here', members },
    { id: 'C0OUTSIDE1', name: 'outside', topic: '', members: [rep.id] },
  ];
  let origin = '';
  let trigger = '';
  const cloud = createSlackCloud({
    cast: [rep],
    channels,
    team: TEAM,
    bot: { ...BOT, scopes: SCOPES },
    signingSecret: 's',
    botUrl: () => `${origin}/bot`,
    now: () => new Date(),
    manifest: { settings: { event_subscriptions: { bot_events: [] } } },
  });
  const server = createServer(async (request, response) => {
    if (cloud.handle(request, response)) return;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    trigger = new URLSearchParams(Buffer.concat(chunks).toString()).get('trigger_id') ?? '';
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    client: client(BOT.token, origin + API_PATH),
    withToken: (token) => client(token, origin + API_PATH),
    ids: { rep: rep.id, bot: BOT.userId, inside: 'C0INSIDE01', outside: 'C0OUTSIDE1' },
    async trigger() {
      await cloud.command({ as: rep.id, channel: rep.direct, text: '/trigger' });
      return trigger;
    },
    async close() {
      cloud.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const SCOPES = BOT.scopes.filter((scope) => scope !== 'team:read');

/** The npm package `emulate`, with the same people and channels under ids of its own. */
export async function openTheirs(): Promise<World> {
  if (!rep) throw new Error('the cast is empty');
  const bot = { app_id: BOT.appId, bot_id: BOT.botId, bot_user_id: BOT.userId };
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: TEAM.name, domain: TEAM.domain },
        users: [
          {
            name: rep.username,
            real_name: rep.name,
            email: rep.email,
            profile: { title: rep.title, display_name: rep.displayName },
          },
        ],
        channels: [
          { name: 'inside', topic: 'In here' },
          { name: 'outside', topic: '', is_private: false },
        ],
        oauth_apps: [
          {
            ...bot,
            client_id: '1.2',
            client_secret: 's',
            name: BOT.name,
            redirect_uris: [],
            scopes: [...SCOPES],
            bot_name: BOT.name.toLowerCase(),
          },
        ],
        tokens: [
          { ...bot, token: BOT.token, type: 'bot', user_id: BOT.userId, scopes: [...SCOPES] },
          {
            token: POOR_TOKEN,
            type: 'bot',
            user_id: 'U000000001',
            scopes: ['channels:read', 'channels:join', 'channels:manage', 'users:read'],
          },
        ],
      },
    },
  });
  const api = `${emulator.url}/api/`;
  const setUp = client(BOT.token, api);
  const users = await setUp.users.list({});
  const channels = await client(POOR_TOKEN, api).conversations.list({});
  const channel = (name: string) => channels.channels?.find((one) => one.name === name)?.id ?? '';
  const person = users.members?.find((one) => one.name === rep.username)?.id ?? '';
  await client(POOR_TOKEN, api).conversations.invite({ channel: channel('inside'), users: BOT.userId });
  return {
    client: setUp,
    withToken: (token) => client(token, api),
    ids: { rep: person, bot: BOT.userId, inside: channel('inside'), outside: channel('outside') },
    async trigger() {
      const answer = await setUp.apiCall('views.generateTriggerId', { user_id: person });
      return String(answer['trigger_id' as keyof typeof answer]);
    },
    close: () => emulator.close(),
  };
}

/** `emulate` takes a port, not 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}
