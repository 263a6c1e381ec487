import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity as SdkActivity,
} from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { type Bot, type LookupKind, type Lookups, type Platform, PlatformError } from '../../chat/platform.ts';
import { attachmentOf, type Connector, type InvokeAnswer, installUrl, type TeamsMemory } from './calls.ts';
import { download } from './download.ts';
import { inviteInPlace } from './invite.ts';
import { isLoopback } from './loopback.ts';
import { readActivity } from './read-activity.ts';
import type { TeamsMessage } from './render.ts';
import { renderMessage } from './render.ts';
import { createVoice } from './speak.ts';
import { teamsError } from './teams-error.ts';
import { createTurns, type TeamsLog, type Turns } from './turns.ts';

export interface TeamsOptions {
  /** Absent: nobody signs, and only this machine is spoken to. */
  readonly app:
    | {
        readonly id: string;
        readonly password?: string | undefined;
        readonly tenant: string;
        readonly type: 'SingleTenant' | 'UserAssignedMSI';
      }
    | undefined;
  /** Another cloud than Microsoft's own: who signs its requests, and what it takes for ours. */
  readonly cloud?: {
    readonly openIdMetadata: string;
    readonly issuer: string;
    token(): Promise<string>;
  };
  readonly memory: TeamsMemory;
  readonly log: TeamsLog;
  /** Somebody of a tenant added the bot or spoke to it; may be told more than once. */
  installed(team: string, by: string): Promise<void>;
}

export interface Teams extends Platform {
  readonly name: 'teams';
  /** Requests to `/teams/messages`. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

const appSettings = (app: TeamsOptions['app']) => ({
  MicrosoftAppId: app?.id ?? '',
  MicrosoftAppPassword: app?.password ?? '',
  MicrosoftAppType: app?.type ?? 'MultiTenant',
  MicrosoftAppTenantId: app?.tenant ?? '',
});

const authenticationOf = ({ app, cloud }: TeamsOptions) =>
  new ConfigurationBotFrameworkAuthentication(
    {
      ...appSettings(app),
      ...(cloud === undefined
        ? {}
        : { ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata, ToBotFromChannelTokenIssuer: cloud.issuer }),
    },
    cloud && credentialsOf(app?.id ?? '', cloud.token),
  );

/** Asks Microsoft for the token that each call to Teams needs. Rejects, with Microsoft's words, where there is none. */
export async function askTeamsToken(app: NonNullable<TeamsOptions['app']>): Promise<void> {
  const credentials = await new ConfigurationServiceClientCredentialFactory(appSettings(app)).createCredentials(
    app.id,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    AuthenticationConstants.ToChannelFromBotLoginUrlPrefix,
    true,
  );
  if (credentials instanceof AppCredentials) await credentials.getToken(true);
}

/** Of another cloud: its tokens, made by whoever plays it. */
const credentialsOf = (appId: string, token: () => Promise<string>): ServiceClientCredentialsFactory => ({
  isValidAppId: async (id = '') => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  }),
});

const messageActivity = ({ summary, card }: TeamsMessage): Partial<SdkActivity> => ({
  type: ActivityTypes.Message,
  summary,
  attachments: [attachmentOf(card)],
});

