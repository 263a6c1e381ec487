import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { BOT, CAST, CHANNELS, TEAM } from './cast.ts';
import { Refusal } from './slack/refusal.ts';
import { API_PATH, createSlackCloud } from './slack/slack-cloud.ts';
import { createTeamsCloud, type Teams } from './teams/teams-cloud.ts';
import { playgroundTenant } from './teams/tenant.ts';

export interface PlaygroundOptions {
  readonly dataFolder: string;
  /** Where this very server is reached. */
  readonly origin: string;
  /** The app's own Slack manifest. */
  readonly manifest: unknown;
}

export interface Playground {
  readonly clock: { now(): Date };
  /** What the bot needs to take us for Slack. */
  readonly slack: {
    readonly signingSecret: string;
    readonly botToken: string;
    readonly appToken: undefined;
    readonly apiUrl: string;
  };
  /** What it needs to take us for Teams. */
  readonly teams: {
    readonly app: { readonly id: string; readonly password: string; readonly tenant: string; readonly type: 'SingleTenant' };
    readonly cloud: Teams['bot'];
  };
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** The bot is up: the cast is let in where it is not and `link`ed, and `afterMove` is called whenever the clock was moved. */
  begin(afterMove: () => Promise<void>, link: (links: PlaygroundLinks) => Promise<void>): Promise<void>;
  close(): void;
}

/** Accounts of the same people on both platforms. */
export interface PlaygroundLinks {
  readonly slackTeam: string;
  readonly teamsTenant: string;
  readonly accounts: readonly { readonly slack: string; readonly teams: string }[];
}

/** A clock that can be set; it stays where it was put when the program ends. */
function keptClock(file: string) {
  let offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
  return {
    now: () => new Date(Date.now() + offset),
    set(to: Date) {
      offset = to.getTime() - Date.now();
      writeFileSync(file, String(offset));
    },
  };
}

/** At a first start on a busy machine the bot may be slower than Slack's three seconds; the command is harmless to repeat. */
async function patiently(ask: () => Promise<void>, tries = 5): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof Refusal) || tries === 1) throw error;
    await patiently(ask, tries - 1);
  }
}

/** The admin lets the cast in, as a real admin would: by typing commands. */
async function letCastIn(cloud: ReturnType<typeof createSlackCloud>): Promise<void> {
  const admin = CAST.find(({ role }) => role === 'admin');
  for (const { username, role } of CAST) {
    if (!admin || (role !== 'rep' && role !== 'manager')) continue;
    await patiently(() => cloud.command({ as: admin.id, channel: admin.direct, text: `/aftercare people @${username} ${role}` }));
  }
}

/** Look-alikes of Slack and Teams for somebody who has neither: they speak to the bot as Slack and Teams do, over HTTP. */
export function openPlayground({ dataFolder, origin, manifest }: PlaygroundOptions): Playground {
  mkdirSync(dataFolder, { recursive: true });
  const clock = keptClock(join(dataFolder, 'playground-clock'));
  const file = join(dataFolder, 'playground.json');
  const fresh = !existsSync(file);
  const signingSecret = randomBytes(16).toString('hex');
  let moved: () => Promise<void> = async () => {};
  const cloud = createSlackCloud({
    cast: CAST,
    channels: CHANNELS,
    team: TEAM,
    bot: BOT,
    signingSecret,
    botUrl: `${origin}/slack/events`,
    now: clock.now,
    clock: {
      now: clock.now,
      async set(to) {
        clock.set(to);
        teams.clockMoved();
        await moved();
      },
    },
    manifest,
    file,
  });
  const linked = Promise.withResolvers<void>();
  const tenant = playgroundTenant(CAST, TEAM.name, randomBytes(16).toString('hex'));
  const teams = createTeamsCloud({
    tenant,
    manifest,
    origin,
    botUrl: `${origin}/teams/messages`,
    ready: linked.promise,
    now: clock.now,
    file: join(dataFolder, 'playground-teams.json'),
  });
  return {
    clock,
    slack: { signingSecret, botToken: BOT.token, appToken: undefined, apiUrl: `${origin}${API_PATH}` },
    teams: {
      app: { id: tenant.app.id, password: tenant.app.secret, tenant: tenant.id, type: 'SingleTenant' },
      cloud: teams.bot,
    },
    handle: (request, response) => teams.handle(request, response) || cloud.handle(request, response),
    async begin(afterMove, link) {
      moved = afterMove;
      if (fresh) await letCastIn(cloud);
      await link({
        slackTeam: TEAM.id,
        teamsTenant: tenant.id,
        accounts: tenant.accounts.map(({ person, directory }) => ({ slack: person.id, teams: directory })),
      });
      linked.resolve();
    },
    close() {
      teams.close();
      cloud.close();
    },
  };
}
