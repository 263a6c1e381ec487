import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cloud } from './cloud.ts';
import { storeFile } from './files.ts';
import { readBody, sendJson } from './http-body.ts';
import { breakOff, isBreaking } from './web-api/faults.ts';
import { isVisible } from './web-api/files.ts';

/** Slack takes more; the playground's files are tables. */
export const MAX_FILE = 200_000_000;

/** `GET files/ID/name`: the bytes, for the bot's token only. Without it Slack shows a page to sign in, with status 200. */
export function sendFile(cloud: Cloud, id: string, request: IncomingMessage, response: ServerResponse): void {
  const { bot, files } = cloud.workspace;
  const fault = cloud.faults.take('file_download');
  if (isBreaking(fault)) {
    breakOff(fault, response);
    return;
  }
  if (request.headers.authorization !== `Bearer ${bot.token}`) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Sign in</title>');
    return;
  }
  const file = files.get(id);
  const bytes = file && isVisible(cloud, file) && bot.scopes.includes('files:read') ? cloud.contents.get(id) : undefined;
  if (!bytes) {
    sendJson(response, 404, { ok: false, error: 'file_not_found' });
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': bytes.length,
    'x-content-type-options': 'nosniff',
    'content-disposition': 'attachment',
  });
  response.end(bytes);
}

/** `POST files/upload/ID`: the address of `files.getUploadURLExternal`, good for one upload of the promised length. */
export async function receiveFile(cloud: Cloud, id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const promised = cloud.uploads.get(id);
  const body = await readBody(request, MAX_FILE);
  if (!promised) return sendJson(response, 404, { ok: false, error: 'not_found' });
  const bytes = fileBytes(request.headers['content-type'] ?? '', body);
  if (bytes.length !== promised.length) return sendJson(response, 400, { ok: false, error: 'file_size_mismatch' });
  cloud.uploads.delete(id);
  storeFile(cloud, { id, name: promised.name, user: cloud.workspace.bot.userId, bytes, channels: [] });
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

/** The body itself, or the first part of a multipart form. */
function fileBytes(contentType: string, body: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) return body;
  const start = body.indexOf('\r\n\r\n');
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return start < 0 || end < 0 ? Buffer.alloc(0) : body.subarray(start + 4, end);
}
