import { type Clock, systemClock } from './app/clock.ts';
import { idsAt } from './app/ids.ts';
import type { Settings } from './config.ts';
import type { Log } from './log.ts';
import { openQueue } from './queue.ts';
import { type EmbeddedDatabase, openEmbedded, openStore } from './store/index.ts';

/** The data and the work on it: everything but the platforms. An embedded database may be on its way already. */
export async function openCore(
  { databaseUrl, dataFolder, unclearMs }: Pick<Settings, 'databaseUrl' | 'dataFolder' | 'unclearMs'>,
  log: Log,
  clock: Clock = systemClock,
  database?: Promise<EmbeddedDatabase>,
) {
  const store = await openStore(
    databaseUrl === undefined
      ? { engine: 'pglite', database: database ?? openEmbedded({ folder: dataFolder }) }
      : { engine: 'postgres', url: databaseUrl },
  );
  const queue = await openQueue(store, log);
  return { store, queue, newId: idsAt(() => clock.now()), system: store.system(queue.enqueue, unclearMs) };
}

export type Core = Awaited<ReturnType<typeof openCore>>;
