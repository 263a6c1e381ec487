import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bot, Inbound, Reply } from '../../../src/chat/platform.ts';
import { createTeams, type Teams } from '../../../src/platforms/teams/transport.ts';
import { CAST } from '../../../src/playground/cast.ts';
import type { Post, TeamsDesk } from '../../../src/playground/teams/protocol.ts';
import { createTeamsCloud } from '../../../src/playground/teams/teams-cloud.ts';
import { playgroundTenant } from '../../../src/playground/teams/tenant.ts';
import { words } from '../../contract/blocks/samples.ts';
import { eventually } from '../../support/program.ts';
import { teamsMemory } from '../../support/teams-memory.ts';

export const HANNAH = 'U0HANNAH01';
export const CHAT = 'a:1u0hannah01';
export const CHANNEL = '19:harbour-calls@thread.tacv2';
export const tenant = playgroundTenant(CAST, 'Harbour Appliances', 'a secret of the bot');
export const hannah = tenant.accounts.find(({ person }) => person.id === HANNAH)?.directory ?? '';

export interface TeamsDeskRig {
  readonly origin: string;
  readonly cloud: ReturnType<typeof createTeamsCloud>;
  readonly teams: Teams;
  readonly heard: Inbound[];
  readonly installed: string[];
  /** What the bot behind it answers. */
  reply(inbound: Inbound): Reply | Promise<Reply>;
  api<T>(path: string, body?: object | Buffer): Promise<T>;
  posts(place?: string, as?: string): Promise<Post[]>;
  desk(as?: string): Promise<TeamsDesk>;
  /** The newest post of the place, as soon as there are so many. */
  newest(count: number, place?: string): Promise<Post>;
  /** A call of the connector with the bot's own token. */
  connector(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
  close(): Promise<void>;
}

const manifest = {
  features: {
    slash_commands: [{ command: '/followups', description: 'What is due', usage_hint: '[week]' }],
    shortcuts: [{ name: 'Review this reply', type: 'message', callback_id: 'review.message' }],
  },
};

/** The emulated Teams and the real transport with the real botbuilder, over real HTTP; behind it a bot that says what it is told. */
export async function startTeamsDesk({ file }: { readonly file?: string } = {}): Promise<TeamsDeskRig> {
  const heard: Inbound[] = [];
  const installed: string[] = [];
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud = createTeamsCloud({
    tenant,
    manifest,
    origin,
    botUrl: `${origin}/teams/messages`,
    now: () => new Date(),
    ...(file === undefined ? {} : { file }),
  });
  const log = { warn() {}, error: (details: object) => process.stderr.write(`${JSON.stringify(details)}\n`) };
  const teams = createTeams({
    app: { id: tenant.app.id, password: tenant.app.secret, tenant: tenant.id, type: 'SingleTenant' },
    cloud: cloud.bot,
    memory: teamsMemory(),
    log,
    installed: async (_team, by) => void installed.push(by),
  });
  const bot: Bot = {
    async handle(inbound) {
      heard.push(inbound);
      return { reply: await rig.reply(inbound), words };
    },
    opensForm: () => false,
    wordsFor: () => words,
  };
  handle = (request, response) => {
    if (!cloud.handle(request, response)) teams.listener(request, response);
  };
  await teams.start(bot);

  const rig: TeamsDeskRig = {
    origin,
    cloud,
    teams,
    heard,
    installed,
    reply: () => ({ kind: 'nothing' }),
    async api<T>(path: string, body?: object | Buffer) {
      const sent = body && { method: 'POST', body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) };
      const response = await fetch(`${origin}/playground/teams/api/${path}`, sent);
      const said: unknown = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(said));
      return said as T;
    },
    posts: (place = CHAT, as = HANNAH) => rig.api(`posts?as=${as}&place=${encodeURIComponent(place)}`),
    desk: (as = HANNAH) => rig.api(`desk?as=${as}`),
    newest: (count, place) =>
      eventually(async () => {
        const posts = await rig.posts(place);
        return posts.length >= count ? posts.at(-1) : undefined;
      }),
    async connector(method, path, body, token) {
      const response = await fetch(`${origin}/playground/teams/connector/v3/${path}`, {
        method,
        headers: { authorization: `Bearer ${token ?? (await cloud.bot.token())}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
    async close() {
      await teams.stop();
      cloud.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return rig;
}
