// The embedded PostgreSQL, in a thread of its own: its work is one long call after another and would hold up every answer.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite, protocol } from '@electric-sql/pglite';
import type { EmbeddedData, FromThread, ToThread } from './embedded-database.ts';

/** One client and a system that caches its files: less to set aside makes a start 0.4 s shorter and 100 MB smaller. */
const smallServer = ['-c', 'shared_buffers=32MB', '-c', 'max_connections=5'];

async function serve(port: MessagePort, { folder, image }: EmbeddedData): Promise<void> {
  const pglite = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...smallServer],
    ...(folder === undefined ? {} : { dataDir: `${folder}/pg` }),
    ...(image === undefined ? {} : { loadDataDir: new Blob([image]) }),
  });
  const say = (said: FromThread) => port.postMessage(said);
  const ask = (bytes: Uint8Array) => pglite.execProtocolRawSync(bytes);
  const answers: Readonly<Record<ToThread['kind'], (asked: ToThread) => Promise<void> | void>> = {
    // There is one session for all clients, one after the other: each finds it as a new one.
    connect() {
      ask(protocol.serialize.query('ROLLBACK'));
      ask(protocol.serialize.query('DISCARD ALL'));
    },
    bytes(asked) {
      if (asked.kind !== 'bytes') return;
      const answer = ask(asked.bytes);
      if (answer.length > 0) say({ kind: 'bytes', bytes: answer });
    },
    async image() {
      say({ kind: 'image', image: await pglite.dumpDataDir('gzip').then((blob) => blob.arrayBuffer()) });
    },
    async close() {
      await pglite.close();
      say({ kind: 'closed' });
      port.close();
    },
  };
  port.on('message', (asked: ToThread) => void answers[asked.kind](asked));
  say({ kind: 'ready' });
}

if (!parentPort) throw new Error('Not a thread.');
await serve(parentPort, workerData as EmbeddedData);
