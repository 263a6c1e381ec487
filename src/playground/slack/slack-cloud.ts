import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendPageFile } from '../page-files.ts';
import type { DeskEvent } from '../protocol.ts';
import { sampleCustomers } from '../sample-customers.ts';
import type { Cloud } from './cloud.ts';
import { createDesks } from './desk/desks.ts';
import { handleDesk } from './desk/handle-desk.ts';
import { createDriver, type SlackDriver } from './driver.ts';
import { createFileContents } from './file-contents.ts';
import { FILES_PATH } from './file-json.ts';
import { receiveFile, sendFile } from './handle-file.ts';
import { sendJson } from './http-body.ts';
import { createTimeStamps } from './ids.ts';
import { createJournal } from './journal.ts';
import { parseManifest } from './manifest.ts';
import { createModals } from './modals.ts';
import type { SlackCloudOptions } from './options.ts';
import { createRateLimit } from './rate-limit.ts';
import { createBotLine } from './to-bot/bot-line.ts';
import { handleResponseUrl } from './to-bot/handle-response-url.ts';
import { createResponseUrls, RESPONSE_PATH } from './to-bot/response-urls.ts';
import { createTriggers } from './to-bot/triggers.ts';
import { createFaults } from './web-api/faults.ts';
import { UPLOAD_PATH } from './web-api/files.ts';
import { handleCall } from './web-api/handle-call.ts';
import { createWorkspace } from './workspace.ts';
import { createKeptFile, keptWorkspace, loadWorkspace } from './workspace-file.ts';

export interface SlackCloud extends SlackDriver {
  /** Whether the request was ours; it is then answered here. Ours are `/` and everything below `/playground/`. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Ends event streams and repetitions, and writes what is not written yet. */
  close(): void;
}

/** What the Web API's clients are given as `slackApiUrl`, after the origin. */
export const API_PATH = '/playground/slack/api/';
const SAMPLE_PATH = '/playground/sample.csv';
const DESK_PATH = '/playground/api/';

/** Slack's three seconds. */
const ACK_TIMEOUT = 3_000;

/** An emulated Slack workspace with one installed app, which it reaches over HTTP only. */
export function createSlackCloud(options: SlackCloudOptions): SlackCloud {
  const workspace = createWorkspace(options);
  const stamps = createTimeStamps(options.now);
  if (options.file) loadWorkspace(workspace, options.file);
  for (const { messages } of workspace.conversations.values()) stamps.keepAbove(messages.at(-1)?.ts ?? '0');
  const kept = createKeptFile(() => keptWorkspace(workspace), options.file);
  const closing = new AbortController();
  const line = createBotLine({
    url: () => resolve(options.botUrl),
    signingSecret: options.signingSecret,
    timeout: options.ackTimeout ?? ACK_TIMEOUT,
  });
  const cloud: Cloud = {
    options,
    manifest: parseManifest(options.manifest),
    workspace,
    contents: createFileContents(options.file && `${options.file}.files`),
    stamps,
    desks: createDesks<DeskEvent>(),
    modals: createModals(),
    triggers: createTriggers(),
    responseUrls: createResponseUrls(),
    line,
    faults: createFaults(),
    rateLimit: createRateLimit(options.rateLimits === true),
    journal: createJournal(options.journalSize ?? 1_000),
    uploads: new Map(),
    inFlight: new Set(),
    closed: closing.signal,
    publicUrl: () => resolve(options.publicUrl ?? new URL(resolve(options.botUrl)).origin),
    save: kept.save,
  };
  return {
    ...createDriver(cloud),
    handle: (request, response) => handle(cloud, request, response),
    close() {
      closing.abort();
      kept.flush();
      line.close();
    },
  };
}

function resolve(text: string | (() => string)): string {
  return typeof text === 'string' ? text : text();
}

function handle(cloud: Cloud, request: IncomingMessage, response: ServerResponse): boolean {
  const path = (request.url ?? '/').replace(/[?#].*$/, '');
  if (path !== '/' && path !== '/playground' && !path.startsWith('/playground/')) return false;
  route(cloud, path, request, response).catch((error: unknown) => {
    const status = error instanceof RangeError ? 413 : 500;
    if (response.headersSent) return response.destroy();
    const said = error instanceof Error ? error.message : String(error);
    return sendJson(response, status, { ok: false, error: status === 413 ? 'too_large' : `internal_error: ${said}` });
  });
  return true;
}

async function route(cloud: Cloud, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const after = (prefix: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : undefined);
  const method = after(API_PATH);
  if (method !== undefined) return handleCall(cloud, method, request, response);
  const upload = after(UPLOAD_PATH);
  if (upload !== undefined) return receiveFile(cloud, upload, request, response);
  const file = after(FILES_PATH);
  if (file !== undefined) return sendFile(cloud, file.split('/')[0] ?? '', request, response);
  const reply = after(RESPONSE_PATH);
  if (reply !== undefined) return handleResponseUrl(cloud, reply.split('/').at(-1) ?? '', request, response);
  const desk = after(DESK_PATH);
  if (desk !== undefined) return handleDesk(cloud, desk, request, response);
  if (path === SAMPLE_PATH) return sendSample(cloud, response);
  return sendPageFile(path, response);
}

function sendSample(cloud: Cloud, response: ServerResponse): void {
  const csv = sampleCustomers(cloud.options.now(), [...cloud.workspace.people.values()]);
  response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(csv);
}
