import { connect, type Socket } from 'node:net';

/** One keep-alive connection. Node's own client would take more of the two cores than what is measured leaves. */
export interface Connection {
  /** Sends a whole request; resolves with the whole answer once its last byte is there. */
  ask(request: Buffer): Promise<Answer>;
  close(): void;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(talkOver(socket));
    });
  });
}

function talkOver(socket: Socket): Connection {
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let pieces: Buffer[] = [];
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The connection was closed before the answer was complete.')));
  socket.on('data', (piece) => {
    pieces.push(piece);
    const answer = completeAnswer(pieces.length === 1 ? piece : Buffer.concat(pieces));
    if (!answer) return;
    pieces = [];
    const asked = waiting;
    waiting = undefined;
    asked?.resolve(answer);
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** There is one request at a time on a connection, so what has come belongs to one answer. */
function completeAnswer(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const from = end + headEnd.length;
  const status = Number(head.slice(9, 12));
  if (/^transfer-encoding: *chunked/im.test(head)) {
    // JSON has no bare line ends, so this cannot stand inside it.
    if (!bytes.subarray(-lastChunk.length).equals(lastChunk)) return undefined;
    return { status, body: unchunked(bytes.subarray(from)) };
  }
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  return bytes.length < from + length ? undefined : { status, body: bytes.toString('utf8', from, from + length) };
}

function unchunked(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (!(size > 0)) return Buffer.concat(parts).toString('utf8');
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
