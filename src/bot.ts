import { setTimeout } from 'node:timers/promises';
import { openAdvisor } from './advisor/open-advisor.ts';
import { type Clock, systemClock } from './app/clock.ts';
import { createBot } from './app/dispatch.ts';
import { features } from './app/features.ts';
import { slackManifestOf } from './app/manifests.ts';
import type { Services } from './app/services.ts';
import { startSweeps } from './app/sweep.ts';
import { type Platform, PlatformError, type PlatformName } from './chat/platform.ts';
import { controlTasks } from './cli/control-tasks.ts';
import { type Settings, SettingsError } from './config.ts';
import { startControl } from './control.ts';
import { createIdentify, keepInstallation, linkAccounts, sightings } from './features/people/index.ts';
import { salesHook } from './features/sale/index.ts';
import { type Handler, type HttpServer, sendText, startHttp, under } from './http.ts';
import { type Log, openLog } from './log.ts';
import { type Core, openCore } from './open-core.ts';
import { publicPages } from './pages/public-pages.ts';
import { createSlack, type Slack, slackIdentity } from './platforms/slack/transport.ts';
import { createTeamsOnDemand } from './platforms/teams/on-demand.ts';
import type { Teams, TeamsOptions } from './platforms/teams/transport.ts';
import type { EmbeddedDatabase } from './store/index.ts';

const tell = (line: string) => process.stderr.write(`${line}\n`);

/** The Slack app for the one workspace whose token the settings have. */
function openSlack(settings: NonNullable<Settings['slack']>, core: Core, log: Log): Slack {
  return createSlack({
    ...settings,
    newId: core.newId,
    log,
    // Long before the end of a call counts as unclear, it has ended.
    timeoutMs: Math.round(core.system.unclearMs / 3),
    installation: async () => ({ token: settings.botToken, botUser: undefined }),
  });
}

/** Learns whose token it is and keeps that the bot is there. */
async function keepSlack({ botToken, apiUrl }: NonNullable<Settings['slack']>, core: Core, clock: Clock): Promise<void> {
  const { team, name, botUser, scopes } = await slackIdentity(botToken, apiUrl);
  await keepInstallation(core.system, { platform: 'slack', team, name, botUser, scopes }, core.newId, clock.now());
}

type Owner = Pick<Services, 'system' | 'clock' | 'newId'>;

/** Loaded only where it is set up: its SDK takes half a second and 50 MB. */
async function openTeams(
  { app, cloud }: Pick<TeamsOptions, 'app' | 'cloud'>,
  { system, clock, newId }: Owner,
  log: Log,
): Promise<Teams> {
  const { createTeams } = await import('./platforms/teams/transport.ts');
  return createTeams({
    app,
    ...(cloud && { cloud }),
    memory: sightings(system, clock, 'teams'),
    log,
    async installed(team, installedBy) {
      const facts = { platform: 'teams' as const, team, name: 'Microsoft Teams', botUser: app?.id, scopes: [], installedBy };
      await keepInstallation(system, facts, newId, clock.now());
    },
  });
}

function platformOf(platforms: readonly Platform[]) {
  return (name: PlatformName): Platform => {
    const found = platforms.find((platform) => platform.name === name);
    if (!found) throw new PlatformError('gone', `${name}_not_set_up`);
    return found;
  };
}

const modelHost = ({ baseUrl = 'https://api.openai.com/v1' }: NonNullable<Settings['model']>) => new URL(baseUrl).host;

const retryMs = 10_000;

/** A token that Slack refuses ends the start; a Slack that cannot be reached is asked again while the bot is up. */
async function installSlack(
  settings: NonNullable<Settings['slack']>,
  core: Core,
  clock: Clock,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  try {
    await keepSlack(settings, core, clock);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.kind === 'denied' || error.kind === 'refused') {
      throw new SettingsError([
        `SLACK_BOT_TOKEN is refused by Slack (${error.code}). Copy it again from OAuth & Permissions of your Slack app.`,
      ]);
    }
    log.warn({ err: error }, 'Slack cannot be reached; asking again');
    void setTimeout(retryMs, undefined, { signal, ref: false })
      .then(() => installSlack(settings, core, clock, log, signal))
      .catch((err: unknown) => signal.aborted || log.error({ err }, 'Slack is not connected'));
  }
}

