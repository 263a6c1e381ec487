import type { IncomingMessage, ServerResponse } from 'node:http';
import { createDesks } from '../slack/desk/desks.ts';
import { createFileContents } from '../slack/file-contents.ts';
import { sendJson } from '../slack/http-body.ts';
import { parseManifest } from '../slack/manifest.ts';
import { createKeptFile } from '../slack/workspace-file.ts';
import { createBotLine } from './bot-line.ts';
import { botToken } from './bot-token.ts';
import type { TeamsCloud } from './cloud.ts';
import { sendFile } from './file-links.ts';
import { handleConnector } from './handle-connector.ts';
import { handleTeamsDesk } from './handle-desk.ts';
import { handleToken, openIdConfiguration } from './handle-sign-in.ts';
import type { TeamsEvent } from './protocol.ts';
import { createRateLimit } from './rate-limit.ts';
import { createRooms } from './room.ts';
import type { TenantSeed } from './tenant.ts';
import { keptTenant, loadTenant } from './tenant-file.ts';
import { createTokens } from './tokens.ts';

export interface TeamsCloudOptions {
  readonly tenant: TenantSeed;
  /** The app's own manifest: its commands and the actions of its messages. */
  readonly manifest: unknown;
  /** Where this server is reached, without a slash at the end. */
  readonly origin: string;
  /** Where activities go. */
  readonly botUrl: string;
  /** Until then nothing is sent to the bot: whoever came earlier would be somebody new to it. */
  readonly ready?: Promise<void>;
  /** Time of messages. Tokens and limits use real time. */
  now(): Date;
  /** Keeps conversations and files over restarts. */
  readonly file?: string;
}

export interface Teams {
  /** What the bot needs to take us for Microsoft's cloud. */
  readonly bot: { readonly openIdMetadata: string; readonly issuer: string; token(): Promise<string> };
  /** Whether the request was ours; it is then answered here. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** The playground's clock was moved. */
  clockMoved(): void;
  close(): void;
}

const PATH = '/playground/teams/';

/** An emulated organisation in Microsoft Teams with one bot, which it reaches over HTTP only. */
export function createTeamsCloud({ tenant, manifest, origin, botUrl, ready, now, file }: TeamsCloudOptions): Teams {
  const url = (path: string) => `${origin}${PATH}${path}`;
  const serviceUrl = url('connector/');
  const closing = new AbortController();
  const tokens = createTokens();
  const kept = { rooms: createRooms(tenant), installed: new Set<string>(), greeted: new Set<string>() };
  if (file) loadTenant(kept, file);
  let last = Math.max(0, ...[...kept.rooms.values()].map(({ posts }) => Number(posts.at(-1)?.id ?? 0)));
  const keeper = createKeptFile(() => keptTenant(kept), file);
  const cloud: TeamsCloud = {
    tenant,
    manifest: parseManifest(manifest),
    ...kept,
    contents: createFileContents(file && `${file}.files`),
    desks: createDesks<TeamsEvent>(),
    tokens,
    rateLimit: createRateLimit(),
    line: createBotLine({ ready, url: botUrl, serviceUrl, app: tenant.app.id, tokens, closed: closing.signal }),
    closed: closing.signal,
    serviceUrl,
    now,
    clock: () => ({ now: now().toISOString() }),
    nextId() {
      last = Math.max(last + 1, now().getTime());
      return String(last);
    },
    save: keeper.save,
  };

  const route = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const after = (prefix: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : undefined);
    const desk = after('api/');
    if (desk !== undefined) return handleTeamsDesk(cloud, desk, request, response).then(() => true);
    const bytes = after('connector/files/');
    if (bytes !== undefined) {
      sendFile(cloud, bytes, new URL(request.url ?? '/', origin).searchParams, response);
      return true;
    }
    const connector = after('connector/');
    if (connector !== undefined) return handleConnector(cloud, connector, request, response).then(() => true);
    if (path === 'token') return handleToken(cloud, request, response).then(() => true);
    sendJson(response, 200, path === 'keys' ? tokens.keys() : openIdConfiguration(cloud, url('keys')));
    return true;
  };
  const ours = /^(?:api\/|connector\/|token$|keys$|openid$)/;

  return {
    bot: {
      openIdMetadata: url('openid'),
      issuer: tokens.issuer,
      token: botToken({ endpoint: url('token'), ...bot(tenant), scope: `${tokens.issuer}/.default` }),
    },
    handle(request, response) {
      const path = (request.url ?? '/').replace(/[?#].*$/, '');
      const rest = path.startsWith(PATH) ? path.slice(PATH.length) : '';
      if (!ours.test(rest)) return false;
      route(rest, request, response).catch((error: unknown) => {
        if (response.headersSent) return response.destroy();
        const tooMuch = error instanceof RangeError;
        return sendJson(response, tooMuch ? 413 : 500, { error: tooMuch ? 'too_large' : `internal_error: ${String(error)}` });
      });
      return true;
    },
    clockMoved: () => cloud.desks.tellAll({ kind: 'clock', clock: cloud.clock() }),
    close() {
      closing.abort();
      keeper.flush();
    },
  };
}

const bot = ({ app }: TenantSeed) => ({ app: app.id, secret: app.secret });
