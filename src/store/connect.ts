import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import type { EmbeddedDatabase } from './embedded-database.ts';
import { PrismaClient } from './generated/client.ts';
import { applyMigrations, isMigrated } from './migrate.ts';
import { statementNames } from './statement-names.ts';

export type StoreOptions =
  | { readonly engine: 'pglite'; readonly database: Promise<EmbeddedDatabase> }
  | { readonly engine: 'postgres'; readonly url: string; readonly connections?: number };

export interface Connection {
  readonly engine: StoreOptions['engine'];
  readonly prisma: PrismaClient;
  /** What the job queue runs on: the same database. */
  readonly jobs: { readonly pool: Pool } | { readonly url: string };
  /** All of an embedded database, as one file; only on PGlite. */
  readonly image?: () => Promise<Blob>;
  close(): Promise<void>;
}

/** Long enough for a large import's statements, short enough that a stuck lock ends. */
const statementTimeoutMs = 120_000;
const idleTransactionMs = 60_000;
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
    // Of a copy that stands still or is cut off, no row stays locked for hours.
    idle_in_transaction_session_timeout: idleTransactionMs,
    keepAlive: true,
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

/** The embedded database speaks the same protocol through the same driver; its one session is a pool of one. */
async function connectPglite(options: StoreOptions & { engine: 'pglite' }): Promise<Connection> {
  const [{ default: pg }, database] = await Promise.all([import('pg'), options.database]);
  try {
    const pool = new pg.Pool({ ...database.client, max: 1, idleTimeoutMillis: 0 });
    const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
    if (!(await isMigrated((text) => pool.query(text)))) await applyMigrations(adapter);
    const prisma = new PrismaClient({ adapter });
    return {
      engine: 'pglite',
      prisma,
      jobs: { pool },
      image: database.image,
      async close() {
        await prisma.$disconnect();
        await pool.end();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens the database and brings its tables up to date. */
export function connect(options: StoreOptions): Promise<Connection> {
  return options.engine === 'postgres' ? connectPostgres(options) : connectPglite(options);
}
