import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../../app/services.ts';
import { type HookAnswer, type HookSecrets, handleSalesHook } from './hook.ts';

const bodyLimit = 1_000_000;
const againInSeconds = 30;

function answer(response: ServerResponse, { status, body }: HookAnswer, headers: Readonly<Record<string, string>> = {}): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(`${text}\n`);
}

/** The body; undefined where it is larger than the limit. Rejects where the sender goes away. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > bodyLimit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function single(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

/** `POST /hooks/sales`, for shops and other systems. A store that fails is said with 503, so that they send it again. */
export function salesHook(
  services: Pick<Services, 'system' | 'clock' | 'newId' | 'log'>,
  secrets: HookSecrets,
): (request: IncomingMessage, response: ServerResponse) => void {
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hook');
    if (pathname.replace(/\/$/, '') !== '/hooks/sales')
      return answer(response, { status: 404, body: { error: 'not-found', next: 'POST to /hooks/sales.' } });
    if (request.method !== 'POST') {
      return answer(response, { status: 405, body: { error: 'method', next: 'Send a POST.' } }, { allow: 'POST' });
    }
    const rawBody = await readBody(request);
    if (!rawBody)
      return answer(
        response,
        { status: 413, body: { error: 'too-large', next: 'Send at most 1 MB, one sale a request.' } },
        { connection: 'close' },
      );
    const workspace = searchParams.get('workspace') ?? undefined;
    const now = services.clock.now();
    answer(
      response,
      await handleSalesHook(
        { headers: single(request.headers), rawBody, workspace, now, secrets },
        services.system,
        services.newId,
      ),
    );
  };

  return (request, response) => {
    take(request, response).catch((err: unknown) => {
      const reference = services.newId().slice(-6);
      services.log.error({ err, reference }, 'sales hook failed');
      if (response.headersSent || response.destroyed) return;
      answer(
        response,
        { status: 503, body: { error: 'not-saved', next: 'Nothing was kept. Send it again in a moment.', reference } },
        { 'retry-after': String(againInSeconds) },
      );
    });
  };
}
