import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export interface OddServer {
  readonly baseUrl: string;
  /** Bodies as they arrived, one for each question. */
  readonly bodies: readonly string[];
  stop(): Promise<void>;
}

/** Speaks HTTP as it is told, one behaviour a question; the last one stays. */
export async function startOddServer(...behaviours: readonly Behaviour[]): Promise<OddServer> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      bodies.push(body);
      behaviours[Math.min(bodies.length, behaviours.length) - 1]?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    bodies,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const status =
  (code: number, body: unknown = { error: { message: 'no' } }, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const raw =
  (body: string, type = 'application/json'): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };

interface Told {
  readonly finish?: string;
  readonly refusal?: string;
  readonly tokens?: number;
}

/** A chat completion with this content. */
export const says = (content: unknown, { finish = 'stop', refusal, tokens = 900 }: Told = {}): Behaviour =>
  status(200, {
    id: 'one',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [
      {
        index: 0,
        finish_reason: finish,
        message: {
          role: 'assistant',
          content: typeof content === 'string' ? content : JSON.stringify(content),
          refusal: refusal ?? null,
        },
      },
    ],
    usage: { prompt_tokens: tokens - 100, completion_tokens: 100, total_tokens: tokens },
  });
