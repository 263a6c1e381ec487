import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Slack's end of Socket Mode, as its documentation has it: `apps.connections.open`, then envelopes over a WebSocket (RFC 6455). */
export interface SlackSocket {
  readonly apiUrl: string;
  /** Resolves once the app has connected. */
  readonly connected: Promise<void>;
  /** Sends an envelope and gives what the app acknowledges it with. */
  send(envelope: { readonly type: string; readonly payload: object; readonly envelope_id: string }): Promise<unknown>;
  close(): Promise<void>;
}

function frame(text: string, opcode = 1): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x80 | opcode, body.length])
      : Buffer.from([0x80 | opcode, 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
}

/** Whole text frames of a client, unmasked; the rest of the bytes is kept for later. */
function readFrames(bytes: Buffer): { readonly texts: string[]; readonly rest: Buffer } {
  const texts: string[] = [];
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = bytes.readUInt8(at + 1) & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length - at < head + 4) break;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
    const start = at + head + 4;
    if (bytes.length < start + length) break;
    const mask = bytes.subarray(at + head, start);
    const body = Buffer.from(bytes.subarray(start, start + length).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
    if ((bytes.readUInt8(at) & 0x0f) === 1) texts.push(body.toString('utf8'));
    at = start + length;
  }
  return { texts, rest: bytes.subarray(at) };
}

export async function openSlackSocket(botUser: string): Promise<SlackSocket> {
  let socket: Socket | undefined;
  const acks = new Map<string, (payload: unknown) => void>();
  let connect: () => void = () => {};
  const connected = new Promise<void>((resolve) => {
    connect = resolve;
  });
  const server = createServer((request, response) => {
    const port = (server.address() as AddressInfo).port;
    const said = request.url?.endsWith('apps.connections.open')
      ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
      : { ok: true, user_id: botUser, team_id: 'T1' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  server.on('upgrade', (request, link: Socket) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    link.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    link.write(frame(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } })));
    socket = link;
    let kept: Buffer = Buffer.alloc(0);
    link.on('error', () => {});
    link.on('data', (chunk: Buffer) => {
      const { texts, rest } = readFrames(Buffer.concat([kept, chunk]));
      kept = rest;
      for (const text of texts) {
        const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: unknown };
        acks.get(id)?.(payload);
      }
    });
    connect();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    connected,
    send(envelope) {
      const acked = new Promise((resolve) => acks.set(envelope.envelope_id, resolve));
      socket?.write(frame(JSON.stringify({ ...envelope, accepts_response_payload: true })));
      return acked;
    },
    async close() {
      socket?.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
