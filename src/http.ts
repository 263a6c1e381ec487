import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request, or leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface HttpServer {
  readonly port: number;
  /** For Slack's and other libraries that bring their own server. */
  readonly server: Server;
  stop(): Promise<void>;
}

/** A handler for one path below which everything is its own. */
export function under(prefix: string, handle: (request: IncomingMessage, response: ServerResponse) => void): Handler {
  return (request, response) => {
    const path = request.url ?? '';
    if (path !== prefix && !path.startsWith(`${prefix}/`) && !path.startsWith(`${prefix}?`)) return false;
    handle(request, response);
    return true;
  };
}

export function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response
    .writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    .end(text);
}

/** One server on one port. Rejects with the system's error where the port is taken. */
export async function startHttp(host: string, port: number, handlers: readonly Handler[]): Promise<HttpServer> {
  const server = createServer((request, response) => {
    if (handlers.some((handle) => handle(request, response))) return;
    sendText(response, 404, 'Nothing here.\n');
  });
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}
