import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { lockFolder } from './folder-lock.ts';
import { DatabaseEnded, ThreadSocket } from './thread-socket.ts';

/** Where the data is; neither: in memory, and empty. */
export interface EmbeddedData {
  readonly folder?: string | undefined;
  /** All of a database, as `image` gives it. */
  readonly image?: Uint8Array<ArrayBuffer> | undefined;
}

/** What is said to the thread: bytes are PostgreSQL's own protocol, as over a socket. */
export type ToThread = { readonly kind: 'connect' | 'image' | 'close' } | { readonly kind: 'bytes'; readonly bytes: Uint8Array };
export type FromThread =
  | { readonly kind: 'ready' | 'closed' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'image'; readonly image: ArrayBuffer };

/** A PostgreSQL of our own in a thread of this process. It has one session: one client at a time. */
export interface EmbeddedDatabase {
  /** What a client of `pg` needs to speak to it; one client at a time. */
  readonly client: { readonly user: string; readonly database: string; stream(): Duplex };
  /** All of it, as one file. */
  image(): Promise<Blob>;
  /** Frees the folder; a second call waits for the first. */
  close(): Promise<void>;
}

/** The next thing of this kind that the thread says; fails when the thread does. */
function answerOf<Kind extends FromThread['kind']>(worker: Worker, kind: Kind): Promise<Extract<FromThread, { kind: Kind }>> {
  const { promise, resolve, reject } = Promise.withResolvers<Extract<FromThread, { kind: Kind }>>();
  const isIt = (said: FromThread): said is Extract<FromThread, { kind: Kind }> => said.kind === kind;
  const take = (said: FromThread) => isIt(said) && resolve(said);
  const end = () => reject(new DatabaseEnded());
  worker.on('message', take).on('error', reject).on('exit', end);
  return promise.finally(() => worker.off('message', take).off('error', reject).off('exit', end));
}

async function startThread(data: EmbeddedData): Promise<Worker> {
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData: data });
  await answerOf(worker, 'ready');
  // What the thread throws later reaches whoever waits for an answer; with nobody waiting it would end the process.
  worker.on('error', () => {});
  return worker;
}

/** Opens the database and waits until it is up. Throws `FolderInUse` where another process has the folder. */
export async function openEmbedded(data: EmbeddedData = {}): Promise<EmbeddedDatabase> {
  const lock = data.folder === undefined ? undefined : lockFolder(data.folder);
  const worker = await startThread(data).catch((error: unknown) => {
    lock?.release();
    throw error;
  });
  const ask = async <Kind extends FromThread['kind']>(message: ToThread, kind: Kind) => {
    const answer = answerOf(worker, kind);
    worker.postMessage(message);
    return answer;
  };
  let closed: Promise<void> | undefined;
  const close = async () => {
    await ask({ kind: 'close' }, 'closed');
    await worker.terminate();
    lock?.release();
  };
  return {
    client: { user: 'postgres', database: 'postgres', stream: () => new ThreadSocket(worker) },
    image: async () => new Blob([(await ask({ kind: 'image' }, 'image')).image]),
    close() {
      closed ??= close();
      return closed;
    },
  };
}
