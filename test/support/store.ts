import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { type Clock, systemClock } from '../../src/app/clock.ts';
import { idsAt, type NewId } from '../../src/app/ids.ts';
import { type Log, openLog } from '../../src/log.ts';
import { openQueue, type Queue } from '../../src/queue.ts';
import {
  type EmbeddedDatabase,
  openEmbedded,
  openStore,
  type Scope,
  type Store,
  type StoreOptions,
  type System,
} from '../../src/store/index.ts';

/** Which database this run of the suite stands on. */
export const engine = (): 'pglite' | 'postgres' => inject('migrated').engine;

export interface TestStore {
  readonly store: Store;
  readonly queue: Queue;
  readonly system: System;
  readonly newId: NewId;
  readonly log: Log;
  /** On a server, the address of the database; for tests that lock tables or connect a second time. */
  readonly url: string | undefined;
  /** A workspace of its own, with nobody in it. */
  workspace(name?: string): Promise<Scope>;
  close(): Promise<void>;
}

/** On a server: a fresh, migrated database, and its address. */
export async function createDatabase(): Promise<string> {
  const migrated = inject('migrated');
  if (migrated.engine !== 'postgres') throw new Error('Only a server has databases.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`${migrated.server}postgres`, `CREATE DATABASE ${name} TEMPLATE ${migrated.template}`);
  return `${migrated.server}${name}`;
}

/** Runs statements over a connection of their own. */
export async function onServer(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

declare global {
  /** The embedded database of this worker: opening one takes longer than most files' tests. */
  var aftercareEmbedded: Promise<EmbeddedDatabase> | undefined;
}

const openImage = async (image: string) => openEmbedded({ image: await readFile(image) });

/** The worker's one embedded database, as empty as a new one. */
async function emptied(image: string): Promise<EmbeddedDatabase> {
  globalThis.aftercareEmbedded ??= openImage(image);
  const database = await globalThis.aftercareEmbedded;
  const client = new pg.Client(database.client);
  await client.connect();
  await client.query(`DO $$ DECLARE names text; BEGIN
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO names FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' OR schemaname = 'pgboss' AND tablename LIKE 'job%';
    EXECUTE 'TRUNCATE ' || names || ' CASCADE';
  END $$`);
  await client.query('DROP TABLE IF EXISTS test_job');
  await client.end();
  return { ...database, close: async () => {} };
}

async function freshStore(): Promise<StoreOptions> {
  const migrated = inject('migrated');
  if (migrated.engine === 'pglite') return { engine: 'pglite', database: emptied(migrated.image) };
  return { engine: 'postgres', url: await createDatabase(), connections: 5 };
}

/** A migrated, empty store with its queue. The caller closes it. */
export async function openTestStore(clock: Clock = systemClock): Promise<TestStore> {
  const options = await freshStore();
  const store = await openStore(options);
  const log = openLog('silent');
  const queue = await openQueue(store, log);
  const system = store.system(queue.enqueue);
  const newId = idsAt(() => clock.now());
  return {
    store,
    queue,
    system,
    newId,
    log,
    url: options.engine === 'postgres' ? options.url : undefined,
    async workspace(name = 'A workspace') {
      const id = newId();
      await system.prisma.workspace.create({ data: { id, name, createdAt: clock.now() } });
      return system.scope(id);
    },
    async close() {
      await queue.stop();
      await store.close();
    },
  };
}
