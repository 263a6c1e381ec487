import { createHmac } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { realNow } from '../real-time.ts';

interface BotRequest {
  readonly body: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly headers?: Readonly<Record<string, string>>;
}

export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The way to the bot: signed requests over HTTP, nothing else. */
export interface BotLine {
  send(request: BotRequest): Promise<BotAnswer>;
  close(): void;
}

/** Slack's signature of a body, for the headers `x-slack-signature` and `x-slack-request-timestamp` (seconds). */
export function slackSignature(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export function createBotLine(options: {
  readonly url: () => string;
  readonly signingSecret: string;
  /** Milliseconds from sending to the complete answer. */
  readonly timeout: number;
}): BotLine {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    send: (request) => sendSigned(agent, options, request),
    close: () => agent.destroy(),
  };
}

function sendSigned(
  agent: Agent,
  options: { readonly url: () => string; readonly signingSecret: string; readonly timeout: number },
  { body, contentType, headers }: BotRequest,
): Promise<BotAnswer> {
  const timestamp = Math.floor(realNow() / 1000);
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      options.url(),
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': contentType,
          'content-length': Buffer.byteLength(body),
          accept: 'application/json,*/*',
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': slackSignature(options.signingSecret, timestamp, body),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          clearTimeout(timer);
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ kind: 'answered', status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      },
    );
    const timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
      outgoing.destroy();
    }, options.timeout);
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'failed', reason: error.message });
    });
    outgoing.end(body);
  });
}
