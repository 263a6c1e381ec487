import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from '../../src/log.ts';
import { openQueue } from '../../src/queue.ts';
import { openEmbedded, openStore, type Store } from '../../src/store/index.ts';
import { startPostgres } from '../support/postgres-server.ts';

export interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** A store of its own, outside the tests: a server, or an embedded database. */
export async function openYears(engine: 'postgres' | 'pglite'): Promise<OpenStore> {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-years-'));
  const server = engine === 'postgres' ? await startPostgres() : undefined;
  const store = await openStore(
    server ? { engine: 'postgres', url: server.url('postgres') } : { engine: 'pglite', database: openEmbedded({ folder }) },
  );
  // The queue's tables are made by opening it once.
  const queue = await openQueue(store, openLog('silent'));
  await queue.stop();
  return {
    store,
    async close() {
      await store.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