function createConnector({ app }: TeamsOptions, authentication: ConfigurationBotFrameworkAuthentication): Connector {
  const id = app?.id ?? '';
  const claims = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: id },
    { type: AuthenticationConstants.AppIdClaim, value: id },
  ]);
  const factory = authentication.createConnectorFactory(claims);
  const clients = new Map<string, Promise<ConnectorClient>>();
  const call = async <T>(serviceUrl: string, ask: (client: ConnectorClient) => Promise<T>): Promise<T> => {
    // Without credentials anybody may name an address; ours is not the machine that posts to it.
    if (!app && !isLoopback(serviceUrl)) throw new PlatformError('refused', 'service_not_local');
    const client = clients.get(serviceUrl) ?? factory.create(serviceUrl);
    clients.set(serviceUrl, client);
    try {
      return await ask(await client);
    } catch (error) {
      clients.delete(serviceUrl);
      throw teamsError(error);
    }
  };
  return {
    send: (url, conversation, message) =>
      call(url, async ({ conversations }) => (await conversations.sendToConversation(conversation, messageActivity(message))).id),
    update: (url, conversation, message, to) =>
      call(url, async ({ conversations }) => {
        await conversations.updateActivity(conversation, message, { ...messageActivity(to), id: message });
      }),
    open: (url, tenantId, user) =>
      call(url, async ({ conversations }) => {
        const opened = await conversations.createConversation({
          isGroup: false,
          bot: { id: `28:${id}`, name: '' },
          members: [{ id: user, name: '' }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as Parameters<typeof conversations.createConversation>[0]);
        return opened.id;
      }),
    member: (url, conversation, user) =>
      call(url, async ({ conversations }) => {
        const found = (await conversations.getConversationMember(conversation, user)) as unknown as Record<string, unknown>;
        const text = (name: string) => (typeof found[name] === 'string' ? found[name] : undefined);
        return {
          name: text('name') ?? user,
          // A user principal name is a way to sign in, and no mail that anybody has proved to have.
          email: text('email'),
          tenant: text('tenantId'),
          role: text('userRole'),
          account: text('aadObjectId') ?? text('objectId'),
        };
      }),
  };
}

/** Teams through botbuilder: signed activities in, the Bot Connector out. The only file that knows the SDK. */
export function createTeams(options: TeamsOptions): Teams {
  const authentication = authenticationOf(options);
  const adapter = new CloudAdapter(authentication);
  const connector = createConnector(options, authentication);
  const voice = createVoice(connector, options.memory);
  let turns: Turns | undefined;

  const serve = async (request: IncomingMessage): Promise<InvokeAnswer> => {
    const read = await readActivity(request);
    if ('status' in read) return read;
    // Without credentials this machine alone is served: neither a page that calls itself by another name, nor another machine's
    // service, which the answer would be posted to.
    if (!options.app && !(isLoopback(`http://${request.headers.host ?? ''}`) && isLoopback(read.activity.serviceUrl)))
      return { status: 403 };
    const sdkActivity = read.json as SdkActivity;
    const who = await authentication.authenticateRequest(sdkActivity, request.headers.authorization ?? '').catch(() => undefined);
    if (!who) return { status: 401 };
    let answer: InvokeAnswer = { status: 200 };
    await adapter.processActivityDirect(who, sdkActivity, async () => {
      if (turns) answer = await turns.take(read.activity);
    });
    return answer;
  };

  const lookups: { readonly [K in LookupKind]: (ask: Lookups[K]['ask']) => Promise<Lookups[K]['answer']> } = {
    person: async ({ team, person }) => {
      const seen = await options.memory.find(team, person);
      if (!seen) throw new PlatformError('gone', 'person_not_seen');
      const found = await connector.member(seen.serviceUrl, seen.place, seen.user);
      const foreign = found.tenant !== undefined && found.tenant !== team;
      return {
        id: person,
        name: found.name,
        ...(found.email === undefined ? {} : { email: found.email }),
        ...(seen.zone === undefined ? {} : { zone: seen.zone }),
        ...(seen.locale === undefined ? {} : { locale: seen.locale }),
        admin: false,
        kind: foreign ? 'stranger' : found.role === 'guest' ? 'guest' : 'member',
      };
    },
    file: ({ file }) => download(file.url),
    // Teams keeps nothing by which a message could be found again.
    sent: async () => {
      throw new PlatformError('refused', 'cannot_look');
    },
  };

  return {
    name: 'teams',
    listener(request, response) {
      serve(request)
        .catch((err: unknown): InvokeAnswer => {
          options.log.error({ err }, 'teams activity');
          return { status: 500 };
        })
        .then(({ status, body }) => {
          // What was not read of a request would be taken for the next one.
          response.writeHead(status, {
            'content-type': 'application/json',
            ...(request.complete ? {} : { connection: 'close' }),
          });
          response.end(body === undefined ? undefined : JSON.stringify(body));
        });
    },
    async start(bot: Bot) {
      turns = createTurns({ bot, voice, connector, ...options });
    },
    async stop() {
      await turns?.idle();
    },
    async send(to, card, { words }) {
      const message = renderMessage(card, words);
      if ('channel' in to) return voice.toPlace(to.team, to.channel, message);
      const person = 'person' in to ? to.person : to.home;
      try {
        return await voice.toPerson(to.team, person, message);
      } catch (error) {
        if (error instanceof PlatformError && error.kind === 'gone')
          await inviteInPlace({ voice, connector, installUrl: installUrl(options.app), ...options }, to.team, person, words);
        throw error;
      }
    },
    update: (team, ref, card, { words }) => voice.update(team, ref, renderMessage(card, words)),
    lookup: (kind, ask) => lookups[kind](ask),
  };
}
