import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desks } from './desks.ts';

/** Some proxies close a connection that is silent for a minute. */
const HEARTBEAT = 25_000;

/** `GET events`: server-sent events for one desk until the page or the cloud goes away. */
export function streamEvents<Event>(
  desks: Desks<Event>,
  as: string,
  closed: AbortSignal,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 1000\n\n');
  const stop = desks.listen(as, (event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
  heartbeat.unref();
  const end = () => {
    stop();
    clearInterval(heartbeat);
    closed.removeEventListener('abort', end);
    response.end();
  };
  closed.addEventListener('abort', end);
  request.on('close', end);
}
