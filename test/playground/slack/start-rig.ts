import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect } from 'vitest';
import { BOT, CAST, CHANNELS, TEAM } from '../../../src/playground/cast.ts';
import type { SlackCloudOptions } from '../../../src/playground/slack/options.ts';
import { API_PATH, createSlackCloud, type SlackCloud } from '../../../src/playground/slack/slack-cloud.ts';

export const SECRET = 'a-signing-secret';
export const [SEOUL, FRISCO, MANAGER, ADMIN, GUEST] = CAST.map((person) => person.id) as [string, string, string, string, string];
export const AFTER_SALES = 'C0AFTERSAL';
export const TEA = 'C0TEATIME1';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The fields of a form; for an interaction those of its payload, for an event those of its JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent; the tests look into it
  readonly fields: any;
}

interface BotResponse {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface Rig {
  readonly cloud: SlackCloud;
  readonly origin: string;
  readonly received: Received[];
  /** What the bot does with requests from now on. */
  onRequest(answer: (received: Received) => BotResponse | Promise<BotResponse>): void;
  /** Requests for a real Bolt receiver instead. */
  listener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: answers are Slack's own JSON
  call(method: string, args?: Record<string, unknown>, headers?: Record<string, string>): Promise<any>;
  stop(): Promise<void>;
}

/** A cloud and a bot on one real HTTP server. */
export async function startRig(options: Partial<SlackCloudOptions> = {}): Promise<Rig> {
  const received: Received[] = [];
  let answer: (received: Received) => BotResponse | Promise<BotResponse> = () => ({});
  let origin = '';
  const cloud = createSlackCloud({
    cast: CAST,
    channels: CHANNELS,
    team: TEAM,
    bot: BOT,
    signingSecret: SECRET,
    botUrl: () => `${origin}/slack/events`,
    now: () => new Date(),
    retryWaits: [1, 1, 1],
    ...options,
  });
  const server = createServer((request, response) => {
    if (cloud.handle(request, response)) return;
    if (rig.listener) rig.listener(request, response);
    else void receive(request, response);
  });
  async function receive(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const got = { headers: request.headers, body, fields: fieldsOf(request, body) };
    received.push(got);
    const { status = 200, headers = {}, body: said = '' } = await answer(got);
    response.writeHead(status, headers).end(typeof said === 'string' ? said : JSON.stringify(said));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const rig: Rig = {
    cloud,
    origin,
    received,
    listener: undefined,
    onRequest: (next) => {
      answer = next;
    },
    async call(method, args = {}, headers = {}) {
      const response = await fetch(`${origin}${API_PATH}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${BOT.token}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(args),
      });
      return { status: response.status, headers: response.headers, ...(await response.json()) };
    },
    async stop() {
      cloud.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return rig;
}

function fieldsOf(request: IncomingMessage, body: string): unknown {
  if (request.headers['content-type'] === 'application/json') return JSON.parse(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : JSON.parse(form.payload);
}

/** Waits for something that the server does after it has answered; a busy machine may need a while. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });
/** A bot that takes a request and never answers. */
export const silence = () => new Promise<BotResponse>(() => undefined);

export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
export const button = (id: string, more: object = {}) => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text: id },
  ...more,
});
export const actions = (...elements: object[]) => ({ type: 'actions', block_id: 'acts', elements });
export const textInput = (blockId: string, more: object = {}, element: object = {}) => ({
  type: 'input',
  block_id: blockId,
  label: { type: 'plain_text', text: blockId },
  element: { type: 'plain_text_input', action_id: 'value', ...element },
  ...more,
});
export const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks,
  ...more,
});
