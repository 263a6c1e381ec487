import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBot } from '../../src/app/dispatch.ts';
import { features } from '../../src/app/features.ts';
import { slackManifestOf } from '../../src/app/manifests.ts';
import type { Services } from '../../src/app/services.ts';
import { startSweeps } from '../../src/app/sweep.ts';
import { createIdentify, keepInstallation, sightings } from '../../src/features/people/index.ts';
import { createSlack } from '../../src/platforms/slack/transport.ts';
import { createTeams } from '../../src/platforms/teams/transport.ts';
import { BOT, CAST, CHANNELS, TEAM } from '../../src/playground/cast.ts';
import { API_PATH, createSlackCloud, type SlackCloud } from '../../src/playground/slack/slack-cloud.ts';
import { openTestStore } from './store.ts';
import { APP, startTeamsCloud, TENANT, type TeamsCloud } from './teams-cloud.ts';

export interface TeamsPerson {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

interface Execute {
  readonly type: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: { readonly command?: string };
}

/** Every action in a card, wherever it stands. */
function actionsIn(value: unknown): readonly Execute[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'Action.Execute' ? [value as Execute] : [];
  return [...own, ...Object.values(value).flatMap(actionsIn)];
}

export interface BothPlatforms {
  readonly slack: SlackCloud;
  readonly teams: TeamsCloud;
  readonly services: Services;
  /** Moves the bot's clock forward. */
  pass(minutes: number): void;
  sweep(): Promise<void>;
  /** Somebody in Teams does something in their own conversation with the bot; gives the answer to an invoke. */
  post(person: TeamsPerson, more: object): Promise<unknown>;
  /** What the bot said to somebody in Teams, as JSON, newest last. */
  heard(person: TeamsPerson): readonly string[];
  /** Presses the button of this command on the newest message that has one; gives what stands there then. */
  press(person: TeamsPerson, command: string): Promise<string>;
  close(): Promise<void>;
}

/** Both real transports over real HTTP, in front of one bot with its store and queue. */
export async function openBothPlatforms(): Promise<BothPlatforms> {
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const opened = await openTestStore(clock);
  const { system, newId, log, queue } = opened;
  const teamsCloud = await startTeamsCloud();
  let origin = '';
  let slackOrigin = '';
  const slackCloud = createSlackCloud({
    ...{ cast: CAST, channels: CHANNELS, team: TEAM, bot: BOT, signingSecret: 'a secret' },
    botUrl: () => `${origin}/slack/events`,
    publicUrl: () => slackOrigin,
    now: clock.now,
    manifest: slackManifestOf(features, 'http://bot.example.com'),
    retryWaits: [200, 500, 1_000],
    ackTimeout: 20_000,
  });
  const listen = async (server: ReturnType<typeof createServer>) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const slackServer = createServer((request, response) => {
    if (!slackCloud.handle(request, response)) response.writeHead(404).end();
  });
  slackOrigin = await listen(slackServer);

  const slack = createSlack({
    ...{ signingSecret: 'a secret', apiUrl: `${slackOrigin}${API_PATH}`, newId, log },
    installation: async () => ({ token: BOT.token, botUser: undefined }),
  });
  const teams = createTeams({
    app: { id: APP, tenant: TENANT, type: 'SingleTenant' },
    cloud: teamsCloud.cloud,
    memory: sightings(system, clock, 'teams'),
    log,
    async installed(team, installedBy) {
      const facts = { platform: 'teams' as const, team, name: 'Microsoft Teams', botUser: APP, scopes: [], installedBy };
      await keepInstallation(system, facts, newId, clock.now());
    },
  });
  const services: Services = { system, clock, newId, log, platform: (name) => (name === 'slack' ? slack : teams) };
  const bot = createBot(features, services, createIdentify(services));
  await slack.start(bot);
  await teams.start(bot);
  const botServer = createServer((request, response) =>
    request.url?.startsWith('/slack') ? slack.listener?.(request, response) : teams.listener(request, response),
  );
  botServer.keepAliveTimeout = 120_000;
  origin = await listen(botServer);
  const facts = { platform: 'slack' as const, team: TEAM.id, name: TEAM.name, botUser: BOT.userId, scopes: [] };
  await keepInstallation(system, facts, newId, clock.now());
  await queue.work(features.flatMap((feature) => feature.jobs?.(services) ?? []));
  const sweeper = startSweeps(features, services);

  const conversation = ({ id }: TeamsPerson) => ({ id: `a:${id}`, conversationType: 'personal', tenantId: TENANT });
  let activities = 0;
  const post: BothPlatforms['post'] = async (person, more) => {
    activities += 1;
    const activity = {
      ...{
        type: 'message',
        id: `1764${activities}`,
        timestamp: new Date().toISOString(),
        channelId: 'msteams',
        serviceUrl: teamsCloud.url,
      },
      ...{ from: person, recipient: { id: `28:${APP}`, name: 'Aftercare' }, conversation: conversation(person), ...more },
    };
    const response = await fetch(`${origin}/teams/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${teamsCloud.token()}` },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const messages = (person: TeamsPerson) =>
    teamsCloud.posted
      .filter(({ path }) => decodeURIComponent(path).startsWith(`/v3/conversations/${conversation(person).id}/activities`))
      .map(({ body }) => body);

  return {
    slack: slackCloud,
    teams: teamsCloud,
    services,
    pass: (minutes) => {
      ahead += minutes * 60_000;
    },
    sweep: () => sweeper.sweep(),
    post,
    heard: (person) => messages(person).map((body) => JSON.stringify(body)),
    async press(person, command) {
      const action = messages(person)
        .reverse()
        .flatMap(actionsIn)
        .find(({ data }) => data?.command === command);
      if (!action) throw new Error(`No button ${command} for ${person.name}`);
      const value = { action: { type: action.type, verb: action.verb, data: action.data } };
      return JSON.stringify(await post(person, { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'm1' }));
    },
    async close() {
      await sweeper.stop();
      await teams.stop();
      await slack.stop();
      slackCloud.close();
      for (const server of [botServer, slackServer]) {
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
      await opened.close();
      await teamsCloud.stop();
    },
  };
}
