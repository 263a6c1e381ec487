import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { z } from 'zod';

export const prismaFolder = fileURLToPath(new URL('../../prisma/', import.meta.url));
const keptMigrations = z.array(z.object({ name: z.string(), at: z.date().nullable() }));
const filters = { externalTables: [], externalEnums: [] };

/** Its glue code is one for the whole process: a second instance would pull the memory from under the first. */
let loaded: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const wasm = readFileSync(join(entry, '../schema_engine_bg.wasm'));
  // The engine keeps a 10 s timer that would hold up the end of every command.
  const imports = Object.fromEntries(
    Object.entries(bindings).map(([name, member]) => [
      name,
      name.startsWith('__wbg_setTimeout_') ? (work: () => void, ms: number) => setTimeout(work, ms).unref() : member,
    ]),
  );
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': imports as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** Prisma's own schema engine, as WebAssembly: the command line tool would have to fetch a native one. */
async function openEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  loaded ??= loadEngine();
  await loaded;
  return bindings.SchemaEngine.new({ datamodels: [schemaFile()] }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

function schemaFile(): [string, string] {
  return ['schema.prisma', readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8')];
}

function migrationsList() {
  const baseDir = join(prismaFolder, 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * Whether the database has every migration already, and none that failed. Then the engine need not be loaded, which
 * takes its time at each start and keeps its memory.
 */
export async function isMigrated(query: (text: string) => Promise<{ readonly rows: readonly unknown[] }>): Promise<boolean> {
  const there = await query(`SELECT 1 FROM pg_class WHERE oid = to_regclass('"_prisma_migrations"')`);
  if (there.rows.length === 0) return false;
  const { rows } = await query(
    'SELECT "migration_name" AS "name", "finished_at" AS "at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
  );
  const known = keptMigrations.parse(rows);
  const applied = new Set(known.map(({ name }) => name));
  return known.every(({ at }) => at !== null) && migrationsList().migrationDirectories.every(({ path }) => applied.has(path));
}

/** Applies what `prisma/migrations` holds and the database does not have yet; gives the names applied. */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<readonly string[]> {
  const engine = await openEngine(adapter);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
  return appliedMigrationNames;
}

/**
 * The SQL that would bring the migrations up to the schema; empty where they agree. Only ever over a PGlite in memory:
 * over a server's adapter the engine writes its shadow tables into the real database.
 */
export async function migrationDrift(inMemory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const engine = await openEngine(inMemory);
  const [path, content] = schemaFile();
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsList() },
    to: { tag: 'schemaDatamodel', files: [{ path, content }] },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout ?? '';
}
