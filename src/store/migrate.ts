import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

export const prismaFolder = fileURLToPath(new URL('../../prisma/', import.meta.url));
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
