import { type Clock, systemClock } from './app/clock.ts';
import { idsAt } from './app/ids.ts';
import type { Settings } from './config.ts';
import type { Log } from './log.ts';
import { openQueue } from './queue.ts';
import { openStore, type StoreOptions } from './store/index.ts';

const storeOptions = ({ databaseUrl, dataFolder }: Settings): StoreOptions =>
  databaseUrl === undefined ? { engine: 'pglite', folder: dataFolder } : { engine: 'postgres', url: databaseUrl };

/** The data and the work on it: everything but the platforms. */
export async function openCore(settings: Settings, log: Log, clock: Clock = systemClock) {
  const store = await openStore(storeOptions(settings));
  const queue = await openQueue(store, log);
  return { store, queue, newId: idsAt(() => clock.now()), system: store.system(queue.enqueue) };
}

export type Core = Awaited<ReturnType<typeof openCore>>;
