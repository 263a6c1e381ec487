import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { PrismaClient } from './generated/client.ts';
import { applyMigrations, isMigrated } from './migrate.ts';
import { statementNames } from './statement-names.ts';

export type StoreOptions =
  | { readonly engine: 'pglite' /** Absent: in memory. */; readonly folder?: string; readonly image?: Blob }
  | { readonly engine: 'postgres'; readonly url: string; readonly connections?: number };

export interface Connection {
  readonly engine: StoreOptions['engine'];
  readonly prisma: PrismaClient;
  /** What the job queue runs on: the same database. */
  readonly jobs: { readonly pglite: PGlite } | { readonly url: string };
  /** All of an embedded database, as one file; only on PGlite. */
  readonly image?: () => Promise<Blob>;
  close(): Promise<void>;
}

/** Long enough for a large import's statements, short enough that a stuck lock ends. */
const statementTimeoutMs = 120_000;
/** Two processes that start at once migrate one after the other. */
const migrationLock = 7_266_325;

/** The engine's connection holds a lock of its own, for which the next copy to start would wait: it ends with the work. */
async function migrate(pool: Pool): Promise<void> {
  await applyMigrations(new PrismaPg(pool)).finally(() => pool.end());
}

async function connectPostgres(options: StoreOptions & { engine: 'postgres' }): Promise<Connection> {
  const { default: pg } = await import('pg');
  const settings = {
    connectionString: options.url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
  };
  const lock = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 5_000 });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    if (!(await isMigrated((text) => lock.query(text)))) await migrate(new pg.Pool(settings));
  } finally {
    await lock.end();
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(settings, { statementNameGenerator: statementNames() }) });
  return {
    engine: 'postgres',
    prisma,
    jobs: { url: options.url },
    close: () => prisma.$disconnect(),
  };
}

async function connectPglite(options: StoreOptions & { engine: 'pglite' }): Promise<Connection> {
  const lock: FolderLock | undefined = options.folder === undefined ? undefined : lockFolder(options.folder);
  try {
    const [{ PreparedPGlite }, { PrismaPGlite }] = await Promise.all([
      import('./prepared-pglite.ts'),
      import('pglite-prisma-adapter'),
    ]);
    const pglite = new PreparedPGlite({
      ...(options.folder === undefined ? {} : { dataDir: `${options.folder}/pg` }),
      ...(options.image === undefined ? {} : { loadDataDir: options.image }),
    });
    await pglite.waitReady;
    const adapter = new PrismaPGlite(pglite);
    if (!(await isMigrated((text) => pglite.query(text)))) await applyMigrations(adapter);
    const prisma = new PrismaClient({ adapter });
    return {
      engine: 'pglite',
      prisma,
      jobs: { pglite },
      image: () => pglite.dumpDataDir('gzip'),
      async close() {
        await prisma.$disconnect();
        if (!pglite.closed) await pglite.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Opens the database and brings its tables up to date. */
export function connect(options: StoreOptions): Promise<Connection> {
  return options.engine === 'postgres' ? connectPostgres(options) : connectPglite(options);
}
