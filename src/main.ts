import { createBot } from './app/dispatch.ts';
import { type Clock, systemClock } from './app/clock.ts';
import { features } from './app/features.ts';
import { slackManifestOf } from './app/manifests.ts';
import { idsAt } from './app/ids.ts';
import type { Services } from './app/services.ts';
import { startSweeps } from './app/sweep.ts';
import { type Settings, SettingsError, settingsFromEnvironment } from './config.ts';
import { createIdentify, keepInstallation } from './features/people/index.ts';
import { type Handler, type HttpServer, sendText, startHttp, under } from './http.ts';
import { type Log, openLog } from './log.ts';
import { createSlack, type Slack, slackIdentity } from './platforms/slack/transport.ts';
import { openQueue } from './queue.ts';
import { startupAdvice } from './startup-advice.ts';
import { openStore, type StoreOptions } from './store/index.ts';

const tell = (line: string) => process.stderr.write(`${line}\n`);

const storeOptions = ({ databaseUrl, dataFolder }: Settings): StoreOptions =>
  databaseUrl === undefined ? { engine: 'pglite', folder: dataFolder } : { engine: 'postgres', url: databaseUrl };

/** The data and the work on it: everything but the platforms. */
async function openCore(settings: Settings, log: Log, clock: Clock) {
  const store = await openStore(storeOptions(settings));
  const queue = await openQueue(store, log);
  return { store, queue, newId: idsAt(() => clock.now()), system: store.system(queue.enqueue) };
}

type Core = Awaited<ReturnType<typeof openCore>>;

/** The Slack app for the one workspace whose token the settings have. */
function openSlack(settings: NonNullable<Settings['slack']>, core: Core, log: Log): Slack {
  return createSlack({ ...settings, newId: core.newId, log, installation: async () => ({ token: settings.botToken, botUser: undefined }) });
}

/** Learns whose token it is and keeps that the bot is there; an unreachable Slack is tried again, a refused token ends the start. */
async function installSlack({ botToken, apiUrl }: NonNullable<Settings['slack']>, core: Core, clock: Clock): Promise<string> {
  const { team, name, botUser, scopes } = await slackIdentity(botToken, apiUrl);
  return keepInstallation(core.system, { platform: 'slack', team, name, botUser, scopes }, core.newId, clock.now());
}

/** Loaded only where no workspace is set up. */
async function openPlaygroundAt(dataFolder: string, port: number) {
  const { openPlayground } = await import('./playground/open-playground.ts');
  const origin = `http://127.0.0.1:${port}`;
  return openPlayground({ dataFolder, origin, manifest: slackManifestOf(features, origin) });
}

interface Running {
  readonly http: HttpServer;
  stop(): Promise<void>;
}

async function start(settings: Settings): Promise<Running> {
  const log = openLog(settings.logLevel);
  const handlers: Handler[] = [under('/healthz', (_request, response) => sendText(response, 200, 'ok\n'))];
  const http = await startHttp(settings.host, settings.port, handlers);
  const open: (() => Promise<unknown>)[] = [() => http.stop()];
  const stop = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    const playground = settings.slack ? undefined : await openPlaygroundAt(settings.dataFolder, http.port);
    const clock = playground?.clock ?? systemClock;
    const slackSettings = settings.slack ?? playground?.slack;
    if (!slackSettings) throw new SettingsError(['No platform is set up.']);

    if (settings.databaseUrl === undefined) tell('Aftercare: opening the database (the first time takes some seconds) …');
    const core = await openCore(settings, log, clock);
    open.push(() => core.store.close(), () => core.queue.stop());

    const slack = openSlack(slackSettings, core, log);
    const services: Services = { system: core.system, clock, newId: core.newId, log, platform: () => slack };
    await slack.start(createBot(features, services, createIdentify(services)));
    open.push(() => slack.stop());
    if (slack.listener) handlers.push(under('/slack', slack.listener));
    if (playground) handlers.push(playground.handle);

    await installSlack(slackSettings, core, clock);
    await core.queue.work(features.flatMap((feature) => feature.jobs?.(services) ?? []));
    const sweeper = startSweeps(features, services);
    open.push(() => sweeper.stop());
    await playground?.begin(() => sweeper.sweep());
    if (playground) open.push(async () => playground.close());
    return { http, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends on the first signal, at once on the second. */
function stopOnSignal(running: Running): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

async function main(): Promise<void> {
  let at = { port: 3000, dataFolder: 'data' };
  try {
    const settings = settingsFromEnvironment();
    at = settings;
    const running = await start(settings);
    stopOnSignal(running);
    tell(settings.slack ? `Aftercare is at work on port ${running.http.port}.` : `Aftercare is ready: http://localhost:${running.http.port}`);
  } catch (error) {
    const advice = startupAdvice(error, at);
    tell(advice ?? `Aftercare could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  }
}

await main();
