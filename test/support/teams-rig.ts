import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Bot, Inbound, Reply } from '../../src/chat/platform.ts';
import type { Seen } from '../../src/chat/sighting.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../src/platforms/teams/transport.ts';
import { words } from '../contract/blocks/samples.ts';
import { APP, HANNAH, startTeamsCloud, TENANT, type TeamsCloud } from './teams-cloud.ts';
import { teamsMemory } from './teams-memory.ts';

export const card = (text: string, elements: Card['elements'] = [{ kind: 'text', line: text }]): Card => ({ text, elements });
export const personal = { id: 'a:hannah', conversationType: 'personal', tenantId: TENANT };
export const channel = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: TENANT };

/** An answer, as a test looks into it. */
export type Json = { readonly [name: string]: Json };

export interface TeamsRig {
  cloud: TeamsCloud;
  teams: Teams;
  readonly heard: Inbound[];
  /** What the bot behind it answers. */
  reply(inbound: Inbound): Reply | Promise<Reply>;
  readonly seen: Map<string, Seen>;
  readonly installed: string[];
  readonly memory: TeamsOptions['memory'];
  address(): string;
  /** Starts another transport in place of the rig's own, or puts another bot behind it. */
  use(options: Pick<TeamsOptions, 'app'> & Partial<TeamsOptions>, behind?: Bot): Promise<void>;
  /** What the transport is started with for each test. */
  signed(): Pick<TeamsOptions, 'app' | 'cloud'>;
  activity(more?: object): object;
  post(body: unknown, authorization?: string): Promise<{ readonly status: number; readonly body: Json }>;
  invoke(name: string, value: unknown, more?: object): Promise<{ readonly status: number; readonly body: Json }>;
}

/** The real transport over real HTTP with real tokens, set up anew for each test; behind it a bot that says what it is told. */
export function teamsRig(): TeamsRig {
  const seen = new Map<string, Seen>();
  const memory = teamsMemory(seen);
  const bot: Bot = {
    async handle(inbound) {
      rig.heard.push(inbound);
      return { reply: await rig.reply(inbound), words };
    },
    opensForm: () => false,
    wordsFor: () => words,
  };
  const server = createServer((request, response) => rig.teams.listener(request, response));
  // Longer than any test: a connection that ends while it is taken up again is no fault of the bot's.
  server.keepAliveTimeout = 120_000;

  const rig: TeamsRig = {
    cloud: undefined as never,
    teams: undefined as never,
    heard: [],
    reply: () => ({ kind: 'nothing' }),
    seen,
    installed: [],
    memory,
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/messages`,
    signed: () => ({ app: { id: APP, tenant: TENANT, type: 'SingleTenant' }, cloud: rig.cloud.cloud }),
    async use(options, behind = bot) {
      const log = { warn() {}, error() {} };
      rig.teams = createTeams({
        memory,
        log,
        installed: async (team, by) => void rig.installed.push(`${team} ${by}`),
        ...options,
      });
      await rig.teams.start(behind);
    },
    activity: (more = {}) => ({
      type: 'message',
      id: '1764000000001',
      channelId: 'msteams',
      serviceUrl: rig.cloud.url,
      from: HANNAH,
      recipient: { id: `28:${APP}`, name: 'Aftercare' },
      conversation: personal,
      text: 'followups',
      ...more,
    }),
    async post(body, authorization = `Bearer ${rig.cloud.token()}`) {
      const response = await fetch(rig.address(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    invoke: (name, value, more = {}) => rig.post(rig.activity({ type: 'invoke', name, value, text: undefined, ...more })),
  };

  beforeAll(async () => {
    rig.cloud = await startTeamsCloud();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rig.cloud.stop();
  });
  beforeEach(async () => {
    rig.reply = () => ({ kind: 'say', card: card('Hello'), to: 'person' });
    for (const list of [rig.heard, rig.installed, rig.cloud.posted, rig.cloud.answers]) list.length = 0;
    memory.clear();
    await rig.use(rig.signed());
  });
  afterEach(() => rig.teams.stop());
  return rig;
}
