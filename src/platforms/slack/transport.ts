import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Bot, type LookupKind, type Lookups, type Platform, PlatformError } from '../../chat/platform.ts';
import type { SlackCalls } from './calls.ts';
import { type Arrived, createListeners, type Listeners } from './listeners.ts';
import { renderHome, renderMessage } from './render.ts';
import { slackError } from './slack-error.ts';
import { webCalls } from './web-calls.ts';

export interface SlackInstallation {
  readonly token: string;
  readonly botUser: string | undefined;
}

export interface SlackLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface SlackOptions {
  readonly signingSecret: string;
  /** Given: Socket Mode, and nothing has to reach us from outside. */
  readonly appToken?: string | undefined;
  /** Another Web API than Slack's own. */
  readonly apiUrl?: string | undefined;
  /** How long a call may take, in milliseconds; ten seconds. */
  readonly timeoutMs?: number;
  readonly newId: () => string;
  readonly log: SlackLog;
  /** Who has installed the bot. */
  installation(team: string): Promise<SlackInstallation | undefined>;
}

export interface Slack extends Platform {
  readonly name: 'slack';
  /** Requests under `/slack/`; absent in Socket Mode. */
  readonly listener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** Failures surface to the caller, who knows whether trying again is safe; the client itself tries nothing twice. */
const clientOptions = ({ apiUrl, timeoutMs = 10_000 }: Pick<SlackOptions, 'apiUrl' | 'timeoutMs'>) => ({
  retryConfig: { retries: 0 },
  timeout: timeoutMs,
  rejectRateLimitedCalls: true,
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
});

const listenerBody = z.object({
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  view: z.object({ id: z.string() }).nullish(),
});

function arrived(args: { readonly body: unknown; readonly ack: unknown }): Arrived {
  const read = listenerBody.safeParse(args.body).data;
  return {
    body: args.body,
    trigger: read?.trigger_id,
    view: read?.view?.id,
    replyUrl: read?.response_url,
    ack: args.ack as Arrived['ack'],
  };
}

function connect(app: App, listeners: Listeners): void {
  app.command(/.*/, (args) => listeners.command(arrived(args)));
  app.action(/.*/, (args) => listeners.action(arrived(args)));
  app.shortcut(/.*/, (args) => listeners.shortcut(arrived(args)));
  app.view(/.*/, (args) => listeners.form(arrived(args)));
  app.options(/.*/, (args) => listeners.suggestion(arrived(args)));
  app.event(/.*/, (args) => listeners.event(arrived({ body: args.body, ack: async () => {} })));
}

/** Slack through Bolt: signed requests or Socket Mode in, Web API out. */
export function createSlack(options: SlackOptions): Slack {
  const clients = new Map<string, { readonly client: webApi.WebClient; readonly token: string }>();
  const clientFor = async (team: string) => {
    const installed = await options.installation(team);
    if (!installed) throw new PlatformError('denied', 'not_installed');
    const known = clients.get(team);
    if (known?.token === installed.token) return known;
    const fresh = { client: new webApi.WebClient(installed.token, clientOptions(options)), token: installed.token };
    clients.set(team, fresh);
    return fresh;
  };
  const calls: SlackCalls = webCalls(clientFor);

  const receiver =
    options.appToken === undefined
      ? new HTTPReceiver({
          signingSecret: options.signingSecret,
          endpoints: ['/slack/events'],
          logLevel: LogLevel.ERROR,
        })
      : new SocketModeReceiver({
          appToken: options.appToken,
          logLevel: LogLevel.ERROR,
          installerOptions: { clientOptions: options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl } },
        });
  const app = new App({
    receiver,
    deferInitialization: true,
    // It would keep every conversation's state in memory, and we have none.
    convoStore: false,
    logLevel: LogLevel.ERROR,
    clientOptions: clientOptions(options),
    authorize: async ({ teamId }) => {
      const installed = teamId === undefined ? undefined : await options.installation(teamId);
      if (!installed) throw new PlatformError('denied', 'not_installed');
      return { botToken: installed.token, ...(installed.botUser === undefined ? {} : { botUserId: installed.botUser }), teamId };
    },
  });
  app.error(async (error) => options.log.error({ err: error }, 'slack listener'));

  const lookups: { readonly [K in LookupKind]: (ask: Lookups[K]['ask']) => Promise<Lookups[K]['answer']> } = {
    person: ({ team, person }) => calls.profile(team, person),
    file: ({ team, file }) => calls.download(team, file.url),
    sent: ({ team, channel, key, since }) => calls.findSent(team, channel, key, since),
  };

  return {
    name: 'slack',
    listener: receiver instanceof HTTPReceiver ? receiver.requestListener : undefined,
    async start(bot: Bot) {
      connect(app, createListeners(bot, calls, options.newId));
      await app.init();
      if (receiver instanceof SocketModeReceiver) await app.start();
    },
    async stop() {
      if (receiver instanceof SocketModeReceiver) await app.stop();
    },
    async send(to, card, { words, key }) {
      if ('home' in to) {
        await calls.publishHome(to.team, to.home, renderHome(card, words));
        return { channel: to.home, message: '' };
      }
      return calls.post(to.team, 'person' in to ? to.person : to.channel, renderMessage(card, words), key);
    },
    update: (team, ref, card, { words }) => calls.update(team, ref.channel, ref.message, renderMessage(card, words)),
    lookup: (kind, ask) => lookups[kind](ask),
  };
}

export interface SlackIdentity {
  readonly team: string;
  readonly name: string;
  readonly botUser: string | undefined;
  /** What the token may do. */
  readonly scopes: readonly string[];
}

/** Whom a token belongs to. Throws `PlatformError`. */
export async function slackIdentity(token: string, apiUrl: string | undefined): Promise<SlackIdentity> {
  try {
    const said = await new webApi.WebClient(token, clientOptions({ apiUrl })).auth.test();
    return {
      team: said.team_id ?? '',
      name: said.team ?? 'Slack',
      botUser: said.user_id,
      scopes: said.response_metadata?.scopes ?? [],
    };
  } catch (error) {
    throw slackError(error);
  }
}