/** Loaded only where no workspace is set up. */
async function openPlaygroundAt(dataFolder: string, port: number) {
  const { openPlayground } = await import('./playground/open-playground.ts');
  const origin = `http://127.0.0.1:${port}`;
  return openPlayground({ dataFolder, origin, manifest: slackManifestOf(features, origin) });
}

interface Running {
  stop(): Promise<void>;
}

/** What is under way before the bot is loaded. */
export interface Begun {
  readonly settings: Settings;
  readonly http: HttpServer;
  /** Asked in this order; more may join. */
  readonly handlers: Handler[];
  /** Being opened, where no database server is set. */
  readonly database: Promise<EmbeddedDatabase> | undefined;
}

async function start({ settings, http, handlers, database }: Begun): Promise<Running> {
  const log = openLog(settings.logLevel);
  handlers.push(under('/healthz', (_request, response) => sendText(response, 200, 'ok\n')));
  handlers.push(publicPages({ supportEmail: settings.supportEmail, modelHost: settings.model && modelHost(settings.model) }));
  const closeDatabase = () =>
    database?.then(
      (one) => one.close(),
      () => {},
    );
  const open: (() => Promise<unknown> | undefined)[] = [() => http.stop(), closeDatabase];
  const stop = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    const real = settings.slack !== undefined || settings.teams !== undefined;
    const playground = real ? undefined : await openPlaygroundAt(settings.dataFolder, http.port);
    const clock = playground?.clock ?? systemClock;
    const slackSettings = settings.slack ?? playground?.slack;
    const core = await openCore(settings, log, clock, database);
    open.push(
      () => core.store.close(),
      () => core.queue.stop(),
    );

    const owner = { system: core.system, clock, newId: core.newId };
    const control = settings.databaseUrl === undefined ? await startControl(settings.dataFolder, controlTasks(owner)) : undefined;
    if (control) open.push(() => control.stop());

    const slack = slackSettings && openSlack(slackSettings, core, log);
    const { anonymousTeamsPort } = settings;
    const teams =
      settings.teams || anonymousTeamsPort !== undefined
        ? await openTeams({ app: settings.teams }, owner, log)
        : playground && createTeamsOnDemand(() => openTeams(playground.teams, owner, log));
    const platforms: readonly Platform[] = [...(slack ? [slack] : []), ...(teams ? [teams] : [])];
    const advisor = settings.model && openAdvisor(settings.model, { ...owner, log });
    const services: Services = { ...owner, log, ...(advisor && { advisor }), platform: platformOf(platforms) };
    const bot = createBot(features, services, createIdentify(services));
    for (const platform of platforms) {
      await platform.start(bot);
      open.push(() => platform.stop());
    }
    if (slack?.listener) handlers.push(under('/slack', slack.listener));
    if (teams && anonymousTeamsPort === undefined) handlers.push(under('/teams', teams.listener));
    if (teams && anonymousTeamsPort !== undefined) {
      const own = await startHttp('127.0.0.1', anonymousTeamsPort, [under('/teams', teams.listener)]);
      open.push(() => own.stop());
      tell(`Aftercare takes anybody on this machine for Teams: http://127.0.0.1:${own.port}/teams/messages`);
    }
    if (playground) handlers.push(playground.handle);

    const ended = new AbortController();
    open.push(async () => ended.abort());
    handlers.push(under('/hooks', salesHook(services, settings.hooks)));
    if (slackSettings) await installSlack(slackSettings, core, clock, log, ended.signal);
    await core.queue.work(features.flatMap((feature) => feature.jobs?.(services) ?? []));
    const sweeper = startSweeps(features, services);
    open.push(() => sweeper.stop());
    await playground?.begin(
      () => sweeper.sweep(),
      (links) => linkAccounts(core.system, links, clock.now()),
    );
    if (playground) open.push(async () => playground.close());
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends on the first signal, at once on the second; gives the exit code. */
function untilStopped(running: Running): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        running.stop().then(
          () => resolve(0),
          () => resolve(1),
        );
      });
    }
  });
}

/** Runs the bot until it is told to stop; gives the exit code. */
export async function runBot(begun: Begun): Promise<number> {
  const { settings, http } = begun;
  const running = await start(begun);
  tell(
    settings.slack || settings.teams
      ? `Aftercare is at work on port ${http.port}.`
      : `Aftercare is ready: http://localhost:${http.port}`,
  );
  return untilStopped(running);
}
