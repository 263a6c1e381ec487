import { type Answer, type Connection, openConnection } from './connection.ts';

export interface Load {
  readonly port: number;
  readonly requests: readonly Buffer[];
  readonly seconds: number;
  /** Whether it is the answer asked for: speed of errors is no speed. */
  isRight(answer: Answer): boolean;
}

async function withConnections<T>(count: number, port: number, use: (connections: Connection[]) => Promise<T>): Promise<T> {
  const connections = await Promise.all(Array.from({ length: count }, () => openConnection(port)));
  try {
    return await use(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** As many as it takes on so many connections, each asking again as soon as it was answered; gives right answers per second. */
export function closedLoop({ port, requests, seconds, isRight }: Load, connections = 32): Promise<number> {
  return withConnections(connections, port, async (open) => {
    const started = performance.now();
    const until = started + seconds * 1000;
    let next = 0;
    let answered = 0;
    await Promise.all(
      open.map(async (connection) => {
        while (performance.now() < until) {
          if (isRight(await connection.ask(requestAt(requests, next++)))) answered++;
        }
      }),
    );
    return answered / ((performance.now() - started) / 1000);
  });
}

/**
 * So many a second whether or not earlier ones were answered; gives the milliseconds from when each was due to its answer,
 * endless ones where the answer was not right.
 */
export function openLoop(
  { port, requests, seconds, isRight }: Load,
  perSecond: number,
  connections = 128,
): Promise<readonly number[]> {
  return withConnections(connections, port, async (open) => {
    const free = [...open];
    const total = Math.floor(perSecond * seconds);
    const took: number[] = [];
    const started = performance.now();
    const dueAt = (i: number) => started + (i * 1000) / perSecond;
    let next = 0;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const ask = async (connection: Connection, due: number, request: Buffer) => {
      const right = isRight(await connection.ask(request));
      took.push(right ? performance.now() - due : Number.POSITIVE_INFINITY);
      free.push(connection);
      if (took.length === total) resolve();
      send();
    };
    const send = () => {
      while (next < total && dueAt(next) <= performance.now()) {
        const connection = free.pop();
        if (!connection) return;
        ask(connection, dueAt(next), requestAt(requests, next)).catch(reject);
        next++;
      }
    };
    const tick = setInterval(send, 1);
    await promise.finally(() => clearInterval(tick));
    return took;
  });
}

function requestAt(requests: readonly Buffer[], i: number): Buffer {
  const request = requests[i % requests.length];
  if (!request) throw new Error('No requests');
  return request;
}
