import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sendJson } from '../slack/http-body.ts';
import { realNow } from '../slack/real-time.ts';
import type { TeamsCloud } from './cloud.ts';

/** An address to a file is good for some minutes and needs no token, as with Teams. */
const MINUTES = 10;

const seal = (cloud: TeamsCloud, id: string, until: number): string =>
  createHmac('sha256', cloud.tenant.app.secret).update(`${id}.${until}`).digest('hex').slice(0, 32);

export function fileUrl(cloud: TeamsCloud, id: string): string {
  const until = realNow() + MINUTES * 60_000;
  return `${cloud.serviceUrl}files/${id}?until=${until}&seal=${seal(cloud, id, until)}`;
}

export function sendFile(cloud: TeamsCloud, id: string, query: URLSearchParams, response: ServerResponse): void {
  const until = Number(query.get('until'));
  const given = Buffer.from(query.get('seal') ?? '');
  const wanted = Buffer.from(seal(cloud, id, until));
  const good = given.length === wanted.length && timingSafeEqual(given, wanted) && until > realNow();
  const bytes = good ? cloud.contents.get(id) : undefined;
  if (!bytes) {
    const [status, code]: [number, string] = good ? [404, 'itemNotFound'] : [403, 'accessDenied'];
    sendJson(response, status, { error: { code } });
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': bytes.length,
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}
